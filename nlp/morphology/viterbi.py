"""The best sequence of tags of a linear-chain CRF, for many sentences at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from nlp.morphology.weights import Floats, Integers

TOGETHER, AREA = 128, 1 << 16
"""Sentences of like length decoded in one array, and the places in it."""


def decode(emissions: Sequence[Floats], transitions: Floats) -> list[Integers]:
    """One tag a word for each sentence; `emissions[i]` is words × tags, `transitions` from tag × to tag."""
    best: list[Integers] = [np.zeros(0, dtype=np.int64)] * len(emissions)
    for group in _groups(emissions):
        for index, path in zip(group, _decode([emissions[index] for index in group], transitions), strict=True):
            best[index] = path
    return best


def _groups(emissions: Sequence[Floats]) -> Iterator[list[int]]:
    """The longest sentences first; what has no words has no path."""
    waiting = sorted((index for index, each in enumerate(emissions) if len(each)), key=lambda i: -len(emissions[i]))
    while waiting:
        size = max(1, min(TOGETHER, AREA // len(emissions[waiting[0]])))
        yield waiting[:size]
        waiting = waiting[size:]


def _decode(emissions: list[Floats], transitions: Floats) -> list[Integers]:
    """Scores are step × tag × sentence: at each step the sentences that go on are the first ones."""
    lengths = np.array([len(each) for each in emissions])
    scores = np.zeros((lengths[0], len(transitions), len(emissions)), dtype=np.float32)
    for column, each in enumerate(emissions):
        scores[: len(each), :, column] = each
    best: list[Integers] = []
    for size, before, own in zip(_going(lengths), scores, scores[1:], strict=False):
        arrivals = before[:, None, :size] + transitions[:, :, None]
        own[:, :size] += np.maximum.reduce(arrivals, axis=0)
        best.append(arrivals.argmax(0))
    return _traced(scores, best, lengths)


def _going(lengths: Integers) -> list[int]:
    """How many sentences have a second word, a third and so on; `lengths` begin with the greatest."""
    found: list[int] = np.searchsorted(-lengths, -np.arange(1, lengths[0])).tolist()
    return found


def _traced(scores: Floats, best: list[Integers], lengths: Integers) -> list[Integers]:
    """Back from the last word of each sentence: `best` has for every tag of the next word the one before it."""
    columns = np.arange(len(lengths))
    paths = np.zeros((len(scores), len(lengths)), dtype=np.int64)
    paths[lengths - 1, columns] = scores[lengths - 1, :, columns].argmax(1)
    for step in range(len(best) - 1, -1, -1):
        before = best[step]
        size = before.shape[1]
        paths[step, :size] = before[paths[step + 1, :size], columns[:size]]
    return [paths[:length, column] for column, length in enumerate(lengths.tolist())]
