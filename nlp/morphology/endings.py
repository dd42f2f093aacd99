"""Nominatives guessed by ending, for words that the dictionary lacks: «Цицзюнем» → Цицзюнь."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from nlp.knowledge.reader import read_table, resource


class Ending(msgspec.Struct, frozen=True):
    """A row of `knowledge/morphology/endings.tsv`."""

    case: str
    gender: str
    before: str
    ending: str
    nominative: str | None
    weight: float


class Undeclined(msgspec.Struct, frozen=True):
    """A row of `knowledge/morphology/undeclined.tsv`."""

    letters: str
    weight: float


@lru_cache(maxsize=1)
def undeclined() -> dict[str, float]:
    """Last letter → how likely the word does not decline."""
    rows = read_table(resource("morphology/undeclined.tsv"), Undeclined)
    return {letter: row.weight for row in rows for letter in row.letters}


@lru_cache(maxsize=1)
def endings() -> tuple[Ending, ...]:
    """All rows, in the order of the file."""
    return read_table(resource("morphology/endings.tsv"), Ending)


def guesses(word: str, case: str) -> list[tuple[str, str | None, float]]:
    """(nominative, gender or `None` for either, weight) of what a lower-case word in this case may come from."""
    found: list[tuple[str, str | None, float]] = [
        (word.removesuffix(row.ending) + (row.nominative or ""), row.gender, row.weight)
        for row in endings()
        if row.case == case and _fits(word, row)
    ]
    if case != "Nom":
        found.append((word, None, undeclined().get(word[-1], 0.0)))
    elif not found:
        found.append((word, None, 0.0))
    return found


def _fits(word: str, row: Ending) -> bool:
    stem = word.removesuffix(row.ending)
    return len(stem) > 1 and len(stem) < len(word) and stem[-1] in row.before
