"""Logistic regression over words, small enough to read: «sense visit/arrived», «roles 2» and their weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
RARE = 2
"""A word that fewer examples have tells nothing that another text would repeat."""
STEPS, RATE = 400, 0.1


def fit(examples: Sequence[Sequence[str]], right: Sequence[bool], penalty: float) -> tuple[float, dict[str, float]]:
    """The bias and the weights that make the answers likeliest, large weights punished by `penalty` (L2).

    Full batches by Adam (Kingma and Ba 2015), so that the same examples give the same weights.
    """
    counts = Counter(word for example in examples for word in set(example))
    words = sorted(word for word, count in counts.items() if count >= RARE)
    place = {word: number for number, word in enumerate(words)}
    pairs = [(row, place[w]) for row, example in enumerate(examples) for w in dict.fromkeys(example) if w in place]
    rows, columns = np.array(pairs).T
    answers, weights = np.array(right, dtype=float), np.zeros(len(words) + 1)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = _slope(weights, rows, columns, answers, penalty)
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return float(weights[-1]), {word: float(weights[number]) for word, number in place.items()}


def _slope(weights: Numbers, rows: Numbers, columns: Numbers, answers: Numbers, penalty: float) -> Numbers:
    """The gradient, the bias last and unpunished."""
    logits = np.bincount(rows, weights[columns], minlength=len(answers)) + weights[-1]
    missed = 1 / (1 + np.exp(-logits)) - answers
    inner = np.bincount(columns, missed[rows], minlength=len(weights) - 1) + penalty * weights[:-1]
    return np.append(inner, missed.sum())


def logit(bias: float, weights: dict[str, float], example: Sequence[str]) -> float:
    """What the weights say of one example."""
    return bias + sum(weights.get(word, 0.0) for word in example)
