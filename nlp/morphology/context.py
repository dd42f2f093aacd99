"""What the networks saw of each word, left on a document for the component that reads it next.

A row of `doc.tensor` for each token, in half precision: navec's vector of the word, then the outputs of the three
encoders, morphology, syntax, names. Tokens that are no words have zeros. `take` empties it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc

from nlp.morphology.addends import Halves

__all__ = ["LONGEST", "Halves", "Sheet", "peek", "take"]

LONGEST = 1 << 17
"""Tokens of the longest document that gets its rows: 130 MB of them."""
WIDTH = 492
"""Numbers in a row of the network's."""


class Sheet:
    """Rows for all tokens of some documents, filled a part at a time: a book's are never held twice."""

    def __init__(
        self, docs: Sequence[Doc], places: Iterable[tuple[int, Sequence[int]]], rows: Halves | None = None
    ) -> None:
        """`places` are those of the words of each part, in the document of that number.

        `rows` are those of an earlier sheet, to be written over part by part as they are read.
        """
        self.docs = docs
        self.starts = np.cumsum([0, *(len(doc) for doc in docs)])
        self.places = [self.starts[number] + np.array(own, dtype=np.int64) for number, own in places]
        self.rows: Halves = np.zeros((int(self.starts[-1]), WIDTH), dtype=np.float16) if rows is None else rows

    def put(self, part: int, start: int, rows: Halves) -> None:
        """The rows of a part's words from word number `start` on."""
        self.rows[self.places[part][start : start + len(rows)]] = rows

    def leave(self) -> None:
        """Each document has its own; a document that is too long has none."""
        for doc, start in zip(self.docs, self.starts.tolist(), strict=False):
            if len(doc) <= LONGEST:
                _keep(doc, self.rows[start : start + len(doc)])


def take(doc: Doc) -> Halves | None:
    """The rows, which the document then no longer holds; `None` when it had none."""
    rows = peek(doc)
    _keep(doc, np.zeros((0,), dtype=np.float32))
    return rows


def peek(doc: Doc) -> Halves | None:
    """The same rows, which stay for the component after this one."""
    rows: Any = doc.tensor
    return cast("Halves", rows) if len(rows) else None


def _keep(doc: Doc, rows: Any) -> None:
    """The declaration that spaCy has of the attribute knows doubles alone."""
    doc.tensor = rows
