"""slovnet's syntax: a biaffine score for every pair of words, one tree a sentence, a relation for every arc.

Dozat and Manning, "Deep Biaffine Attention for Neural Dependency Parsing" (2017). slovnet takes the best head of each
word, which may leave circles; here the best tree is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy as np

from nlp.morphology import trees
from nlp.morphology.encoder import Encoded, settled
from nlp.morphology.weights import Floats, Integers


def heads(model: Any, encoded: Encoded) -> list[Integers]:
    """The head of every word, from 1, 0 for the root: one tree a sentence."""
    rows = encoded.rows[1]
    head = model.head
    dependants = _forward(head.head, rows) @ head.kernel.array
    candidates = _forward(head.tail, rows)
    root = _forward(head.tail, head.root.array[None])
    found = []
    for start, length in zip(encoded.starts, encoded.lengths, strict=True):
        own = slice(start, start + length)
        scores = settled(dependants[own] @ np.concatenate((root, candidates[own])).T)
        found.append(trees.decode(scores) if length else np.zeros(0, dtype=np.int64))
    return found


def relations(model: Any, labels: list[str], encoded: Encoded, found: Sequence[Integers]) -> list[Integers]:
    """The number in `labels` of the relation of every word to its head: "root" for roots and for them alone."""
    if not sum(encoded.lengths):
        return list(found)
    rows, rel, root = encoded.rows[1], model.rel, labels.index("root")
    both = np.concatenate((rows, rel.root.array[None]))
    places = list(zip(encoded.starts, encoded.lengths, found, strict=True))
    own = np.concatenate([np.arange(start, start + length) for start, length, _ in places])
    above = np.concatenate([np.where(each > 0, start + each - 1, len(rows)) for start, _, each in places])
    governors = _forward(rel.head, both[above]) @ rel.kernel.array
    dependants = _forward(rel.tail, rows[own])
    scores = (governors.reshape(len(own), len(labels), -1) @ dependants[:, :, None])[:, :, 0]
    settled(scores)
    scores[:, [labels.index("<pad>"), root]] = -np.inf
    best = np.where(above == len(rows), root, scores.argmax(1))
    return np.split(best, np.cumsum(encoded.lengths)[:-1])


def _forward(layer: Any, rows: Floats) -> Floats:
    return cast("Floats", np.maximum(rows @ layer.proj.weight.array + layer.proj.bias.array, 0))
