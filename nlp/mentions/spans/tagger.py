"""The span model, ready to run, a stretch of a document at a time: no document has a say in another's result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.decode import Floats, Found, Integers, decode
from nlp.mentions.spans.features import VECTORS, Reader, together
from nlp.mentions.spans.known import Known
from nlp.mentions.spans.sessions import Session
from nlp.mentions.spans.spots import LEAST, spots

FORMS, ROWS, SPANS, TABLES = "forms.onnx", "rows.onnx", "spans.onnx", "spans.json"
FILES = (FORMS, ROWS, SPANS, TABLES)


class Tagger:
    """Words with their context in, rows and mentions out."""

    def __init__(self, files: Mapping[str, bytes], threads: int = 1) -> None:
        self.tables = stored.loads(files[TABLES])
        self.numbers = {label: number for number, label in enumerate(self.tables.labels)}
        self.known = Known(Reader(self.tables), Session(FORMS, files[FORMS], threads))
        self._rows, self._spans = (Session(name, files[name], threads) for name in (ROWS, SPANS))

    @property
    def width(self) -> int:
        """Numbers in a row."""
        return self._rows.width()

    def find(
        self, forms: Sequence[str], context: NDArray[Any], hints: NDArray[Any], groups: Integers, ends: Integers
    ) -> tuple[Floats, list[Found]]:
        """What the model knows of each word in its document, and the mentions.

        `context` as `letopis_network` leaves it, a row a word; `hints` as in `nlp.mentions.spans.hints`; `groups` as
        in `nlp.mentions.spans.features`; `ends` the word after the word's sentence.
        """
        rows, edges = self.rows(forms, context, hints, groups)
        first, last, scores = self.scores(rows, edges, ends)
        return rows, decode(self.tables, first, last, scores[:, : len(self.tables.labels) + 1])

    def rows(
        self, forms: Sequence[str], context: NDArray[Any], hints: NDArray[Any], groups: Integers
    ) -> tuple[Floats, Floats]:
        """Rows, and the logits of «a mention begins here», «a mention ends here»."""
        repeated, numbers = together(groups)
        rows, edges = self._rows(
            own=self.known(forms, context[:, :VECTORS]),
            encoders=context[:, VECTORS:],
            hints=hints.astype(np.float32),
            repeated=repeated,
            numbers=numbers,
        )
        return rows, edges

    def scores(self, rows: Floats, edges: Floats, ends: Integers) -> tuple[Integers, Integers, Floats]:
        """First and last words of the spans looked at, and their scores: NEREL's labels, then Collection5's.

        The first of either is «no mention».
        """
        first, last = spots(edges, ends, self.tables.width, LEAST)
        if not len(first):
            return first, last, np.zeros((0, len(self.tables.labels) + len(self.tables.coarse) + 2), dtype=np.float32)
        (scores,) = self._spans(rows=rows, first=first, last=last)
        return first, last, scores
