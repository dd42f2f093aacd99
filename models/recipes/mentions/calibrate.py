"""Between export and evaluation: the held-out slice of the training part turns scores into probabilities.

One temperature for all labels, the one under which the labels of the slice are likeliest. Guo et al., On calibration of
modern neural networks, 2017.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np

from models.recipes.mentions import corpus
from models.recipes.mentions.corpus import Example
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.tables import Tables
from nlp.mentions.spans.tagger import FILES, TABLES, Tagger

STEPS = tuple(round(0.5 + 0.05 * step, 2) for step in range(51))
"""Temperatures tried, 0.5 to 3."""


def calibrate(out: Path, model_folder: Path) -> float:
    """Writes the temperature into the model's tables."""
    tagger = Tagger({name: (model_folder / name).read_bytes() for name in FILES})
    found = temperature(tagger, corpus.read(out / "held"))
    (model_folder / TABLES).write_bytes(stored.dumps(msgspec.structs.replace(tagger.tables, temperature=found)))
    return found


def temperature(tagger: Tagger, examples: Sequence[Example]) -> float:
    """The one of `STEPS` with the smallest loss over the spans that are mentions or look like one."""
    pairs = [
        _scored(tagger.tables, scores, each)
        for each, scores in zip(examples, tagger.scores([each.features for each in examples]), strict=True)
    ]
    rows, labels = (np.concatenate(column) for column in zip(*pairs, strict=True))
    return min(STEPS, key=lambda step: _loss(rows / step, labels))


def _scored(tables: Tables, scores: np.ndarray, example: Example) -> tuple[np.ndarray, np.ndarray]:
    """Scores and right labels of gold spans and of proposed ones."""
    wanted = np.zeros(scores.shape[:2], dtype=np.int64)
    for start, end, label in example.gold:
        if end - start <= tables.width:
            wanted[start, end - start - 1] = tables.labels.index(label) + 1
    inside = np.arange(len(scores))[:, None] + np.arange(scores.shape[1]) < example.ends[:, None]
    chosen = inside & ((wanted > 0) | (scores.argmax(axis=-1) > 0))
    return scores[chosen], wanted[chosen]


def _loss(rows: np.ndarray, labels: np.ndarray) -> float:
    shifted = rows - rows.max(axis=1, keepdims=True)
    chances = shifted[np.arange(len(labels)), labels] - np.log(np.exp(shifted).sum(axis=1))
    return -float(chances.mean())
