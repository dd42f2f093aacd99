"""Arrays to work in, kept from one part of the words to the next: fresh memory costs more than what is done in it."""

from __future__ import annotations

from threading import local

import numpy as np

from nlp.morphology.weights import Floats


class Room(local):
    """Two arrays for each thread; what a call finds in them means nothing."""

    def __init__(self, width: int) -> None:
        self._kept: Floats = np.empty((2, 0, width), dtype=np.float32)

    def two(self, rows: int) -> Floats:
        """2 × rows × width, until the same thread asks again."""
        if self._kept.shape[1] < rows:
            self._kept = np.empty((2, rows, self._kept.shape[2]), dtype=np.float32)
        return self._kept[:, :rows]
