"""Which items are finished, in 32 bytes each: a Python set would take five times as much.

New ones wait in a set until there are many, and are then sorted in among the others.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

LENGTH = 32
"""Hexadecimal digits of an item's key: at 128 bits, no two of a billion documents share one."""


class Items:
    """A growing set of keys."""

    WAITING = 50_000

    def __init__(self) -> None:
        self._sorted: npt.NDArray[np.bytes_] = np.empty(0, dtype=f"S{LENGTH}")
        self._new: set[bytes] = set()

    def update(self, keys: Iterable[str]) -> None:
        """Take keys in."""
        self._new.update(key.encode("ascii") for key in keys)
        if len(self._new) > self.WAITING:
            self._settle()

    def add(self, key: str) -> bool:
        """Take a key in; whether it is new."""
        if key in self:
            return False
        self.update((key,))
        return True

    def __contains__(self, key: str) -> bool:
        sought = key.encode("ascii")
        if sought in self._new:
            return True
        place = int(np.searchsorted(self._sorted, np.bytes_(sought)))
        return place < len(self._sorted) and bool(self._sorted[place] == sought)

    def __len__(self) -> int:
        self._settle()
        return len(self._sorted)

    def _settle(self) -> None:
        fresh = np.array(list(self._new), dtype=self._sorted.dtype)
        self._sorted = np.union1d(self._sorted, fresh)
        self._new = set()
