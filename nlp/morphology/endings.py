"""Endings of the oblique cases, for words that the dictionary lacks: «Цицзюнем» may be of Цицзюнь."""

from __future__ import annotations

from functools import cache

import msgspec

from nlp.knowledge.reader import read_table, resource
from nlp.morphology.tails import Tails


class Ending(msgspec.Struct, frozen=True):
    """A row of `knowledge/morphology/endings.tsv`: one of the letters `before` must stand before the ending."""

    case: str
    gender: str
    before: str
    ending: str
    nominative: str | None


def endings_of(word: str) -> tuple[Ending, ...]:
    """The rows that a word ends like: «Цицзюнем» → -ем of a hard stem, of a soft one, and so on."""
    return _endings().of(word)


@cache
def _endings() -> Tails[Ending]:
    return Tails(read_table(resource("morphology/endings.tsv"), Ending))
