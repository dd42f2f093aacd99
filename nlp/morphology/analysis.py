"""Sentences as lists of words in; tags, one tree and names for each out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from nlp.morphology import parser, trees, viterbi
from nlp.morphology.context import Halves
from nlp.morphology.encoder import Encoded, encode, settled
from nlp.morphology.weights import Floats, Integers, Weights
from nlp.morphology.windows import Window, windows

BUDGET = 2048
"""Words in one pass of the networks: the bound on memory, whatever the documents."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence, read, an entry a word: the numbers of its tags and relation; its head from 1, 0: the root.

    `rows` are the outputs of the three encoders, 192 numbers a word, in half precision.
    """

    tags: Integers
    heads: Integers
    relations: Integers
    names: Integers
    rows: Halves


def analyse(weights: Weights, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
    """What the three networks see in each sentence: «Павел Ткач провёл переговоры .»."""
    parts: list[list[tuple[Window, Analysis, Floats]]] = [[] for _ in sentences]
    cut = [window for index, sentence in enumerate(sentences) for window in windows(index, len(sentence))]
    for batch in _batches(cut):
        texts = [sentences[window.sentence][window.start : window.end] for window in batch]
        for window, (analysis, emissions) in zip(batch, _pass(weights, texts), strict=True):
            parts[window.sentence].append((window, analysis, emissions))
    joined = [_join(weights, each) for each in parts]
    transitions = weights.heads[2].head.crf.transitions.array[1:, 1:]
    names = viterbi.decode([emissions for _, emissions in joined], transitions)
    return [
        Analysis(found.tags, found.heads, found.relations, own + 1, found.rows)
        for (found, _), own in zip(joined, names, strict=True)
    ]


def _batches(cut: Sequence[Window]) -> Iterator[list[Window]]:
    """Windows in order, up to `BUDGET` words together."""
    batch: list[Window] = []
    words = 0
    for window in cut:
        words += window.end - window.start
        if batch and words > BUDGET:
            yield batch
            batch, words = [], window.end - window.start
        batch.append(window)
    if batch:
        yield batch


def _pass(weights: Weights, texts: Sequence[Sequence[str]]) -> Iterator[tuple[Analysis, Floats]]:
    """One pass of the networks; the first tag of each, `<pad>`, is never chosen."""
    encoded = encode(weights, texts)
    morph, syntax, names = weights.heads
    scores = _project(encoded.rows[0], morph)[:, 1:].argmax(1) + 1
    emissions = _project(encoded.rows[2], names)[:, 1:]
    heads = parser.heads(syntax, encoded)
    relations = parser.relations(syntax, weights.tags[1], encoded, heads)
    rows = np.concatenate(encoded.rows, axis=1).astype(np.float16)
    for own, found, labels in zip(_places(encoded), heads, relations, strict=True):
        yield Analysis(scores[own], found, labels, np.zeros(len(found), dtype=np.int64), rows[own]), emissions[own]


def _project(rows: Floats, model: object) -> Floats:
    linear = model.head.proj  # type: ignore[attr-defined]
    scores: Floats = rows @ linear.weight.array + linear.bias.array
    return settled(scores)


def _places(encoded: Encoded) -> Iterator[slice]:
    for start, length in zip(encoded.starts, encoded.lengths, strict=True):
        yield slice(start, start + length)


def _join(weights: Weights, parts: list[tuple[Window, Analysis, Floats]]) -> tuple[Analysis, Floats]:
    """The cores of a sentence's windows, end to end, as one tree."""
    if len(parts) == 1:
        return parts[0][1], parts[0][2]
    cores = [
        (window, slice(window.core_start - window.start, window.core_end - window.start)) for window, _, _ in parts
    ]
    heads = np.concatenate(
        [_shifted(each.heads[core], window.start) for (window, core), (_, each, _) in zip(cores, parts, strict=True)]
    )
    relations = np.concatenate([each.relations[core] for (_, core), (_, each, _) in zip(cores, parts, strict=True)])
    relations[trees.repair(heads)] = weights.tags[1].index("parataxis")
    relations[heads == 0] = weights.tags[1].index("root")
    tags = np.concatenate([each.tags[core] for (_, core), (_, each, _) in zip(cores, parts, strict=True)])
    emissions = np.concatenate([each[core] for (_, core), (_, _, each) in zip(cores, parts, strict=True)])
    rows = np.concatenate([each.rows[core] for (_, core), (_, each, _) in zip(cores, parts, strict=True)])
    return Analysis(tags, heads, relations, tags, rows), emissions


def _shifted(heads: Integers, start: int) -> Integers:
    return np.where(heads > 0, heads + start, 0)
