"""One pass of the three networks over sentences of one word and more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from nlp.morphology.addends import Addends, Halves
from nlp.morphology.encoder import GRID, PART, Encoded, encode
from nlp.morphology.parser import Parser
from nlp.morphology.threads import each
from nlp.morphology.weights import Floats, Integers, Weights

MORPHOLOGY, SYNTAX, NAMES = slice(0, 64), slice(64, 128), slice(128, 192)
"""Columns of the encoded rows."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the networks see in a sentence, an entry a word; heads count from 1, 0 is the root.

    `emissions` are scores of the tags of names; `context` is what the encoders made of each word, 492 numbers in half
    precision, `None` when nobody asked for it.
    """

    tags: Integers
    heads: Integers
    relations: Integers
    emissions: Floats
    context: Halves | None

    def part(self, own: slice) -> Seen:
        """The same of some of the words, their heads as they are."""
        context = None if self.context is None else self.context[own]
        return Seen(self.tags[own], self.heads[own], self.relations[own], self.emissions[own], context)

    def without_context(self) -> Seen:
        """The rest, when the context has found its place."""
        return Seen(self.tags, self.heads, self.relations, self.emissions, None)


class _Projection:
    """The scores of all tags but the first, `<pad>`, which is never chosen: `settled`, in units of 1/256."""

    def __init__(self, linear: Any) -> None:
        self.kernel = np.ascontiguousarray(linear.weight.array[:, 1:]) * np.float32(GRID)
        self.bias = linear.bias.array[1:] * np.float32(GRID)

    def scores(self, rows: Floats) -> Floats:
        """One row a word, one column a tag."""
        scores: Floats = rows @ self.kernel
        scores += self.bias
        return np.rint(scores, out=scores)


class Networks:
    """The weights, and the table of the words met last."""

    def __init__(self, weights: Weights, *, threads: int = 1) -> None:
        self.weights, self.threads = weights, threads
        self.addends = Addends(weights.first, weights.vectors)
        self.parser = Parser(weights.heads[1], weights.tags[1])
        self.tagger, self.namer = (_Projection(weights.heads[number].head.proj) for number in (0, 2))

    def read(self, sentences: Sequence[Sequence[str]], *, context: bool = False) -> Iterator[Seen]:
        """«Павел Ткач провёл переговоры .», «Меморандум подписан .»: what is seen in each."""
        encoded = encode(self.weights, self.addends, sentences, self.threads)
        words = np.flatnonzero(encoded.slots)
        trees = self.parser.heads(encoded.rows[:, SYNTAX], encoded.starts, encoded.lengths, self.threads)
        heads = np.concatenate(trees)
        above = np.where(heads > 0, heads - 1 + np.repeat(encoded.starts, encoded.lengths), -1)
        relations = self.parser.relations(encoded.rows[:, SYNTAX], words, above, self.threads)
        seen = self._context(encoded, words) if context else None
        every = Seen(self._tags(encoded, words), heads, relations, self._emissions(encoded, words), seen)
        ends = np.cumsum(encoded.lengths)
        for start, end in zip((ends - encoded.lengths).tolist(), ends.tolist(), strict=True):
            yield every.part(slice(start, end))

    def _tags(self, encoded: Encoded, words: Integers) -> Integers:
        found = np.zeros(len(words), dtype=np.int64)
        parts = [slice(start, start + PART) for start in range(0, len(words), PART)]
        each(partial(self._tag, found, encoded.rows[:, MORPHOLOGY], words), parts, self.threads)
        return found

    def _tag(self, found: Integers, rows: Floats, words: Integers, part: slice) -> None:
        found[part] = self.tagger.scores(rows[words[part]]).argmax(1) + 1

    def _emissions(self, encoded: Encoded, words: Integers) -> Floats:
        return self.namer.scores(encoded.rows[:, NAMES][words]) / np.float32(GRID)

    def _context(self, encoded: Encoded, words: Integers) -> Halves:
        """Word vectors and encoder outputs, side by side."""
        vectors = self.addends.halves[encoded.slots[words]]
        return np.concatenate((vectors, encoded.rows[words].astype(np.float16)), axis=1)
