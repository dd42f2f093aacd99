"""What both components of the span model share: documents are asked about in parts, and each part is answered alone.

So threads have something to do, and no document, and no number of threads, has a say in what a document gets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from nlp.errors import ModelError
from nlp.knowledge.stored import Stored
from nlp.mentions.spans.stretches import Stretch, stretches
from nlp.morphology.batches import TOGETHER, batches
from nlp.morphology.context import take
from nlp.morphology.threads import mapped


class Part(NamedTuple):
    """A stretch of a document and its number, what was left for the whole of it, and what `ask` made of it."""

    doc: Doc
    stretch: Stretch
    number: int
    left: NDArray[Any]
    asked: Any

    def rows(self) -> NDArray[Any]:
        """One for each word of the stretch, copied only now: a book has many stretches."""
        found: NDArray[Any] = self.left[self.stretch.places]
        return found

    def done(self) -> Part:
        """The same without what was left, which of a book is more than all else."""
        return self._replace(left=np.zeros((0, 0), dtype=np.float16))


class Reading(Stored):
    """A component that takes what another left in `doc.tensor`; `threads` are at work at once."""

    def __init__(self, threads: int = 1) -> None:
        if threads < 1:
            raise ModelError(f"{self.NAME} has threads = {threads}; it takes 1 or more")
        super().__init__()
        self.threads = threads

    def __call__(self, doc: Doc) -> Doc:
        """One document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = TOGETHER) -> Iterator[Doc]:
        """Several documents; one after the other where there is one thread, which holds fewest in memory."""
        for docs in batches(stream, batch_size if self.threads > 1 else 1):
            parts = [self._parts(doc) for doc in docs]
            answers = iter(mapped(self.answer, chain.from_iterable(parts), self.threads))
            parts = [[part.done() for part in own] for own in parts]
            for doc, own in zip(docs, parts, strict=True):
                self.write(doc, own, [next(answers) for _ in own])
            yield from docs

    def _parts(self, doc: Doc) -> list[Part]:
        left = take(doc)
        if left is None:
            return []
        read = stretches(doc)
        asked = self.ask(doc, read, left)
        return [Part(doc, each, number, left, asked) for number, each in enumerate(read)]

    def ask(self, doc: Doc, parts: Sequence[Stretch], left: NDArray[Any]) -> Any:
        """What the answers need of the whole document; `left` is what the component before left, a row a token."""
        raise NotImplementedError

    def answer(self, part: Part) -> Any:
        """What the model says of a part; the document is only read."""
        raise NotImplementedError

    def write(self, doc: Doc, parts: Sequence[Part], answers: Sequence[Any]) -> None:
        """What it said of all parts of a document, written on it; no parts, if nothing was left in `doc.tensor`."""
        raise NotImplementedError
