"""The second half of the span model: which mentions stand in which of NEREL's 49 relations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.decode import Floats, Integers, softmax
from nlp.mentions.spans.pairs import Mentions, Pairs, hung, pairs
from nlp.mentions.spans.paths import Tree
from nlp.mentions.spans.sessions import Session
from nlp.mentions.spans.tagger import TABLES

RELATIONS = "relations.onnx"
FILES = (RELATIONS, TABLES)
TOGETHER = 4096
"""Pairs in one pass: the bound on memory, whatever the document."""


class Tied(NamedTuple):
    """Mention number `source` stands in a relation to number `target`, with this probability."""

    source: int
    target: int
    label: str
    score: float


class Relater:
    """The span model's rows and some mentions in, relations out."""

    def __init__(self, files: Mapping[str, bytes], threads: int = 1) -> None:
        self.tables = stored.loads(files[TABLES])
        self._relations = Session(RELATIONS, files[RELATIONS], threads)
        self.likely = np.array(self.tables.likely, dtype=np.int64)
        self.numbers = {label: place for place, label in enumerate(self.tables.labels)}
        self.arcs = self.tables.arc_ids()

    def relate(  # noqa: PLR0913  what is known of the words, each of its own kind
        self,
        rows: NDArray[Any],
        forms: Sequence[str],
        groups: Integers,
        ends: Integers,
        tree: Tree,
        mentions: Sequence[tuple[int, int, str]],
    ) -> list[Tied]:
        """`mentions` are first word, word after the last, label; a label that NEREL lacks has no relations."""
        known = [number for number, (_, _, label) in enumerate(mentions) if label in self.numbers]
        if len(known) < 2:
            return []
        own = self._mentions(tree, [mentions[number] for number in known])
        sentences = np.cumsum(np.r_[0, ends[1:] != ends[:-1]])
        near = pairs(own, self.likely, sentences, groups, forms, tree)
        tied = [each for at in range(0, len(near.sources), TOGETHER) for each in self._pass(rows, own, near, at)]
        return [each._replace(source=known[each.source], target=known[each.target]) for each in tied]

    def _mentions(self, tree: Tree, mentions: Sequence[tuple[int, int, str]]) -> Mentions:
        first, last, labels = np.array(
            [(start, end - 1, self.numbers[label]) for start, end, label in mentions], dtype=np.int64
        ).T
        return hung(tree, first, last, labels)

    def _pass(self, rows: NDArray[Any], own: Mentions, near: Pairs, at: int) -> list[Tied]:
        near = near.part(at, at + TOGETHER)
        (scores,) = self._relations(rows=rows, **own._asdict(), **near._asdict())
        return self._tied(near.sources, near.targets, scores)

    def _tied(self, sources: Integers, targets: Integers, scores: Floats) -> list[Tied]:
        (likely,) = np.nonzero(scores.argmax(axis=1))
        chances = softmax(scores[likely])
        return [
            Tied(source, target, self.tables.relations[int(own.argmax()) - 1], round(float(own.max()), 3))
            for source, target, own in zip(sources[likely].tolist(), targets[likely].tolist(), chances, strict=True)
        ]
