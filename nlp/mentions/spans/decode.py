"""Scores of every span and label → the mentions that can stand together."""

from __future__ import annotations

from bisect import insort
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans.tables import Tables

Floats = NDArray[np.float32]


class Found(NamedTuple):
    """Words `start` to `end` (not included) are a mention with this label and probability."""

    start: int
    end: int
    label: str
    score: float


def decode(tables: Tables, scores: Floats, sentence_ends: NDArray[np.int64]) -> list[Found]:
    """`scores` is words × widths × (1 + labels); a span ends with its sentence, and mentions nest but never cross."""
    chosen = _chosen(tables, scores, sentence_ends)
    kept: list[Found] = []
    for each in sorted(chosen, key=_surest):
        if not any(_cross(each, other) for other in kept):
            insort(kept, each, key=_place)
    return kept


def _chosen(tables: Tables, scores: Floats, sentence_ends: NDArray[np.int64]) -> list[Found]:
    starts, widths = np.arange(len(scores))[:, None], np.arange(scores.shape[1])[None, :]
    best = scores[..., 1:].max(axis=-1)
    likely = best > scores[..., 0] + tables.margin * tables.temperature
    rows, columns = np.nonzero(likely & (starts + widths < sentence_ends[:, None]))
    chances = _softmax(scores[rows, columns] / np.float32(tables.temperature))
    labels = chances[:, 1:].argmax(axis=1) + 1
    return [
        Found(row, row + column + 1, tables.labels[label - 1], round(float(own[label]), 3))
        for row, column, label, own in zip(rows.tolist(), columns.tolist(), labels.tolist(), chances, strict=True)
    ]


def _softmax(rows: Floats) -> Floats:
    powers = np.exp(rows - rows.max(axis=1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=1, keepdims=True)
    return chances


def _cross(one: Found, other: Found) -> bool:
    return one.start < other.start < one.end < other.end or other.start < one.start < other.end < one.end


def _surest(found: Found) -> tuple[float, int, int]:
    return -found.score, found.start, found.end


def _place(found: Found) -> tuple[int, int]:
    return found.start, -found.end
