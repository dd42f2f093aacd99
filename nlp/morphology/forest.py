"""One tree for every sentence of many: most are told at once, for the best head of each word makes a tree.

The others, whose best heads run in a circle, go through `nlp.morphology.trees` one by one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nlp.morphology import trees
from nlp.morphology.weights import Floats, Integers


def decode(scores: Floats, lengths: Integers) -> list[Integers]:
    """The heads of each sentence, as of `trees.decode`; `scores[s, i, h]` may hold anything beyond its length.

    The scores are changed: no word is its own head, and none hangs on what lies beyond the end.
    """
    _close(scores, lengths)
    heads, whole = _greedy(scores, lengths)
    return [
        found[:length] if is_tree else trees.decode(own[:length, : length + 1])
        for own, found, length, is_tree in zip(scores, heads, lengths.tolist(), whole.tolist(), strict=True)
    ]


def _close(scores: Floats, lengths: Integers) -> None:
    places = np.arange(scores.shape[1])
    beyond = places >= lengths[:, None]
    scores[:, :, 1:][np.broadcast_to(beyond[:, None], scores[:, :, 1:].shape)] = -np.inf
    scores[:, places, places + 1] = -np.inf


def _greedy(scores: Floats, lengths: Integers) -> tuple[Integers, NDArray[np.bool_]]:
    """The best head of each word but the root, the root that this leaves the dearest; whether that is a tree."""
    heads = scores[:, :, 1:].argmax(2) + 1
    dearest = np.take_along_axis(scores, heads[:, :, None], axis=2)[:, :, 0]
    gain = np.where(np.arange(scores.shape[1]) < lengths[:, None], scores[:, :, 0] - dearest, -np.inf)
    heads[np.arange(len(heads)), gain.argmax(1)] = 0
    heads[np.arange(scores.shape[1]) >= lengths[:, None]] = 0
    return heads, _reach_the_root(heads)


def _reach_the_root(heads: Integers) -> NDArray[np.bool_]:
    """Every word's head, then its head's head, and so on in steps that double, is the root in a tree."""
    above = np.concatenate((np.zeros((len(heads), 1), dtype=np.int64), heads), axis=1)
    for _ in range(heads.shape[1].bit_length()):
        above = np.take_along_axis(above, above, axis=1)
    return np.asarray(~above.any(axis=1))
