"""Rows of a table found by the ending that a word has: «Ткачом» ends like the rows of -ом and of -м."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter
from typing import Generic, Protocol, TypeVar

KEPT = 1 << 12
FIRST = itemgetter(0)


class Ended(Protocol):
    """A row with an ending."""

    @property
    def ending(self) -> str:
        """What words of the row end with."""
        ...


T = TypeVar("T", bound=Ended)


class Tails(Generic[T]):
    """The rows of a table; what has been found for an ending is kept."""

    def __init__(self, rows: Iterable[T]) -> None:
        self.rows: dict[str, list[tuple[int, T]]] = defaultdict(list)
        for place, row in enumerate(rows):
            self.rows[row.ending].append((place, row))
        self.longest = max(map(len, self.rows))
        self._found = lru_cache(maxsize=KEPT)(self._find)

    def of(self, word: str) -> tuple[T, ...]:
        """The rows that a word ends like, in the order of the table."""
        return self._found(word[-self.longest :])

    def _find(self, tail: str) -> tuple[T, ...]:
        ends = (tail[start:] for start in range(len(tail) + 1))
        found = [each for end in ends if end in self.rows for each in self.rows[end]]
        return tuple(row for _, row in sorted(found, key=FIRST))
