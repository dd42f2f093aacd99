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
