"""Scores of spans → the mentions that can stand together."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans.tables import Tables

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


class Found(NamedTuple):
    """Words `start` to `end` (not included) are a mention with this label and probability.

    It beats «no mention»; `clear` says whether by the margin of the tables.
    """

    start: int
    end: int
    label: str
    score: float
    clear: bool = True


def decode(tables: Tables, first: Integers, last: Integers, scores: Floats) -> list[Found]:
    """`scores` is spans × (1 + labels), the first for «no mention»; mentions nest but never cross."""
    chosen = sorted(_chosen(tables, first, last, scores), key=_surest)
    crossing = _crossing(chosen)
    kept = np.zeros(len(chosen), dtype=np.bool_)
    for place, others in enumerate(crossing):
        kept[place] = not (others & kept).any()
    return sorted((each for each, stays in zip(chosen, kept, strict=True) if stays), key=_place)


def _crossing(found: list[Found]) -> NDArray[np.bool_]:
    """Mentions × mentions: do they share words without one holding the other?"""
    start, end = np.array([each[:2] for each in found], dtype=np.int64).reshape(-1, 2).T
    begins_first = (start[:, None] < start) & (start < end[:, None]) & (end[:, None] < end)
    return begins_first | begins_first.T


def _chosen(tables: Tables, first: Integers, last: Integers, scores: Floats) -> list[Found]:
    above = scores[:, 1:].max(axis=1) - scores[:, 0]
    (likely,) = np.nonzero(above > 0)
    clear = above[likely] > tables.margin * tables.temperature
    chances = softmax(scores[likely] / np.float32(tables.temperature))
    labels = chances[:, 1:].argmax(axis=1) + 1
    columns = (each.tolist() for each in (first[likely], last[likely], labels, clear))
    return [
        Found(start, end + 1, tables.labels[label - 1], round(float(own[label]), 3), beats)
        for start, end, label, beats, own in zip(*columns, chances, strict=True)
    ]


def softmax(rows: Floats) -> Floats:
    """Scores → probabilities, by row."""
    powers = np.exp(rows - rows.max(axis=1, keepdims=True))
    chances: Floats = powers / powers.sum(axis=1, keepdims=True)
    return chances


def _surest(found: Found) -> tuple[float, int, int]:
    return -found.score, found.start, found.end


def _place(found: Found) -> tuple[int, int]:
    return found.start, -found.end
