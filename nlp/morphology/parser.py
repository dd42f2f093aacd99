"""slovnet's syntax: a biaffine score for every pair of words, one tree a sentence, a relation for every arc.

Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (2017). slovnet takes the best head of each
word, which may leave circles; here the best tree is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

import numpy as np

from nlp.morphology import forest
from nlp.morphology.encoder import PART, settled
from nlp.morphology.threads import each
from nlp.morphology.weights import Floats, Integers

TOGETHER = 16
"""Sentences of like length scored in one array."""


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Every word as the governed one and as a governor; the last governor is the root."""

    dependants: Floats
    governors: Floats


class Parser:
    """slovnet's model and the numbers of its relations; `rows` are the syntax encoder's, a sentence from `starts`."""

    def __init__(self, model: Any, labels: Sequence[str]) -> None:
        self.head, self.rel = model.head, model.rel
        self.labels, self.root = len(labels), labels.index("root")
        self.barred = [labels.index("<pad>"), self.root]

    def heads(self, rows: Floats, starts: Integers, lengths: Integers, threads: int = 1) -> list[Integers]:
        """The head of every word, from 1, 0 for the root: one tree a sentence, which has at least one word."""
        sides = _Pairs(
            _forward(self.head.head, rows) @ self.head.kernel.array,
            _forward(self.head.tail, np.concatenate((rows, self.head.root.array[None]))),
        )
        order = np.argsort(-lengths, kind="stable")
        found: list[Integers] = [order] * len(order)
        groups = [order[start : start + TOGETHER] for start in range(0, len(order), TOGETHER)]
        each(partial(_plant, found, sides, (starts, lengths)), groups, threads)
        return found

    def relations(self, rows: Floats, places: Integers, above: Integers, threads: int = 1) -> Integers:
        """The number of the relation of the words in rows `places` to those in rows `above`, -1 for the root."""
        sides = _Pairs(
            _forward(self.rel.tail, rows[places]),
            _forward(self.rel.head, np.concatenate((rows, self.rel.root.array[None])))[above],
        )
        found = np.zeros(len(places), dtype=np.int64)
        parts = [slice(start, start + PART) for start in range(0, len(places), PART)]
        each(partial(self._relate, found, sides), parts, threads)
        found[above < 0] = self.root
        return found

    def _relate(self, found: Integers, sides: _Pairs, part: slice) -> None:
        dependants, governors = sides.dependants[part], sides.governors[part] @ self.rel.kernel.array
        scores = settled((governors.reshape(len(governors), self.labels, -1) @ dependants[:, :, None])[:, :, 0])
        scores[:, self.barred] = -np.inf
        found[part] = scores.argmax(1)


def _plant(found: list[Integers], sides: _Pairs, extents: tuple[Integers, Integers], group: Integers) -> None:
    """The trees of some sentences, the longest first."""
    starts, lengths = extents[0][group], extents[1][group]
    places = np.minimum(starts[:, None] + np.arange(lengths[0]), len(sides.dependants) - 1)
    root = np.full((len(group), 1), len(sides.governors) - 1)
    governors = sides.governors[np.concatenate((root, places), axis=1)]
    scores = settled(sides.dependants[places] @ governors.transpose(0, 2, 1))
    for index, tree in zip(group.tolist(), forest.decode(scores, lengths), strict=True):
        found[index] = tree


def _forward(layer: Any, rows: Floats) -> Floats:
    return cast("Floats", np.maximum(rows @ layer.proj.weight.array + layer.proj.bias.array, 0))
