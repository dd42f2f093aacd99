"""The sums of the rows of clues, those that are asked for again and again kept in one table."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from threading import Lock
from typing import TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from nlp.morphology.clues import Bag, Told

Floats: TypeAlias = NDArray[np.float32]
ABSENT = -1


class Rows:
    """A row of numbers for each clue; the first is of no clue and nothing."""

    def __init__(self, places: Mapping[str, int], rows: Floats) -> None:
        self.places = places
        self.rows = rows

    def sums(self, bags: Sequence[Bag]) -> Floats:
        """The sum of the rows of each bag's clues, one after the other; unknown ones say nothing."""
        places = self.places
        known = [[places[clue] for clue in bag if clue in places] for bag in bags]
        longest = max(1, *map(len, known))
        padded = np.array([own + [0] * (longest - len(own)) for own in known])
        return cast("Floats", np.add.reduce(self.rows.take(padded, axis=0), axis=1))


class Sums:
    """The sums of what is told by things of one kind. A full table begins anew; what is `None` tells nothing."""

    def __init__(self, rows: Rows, kept: int) -> None:
        self.rows = rows
        self.kept = kept
        self.lock = Lock()
        self._empty(kept)

    def of(self, told: Sequence[Told | None]) -> Floats:
        """A row for each."""
        with self.lock:
            slots = self._slots(told)
            if ABSENT in slots:
                self._add(told)
                slots = self._slots(told)
            return self.table.take(slots, axis=0)

    def _slots(self, told: Sequence[Told | None]) -> list[int]:
        get = self.slots.get
        return [get(each, ABSENT) for each in told]

    def _add(self, told: Sequence[Told | None]) -> None:
        new = [each for each in dict.fromkeys(told) if each is not None and each not in self.slots]
        if len(self.slots) + len(new) > len(self.table):
            self._empty(max(self.kept, len(told) + 1))
            new = [each for each in dict.fromkeys(told) if each is not None]
        first = len(self.slots)
        self.table[first : first + len(new)] = self.rows.sums([each.clues() for each in new])
        self.slots.update((each, first + place) for place, each in enumerate(new))

    def _empty(self, size: int) -> None:
        self.table = np.zeros((size, self.rows.rows.shape[1]), dtype=np.float32)
        self.slots: dict[Hashable, int] = {None: 0}
