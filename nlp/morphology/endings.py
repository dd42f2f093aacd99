"""Endings of the oblique cases, for words that the dictionary lacks: «Цицзюнем» may be of Цицзюнь."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from nlp.knowledge.reader import read_table, resource


class Ending(msgspec.Struct, frozen=True):
    """A row of `knowledge/morphology/endings.tsv`: one of the letters `before` must stand before the ending."""

    case: str
    gender: str
    before: str
    ending: str
    nominative: str | None


@lru_cache(maxsize=1)
def endings() -> tuple[Ending, ...]:
    """All rows, in the order of the file."""
    return read_table(resource("morphology/endings.tsv"), Ending)


def endings_of(word: str) -> tuple[Ending, ...]:
    """The rows that a word ends like: «Цицзюнем» → -ем of a hard stem, of a soft one, and so on."""
    return _of_tail(word[-_longest() :])


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(len(row.ending) for row in endings())


@lru_cache(maxsize=1 << 12)
def _of_tail(tail: str) -> tuple[Ending, ...]:
    return tuple(row for row in endings() if tail.endswith(row.ending))
