"""Between export and evaluation: the held-out slice of the training part turns scores into probabilities.

One temperature for all labels, the one under which the labels of the slice are likeliest. Guo et al., On calibration of
modern neural networks, 2017.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np

from models.recipes.mentions import corpus
from models.recipes.mentions.corpus import Example
from models.recipes.mentions.evaluate import RELATIONS_FOLDER, SPANS_FOLDER, context_of, models
from models.recipes.mentions.margin import margin
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.features import Forms
from nlp.mentions.spans.tables import Tables
from nlp.mentions.spans.tagger import TABLES, Tagger

STEPS = tuple(round(0.5 + 0.05 * step, 2) for step in range(51))
"""Temperatures tried, 0.5 to 3."""


def calibrate(out: Path, model_folder: Path) -> Tables:
    """Writes the temperature and the margin into the model's tables, and gives these."""
    tagger = models(model_folder).tagger
    names, forms = corpus.read_forms(out / "forms")
    held = corpus.read(out / "held")
    tables = msgspec.structs.replace(tagger.tables, temperature=temperature(tagger, names, forms, held))
    tables = msgspec.structs.replace(tables, margin=margin(tagger, tables, names, forms, held))
    for folder in (SPANS_FOLDER, RELATIONS_FOLDER):
        (model_folder / folder / TABLES).write_bytes(stored.dumps(tables))
    return tables


def temperature(tagger: Tagger, names: Sequence[str], forms: Forms, examples: Iterable[Example]) -> float:
    """The one of `STEPS` with the smallest loss over the spans that are mentions or look like one."""
    pairs = [_scored(tagger, names, forms, each) for each in examples]
    rows, labels = (np.concatenate(column) for column in zip(*pairs, strict=True))
    return min(STEPS, key=lambda step: _loss(rows / step, labels))


def _scored(tagger: Tagger, names: Sequence[str], forms: Forms, example: Example) -> tuple[np.ndarray, np.ndarray]:
    """Scores and right labels of the spans looked at that are gold or proposed."""
    words, context = context_of(example, names, forms)
    rows, edges = tagger.rows(words, context, example.hints, example.groups)
    first, last, scores = tagger.scores(rows, edges, example.ends)
    gold = {(start, end - 1): tagger.numbers[label] + 1 for start, end, label in example.gold}
    labels = np.array([gold.get(span, 0) for span in zip(first.tolist(), last.tolist(), strict=True)], dtype=np.int64)
    fine = scores[:, : len(tagger.tables.labels) + 1]
    chosen = (labels > 0) | (fine.argmax(axis=1) > 0)
    return fine[chosen], labels[chosen]


def _loss(rows: np.ndarray, labels: np.ndarray) -> float:
    shifted = rows - rows.max(axis=1, keepdims=True)
    chances = shifted[np.arange(len(labels)), labels] - np.log(np.exp(shifted).sum(axis=1))
    return -float(chances.mean())
