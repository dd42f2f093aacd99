"""Rows of the forms that were met lately: what a word brings wherever it stands is computed once."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans.features import Reader
from nlp.mentions.spans.sessions import Session
from nlp.mentions.spans.stretches import BUDGET

ROOM = 1 << 14
"""Forms kept; when there are more, those unmet for longest are forgotten."""
TOGETHER = 256
"""Forms computed in one pass."""


class Known:
    """Form → row. What is kept never changes a result, only how soon it is there."""

    def __init__(self, reader: Reader, session: Session) -> None:
        self.reader, self.session = reader, session
        self._lock = Lock()
        self.places: OrderedDict[str, int] = OrderedDict()
        self.rows: NDArray[np.float32] = np.zeros((0, 0), dtype=np.float32)

    def __call__(self, forms: Sequence[str], vectors: NDArray[Any]) -> NDArray[np.float32]:
        """One row a form, of which there are `BUDGET` at most; `vectors` are navec's, one a form."""
        with self._lock:
            met = {form: place for place, form in enumerate(forms)}
            new = [form for form in met if form not in self.places]
            for form in met:
                if form in self.places:
                    self.places.move_to_end(form)
            if new:
                self._learn(new, vectors[[met[form] for form in new]])
            return self.rows[[self.places[form] for form in forms]]

    def _learn(self, forms: list[str], vectors: NDArray[Any]) -> None:
        starts = range(0, len(forms), TOGETHER)
        found = [self._pass(forms[at : at + TOGETHER], vectors[at : at + TOGETHER]) for at in starts]
        rows = np.concatenate(found)
        places = self._room(*rows.shape)
        self.rows[places] = rows
        self.places.update(zip(forms, places, strict=True))

    def _pass(self, forms: list[str], vectors: NDArray[Any]) -> NDArray[np.float32]:
        """A form alone is read beside itself: products of matrices with one row are summed in another order."""
        alone = len(forms) == 1
        read = self.reader.read(forms * 2, vectors.repeat(2, axis=0)) if alone else self.reader.read(forms, vectors)
        (rows,) = self.session(**read._asdict())
        return rows[:1] if alone else rows

    def _room(self, number: int, width: int) -> list[int]:
        """Rows that no form has yet, then those of the forms unmet for longest.

        The array is made once: the system gives zeros page by page, when something is written on them.
        """
        if not self.rows.size:
            self.rows = np.zeros((ROOM + BUDGET, width), dtype=np.float32)
        kept = len(self.places)
        free = range(kept, min(kept + number, len(self.rows)))
        return [*free, *(self.places.popitem(last=False)[1] for _ in range(number - len(free)))]
