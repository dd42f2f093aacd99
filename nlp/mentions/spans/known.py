"""Rows of the forms that were met lately: what a word brings wherever it stands is computed once."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans.features import Reader
from nlp.mentions.spans.sessions import Session
from nlp.mentions.spans.stretches import BUDGET

ROOM = 1 << 14
"""Forms kept; when they are more, all are forgotten."""
TOGETHER = 256
"""Forms computed in one pass."""


class Known:
    """Form → row. What is kept never changes a result, only how soon it is there."""

    def __init__(self, reader: Reader, session: Session) -> None:
        self.reader, self.session = reader, session
        self._lock = Lock()
        self.places: dict[str, int] = {}
        self.rows: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)

    def __call__(self, forms: Sequence[str], vectors: NDArray[Any]) -> NDArray[np.float32]:
        """One row a form; `vectors` are navec's, one a form."""
        with self._lock:
            if len(self.places) > ROOM:
                self.places = {}
            new = {form: place for place, form in enumerate(forms) if form not in self.places}
            if new:
                self._learn(list(new), vectors[list(new.values())])
            return self.rows[[self.places[form] for form in forms]]

    def _learn(self, forms: list[str], vectors: NDArray[Any]) -> None:
        found = [
            self._pass(forms[at : at + TOGETHER], vectors[at : at + TOGETHER]) for at in range(0, len(forms), TOGETHER)
        ]
        kept = len(self.places)
        rows = np.concatenate(found)
        self._make_room(kept + len(rows), rows.shape[1])
        self.rows[kept : kept + len(rows)] = rows
        self.places.update((form, kept + place) for place, form in enumerate(forms))

    def _pass(self, forms: list[str], vectors: NDArray[Any]) -> NDArray[np.float32]:
        """A form alone is read beside itself: products of matrices with one row are summed in another order."""
        alone = len(forms) == 1
        read = self.reader.read(forms * 2, vectors.repeat(2, axis=0)) if alone else self.reader.read(forms, vectors)
        (rows,) = self.session(**read._asdict())
        return rows[:1] if alone else rows

    def _make_room(self, needed: int, width: int) -> None:
        """Once as a rule: the system gives zeros page by page, when something is written on them."""
        if needed > len(self.rows):
            larger = np.zeros((max(needed, ROOM + BUDGET), width), dtype=np.float32)
            larger[: len(self.rows), : self.rows.shape[1]] = self.rows
            self.rows = larger
