"""How good the head is on documents that it has not seen: strict spans and labels, with the range that chance allows.

The range holds 95 of 100 scores of documents drawn anew, with replacement, from those held out: Efron, Bootstrap
methods: another look at the jackknife, 1979.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import numpy as np

from nlp.evaluation.scores import TOTAL, Score
from nlp.evaluation.standoff import Mark

DRAWS = 1000
Outcome = tuple[frozenset[Mark], frozenset[Mark]]
"""The marks of a document: in the annotation, found."""


class Range(NamedTuple):
    """The 2.5th and 97.5th of 100 scores."""

    low: float
    high: float


class Measured(msgspec.Struct, frozen=True):
    """One label, or all: `before` is what the model that was given scored, `None` for a label new to it."""

    after: Score
    range: Range
    before: Score | None


def measure(
    after: Sequence[Outcome], before: Sequence[Outcome], labels: Sequence[str], known: frozenset[str], seed: int
) -> dict[str, Measured]:
    """By label, the sum last; both sequences tell of the same documents in the same order."""
    return {
        label: Measured(
            after=_sum(_counts(after, of)),
            range=_range(_counts(after, of), seed),
            before=_sum(_counts(before, of)) if of <= known else None,
        )
        for label, of in (*((label, frozenset({label})) for label in labels), (TOTAL, frozenset(labels)))
    }


def _counts(outcomes: Sequence[Outcome], labels: frozenset[str]) -> np.ndarray:
    """Documents × right, found, in the annotation."""
    rows = [[_of(gold & found, labels), _of(found, labels), _of(gold, labels)] for gold, found in outcomes]
    return np.array(rows, dtype=np.int64).reshape(-1, 3)


def _of(marks: frozenset[Mark], labels: frozenset[str]) -> int:
    return sum(count for label, count in Counter(mark.label for mark in marks).items() if label in labels)


def _sum(counts: np.ndarray) -> Score:
    right, found, gold = counts.sum(axis=0).tolist()
    return Score(right, found, gold)


def _range(counts: np.ndarray, seed: int) -> Range:
    drawn = np.random.default_rng(seed).integers(len(counts), size=(DRAWS, len(counts)))
    right, found, gold = counts[drawn].sum(axis=1).T
    low, high = np.quantile(2 * right / np.maximum(found + gold, 1), (0.025, 0.975)).tolist()
    return Range(low, high)
