"""The best sequence of tags of a linear-chain CRF, for many sentences at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nlp.morphology.weights import Floats, Integers

TOGETHER = 32
"""Sentences of like length decoded in one array."""


def decode(emissions: Sequence[Floats], transitions: Floats) -> list[Integers]:
    """One tag a word for each sentence; `emissions[i]` is words × tags, `transitions` from tag × to tag."""
    by_length = sorted(range(len(emissions)), key=lambda index: len(emissions[index]))
    best: list[Integers] = [np.zeros(0, dtype=np.int64)] * len(emissions)
    for start in range(0, len(by_length), TOGETHER):
        chosen = [index for index in by_length[start : start + TOGETHER] if len(emissions[index])]
        paths = _decode([emissions[index] for index in chosen], transitions) if chosen else []
        for index, path in zip(chosen, paths, strict=True):
            best[index] = path
    return best


def _decode(emissions: list[Floats], transitions: Floats) -> list[Integers]:
    """The sentences are sorted by length: at step t only those from the first that is longer than t go on."""
    lengths = np.array([len(each) for each in emissions])
    padded = np.zeros((len(emissions), lengths[-1], len(transitions)), dtype=np.float32)
    for row, each in zip(padded, emissions, strict=True):
        row[: len(each)] = each
    score, history = padded[:, 0].copy(), np.zeros(padded.shape, dtype=np.int64)
    for step in range(1, lengths[-1]):
        going = int(np.searchsorted(lengths, step, side="right"))
        total = score[going:, :, None] + transitions + padded[going:, step, None, :]
        history[going:, step] = total.argmax(1)
        score[going:] = total.max(1)
    return [_trace(score[row], history[row, : lengths[row]]) for row in range(len(emissions))]


def _trace(score: Floats, history: Integers) -> Integers:
    path = np.empty(len(history), dtype=np.int64)
    path[-1] = score.argmax()
    for step in range(len(history) - 1, 0, -1):
        path[step - 1] = history[step, path[step]]
    return path
