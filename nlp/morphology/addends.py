"""What words add to the rows around them in the first convolution: computed once for the words that come often.

That product is the greater part of the networks' work, and it depends on nothing but the word and its shape. So the
words met last keep theirs in a table: of a stream of news one word in five is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from typing import TypeAlias, cast

import numpy as np
from numpy.typing import NDArray
from slovnet.shape import word_shape

from nlp.morphology.room import Room
from nlp.morphology.threads import each
from nlp.morphology.weights import First, Floats, Integers, Vectors

Halves: TypeAlias = NDArray[np.float16]
GAP = -1
"""The code of an empty row, which adds nothing: it is always in slot 0."""
SIZE = 8192
"""Words in the table: 80 MB when it is full."""
BLOCK = 256
"""Words computed at a time."""
TILE = 16
"""Words in one product, empty ones among them. Matrix libraries sum in an order that depends on the number of words and
the place of a word among them. As the columns of a product sixteen of them fill registers side by side and all go the
same way: what a word adds is the same in any company."""


class Addends:
    """The table; a word in `slots[code]` adds `before[slot]` to the next row, `own[slot]` to its own, and so on."""

    def __init__(self, first: First, vectors: Vectors) -> None:
        self.vectors = vectors
        self.slots = {GAP: 0}
        width = first.words.shape[1] // 3
        self.after_it, self.own, self.before_it = (np.zeros((SIZE, width), dtype=np.float32) for _ in range(3))
        self._blocks = [np.ascontiguousarray(each.T) for each in np.split(first.words, 3, axis=1)]
        self._shapes = [np.ascontiguousarray(each) for each in np.split(first.shapes, 3, axis=1)]
        self.room = Room(width)
        self.halves: Halves = np.zeros((SIZE, len(first.words)), dtype=np.float16)
        self._codes = np.full(SIZE, GAP, dtype=np.int64)
        self._met = np.zeros(SIZE, dtype=np.int64)
        self._batch = 0
        self.code = lru_cache(maxsize=1 << 14)(self._code)

    def _code(self, word: str) -> int:
        """The number of a word and its shape: «Минск» is looked up as «минск», what navec lacks is `<unk>`."""
        ids, shapes = self.vectors.ids, self.vectors.shape_ids
        known = ids.get(word.lower(), ids["<unk>"])
        return known * len(shapes) + shapes[shape_of(word)]

    def find(self, codes: Sequence[int], threads: int = 1) -> Integers:
        """The slot of each code: fewer than `SIZE` different ones, all in the table until the next call."""
        self._batch += 1
        lacking = self._lacking(codes)
        if lacking:
            self._enter(np.array(lacking, dtype=np.int64), threads)
        found = np.fromiter(map(self.slots.__getitem__, codes), dtype=np.int64, count=len(codes))
        self._met[found] = self._batch
        return found

    def _lacking(self, codes: Iterable[int]) -> list[int]:
        """The codes without a slot; the slots of the others are marked, so that they stay."""
        kinds = dict.fromkeys(codes)
        known = [self.slots[code] for code in kinds if code in self.slots]
        self._met[known] = self._batch
        return [code for code in kinds if code not in self.slots]

    def _enter(self, codes: Integers, threads: int) -> None:
        """Compute the addends of new words in place of those not met for the longest time."""
        slots = np.argpartition(self._met[1:], len(codes) - 1)[: len(codes)] + 1
        for slot, old, code in zip(slots.tolist(), self._codes[slots].tolist(), codes.tolist(), strict=True):
            if old != GAP:
                del self.slots[old]
            self.slots[code] = slot
        self._codes[slots] = codes
        parts = [slice(start, start + BLOCK) for start in range(0, len(codes), BLOCK)]
        each(partial(self._fill, slots, codes), parts, threads)

    def _fill(self, slots: Integers, codes: Integers, part: slice) -> None:
        words, shapes = np.divmod(codes[part], len(self.vectors.shape_ids))
        vectors, rows = word_vectors(self.vectors, words), slots[part]
        tables = (self.after_it, self.own, self.before_it)
        for table, by_word, by_shape in zip(tables, self._blocks, self._shapes, strict=True):
            table[rows] = _product(vectors, by_word) + by_shape.take(shapes, axis=0)
        self.halves[rows] = vectors


def _product(vectors: Floats, by_word: Floats) -> Floats:
    tiles = np.zeros((-(-len(vectors) // TILE), TILE, vectors.shape[1]), dtype=vectors.dtype)
    tiles.reshape(-1, vectors.shape[1])[: len(vectors)] = vectors
    found: Floats = (by_word @ tiles.transpose(0, 2, 1)).transpose(0, 2, 1).reshape(-1, len(by_word))
    return found[: len(vectors)]


def word_vectors(vectors: Vectors, words: Integers) -> Floats:
    """Navec's vectors, 300 numbers a word."""
    parts, centroids, width = vectors.codes.shape
    places = vectors.indexes[words] + np.arange(parts) * centroids
    chosen = vectors.codes.reshape(parts * centroids, width).take(places, axis=0)
    return cast("Floats", chosen.reshape(len(words), parts * width))


@lru_cache(maxsize=1 << 14)
def shape_of(word: str) -> str:
    """Slovnet's class of letters and case: «Минск» → RU_Xx, «2024» → NUM."""
    return cast("str", word_shape(word))
