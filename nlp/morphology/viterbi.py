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
    going = [int(np.searchsorted(-lengths, -step)) for step in range(lengths[0])]
    for step in range(1, lengths[0]):
        size = going[step]
        before = scores[step - 1, :, None, :size] + transitions[:, :, None]
        scores[step, :, :size] += before.max(0)
    return _traced(scores, transitions, lengths, going)


def _traced(scores: Floats, transitions: Floats, lengths: Integers, going: list[int]) -> list[Integers]:
    """Back from the last word of each sentence: the tag before is the one that gave the score."""
    paths = np.zeros((len(scores), len(lengths)), dtype=np.int64)
    for step in range(len(scores) - 1, -1, -1):
        size = going[step + 1] if step + 1 < len(scores) else 0
        ahead = transitions[:, paths[step + 1, :size]] if size else transitions[:, :0]
        total = scores[step, :, : going[step]].copy()
        total[:, :size] += ahead
        paths[step, : going[step]] = total.argmax(0)
    return [paths[:length, column] for column, length in enumerate(lengths.tolist())]
