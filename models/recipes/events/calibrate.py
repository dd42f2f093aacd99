"""Scores that mean what they say: weights by regression, stretched so that on documents they have not seen they fit.

The stretch is Platt's (1999): a second regression with one input, the first one's answer on the fold left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random
from typing import NamedTuple

import numpy as np

from models.recipes.events.examples import Example
from models.recipes.events.regression import fit, logit
from nlp.events.weights import Weights, logistic

FOLDS, PENALTY = 5, 3.0
LEAST = 0.02
"""Weights that are nearer to nothing are left out: no score moves by a hundredth."""
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


class Bin(NamedTuple):
    """Events scored alike: how many there are, what they are said to be worth, and how many are right."""

    low: float
    high: float
    events: int
    said: float
    right: float


def learn(examples: Sequence[Example], seed: int) -> tuple[Weights, list[float]]:
    """The weights, and the scores of the examples by weights that have not seen their documents."""
    unseen = _unseen(examples, seed)
    stretch, shift = _platt(unseen, [each.right for each in examples])
    bias, weights = fit([each.words for each in examples], [each.right for each in examples], PENALTY)
    kept = {word: round(stretch * weight, 3) for word, weight in weights.items() if abs(stretch * weight) >= LEAST}
    types = tuple(sorted({each.type for each in examples}))
    found = Weights(round(stretch * bias + shift, 3), kept, types)
    return found, [logistic(stretch * each + shift) for each in unseen]


def _unseen(examples: Sequence[Example], seed: int) -> list[float]:
    """What weights from the other folds say; a document is in one fold."""
    documents = sorted({each.document for each in examples})
    Random(seed).shuffle(documents)  # noqa: S311  nothing secret
    fold = {name: number % FOLDS for number, name in enumerate(documents)}
    answers = [0.0] * len(examples)
    for left_out in range(FOLDS):
        seen = [each for each in examples if fold[each.document] != left_out]
        bias, weights = fit([each.words for each in seen], [each.right for each in seen], PENALTY)
        for number, each in enumerate(examples):
            if fold[each.document] == left_out:
                answers[number] = logit(bias, weights, each.words)
    return answers


def _platt(logits: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """The stretch and shift under which the logits are likeliest, by Newton's method."""
    inputs = np.stack([np.array(logits), np.ones(len(logits))])
    answers, found = np.array(right, dtype=float), np.array([1.0, 0.0])
    for _ in range(50):
        said = 1 / (1 + np.exp(-found @ inputs))
        curve = (inputs * (said * (1 - said))) @ inputs.T + 1e-6 * np.eye(2)
        found = found - np.linalg.solve(curve, inputs @ (said - answers))
    return float(found[0]), float(found[1])


def bins(scores: Sequence[float], right: Sequence[bool]) -> list[Bin]:
    """The reliability table; empty bins are left out."""
    table = []
    for low, high in pairwise(BINS):
        inside = [(s, r) for s, r in zip(scores, right, strict=True) if low <= s < high or s == high == 1.0]
        if inside:
            count = len(inside)
            table.append(Bin(low, high, count, sum(s for s, _ in inside) / count, sum(r for _, r in inside) / count))
    return table
