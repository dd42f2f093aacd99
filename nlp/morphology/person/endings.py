"""Which nominatives the ending of a name allows, dictionary or not: «Цицзюнем» is «Цицзюнь», «Бербок» stays «Бербок».

Each rule takes a word in lower case and gives (nominative, gender, case, weight).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Literal

import msgspec

from nlp.knowledge.reader import read_table, resource
from nlp.morphology.tails import Tails

CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
GENDERS = ("male", "female")
VOWELS = "аеёиоуыэюя"
BY_ENDING, RARE = 1.0, 0.4
"""Weights of a nominative that the ending suggests, and of one that few names have."""
_WOMANLY = ("ова", "ева", "ёва")
Nominatives = list[tuple[str, str, str, float]]


def _unchanged(low: str) -> Nominatives:
    """Indeclinable: «Шойгу», «Меркель» of a woman; and every word in the nominative."""
    found = [(low, gender, "Nom", _nominative(low, gender)) for gender in GENDERS if _may_be_nominative(low, gender)]
    oblique = CASES[1:]
    if low[-1] in "оуэеиыюё":
        weight = RARE if low[-1] == "ы" else 0.8
        return found + [(low, gender, case, weight) for gender in GENDERS for case in oblique]
    if low[-1] not in VOWELS and not low.endswith(("ом", "ем", "ым", "ой", "ей")):
        return found + [(low, "female", case, 0.9) for case in oblique]
    return found + [(low, gender, case, RARE / 2) for gender in GENDERS for case in oblique]


def _nominative(low: str, gender: str) -> float:
    """How likely a name ends so in the nominative: «Концова» is a woman's, a man's is rare («Казанова»)."""
    if low.endswith(_WOMANLY) and len(low) > 4:
        return BY_ENDING if gender == "female" else RARE
    if low.endswith("ы"):
        return 0.5
    return 0.9 if low.endswith(("а", "я", "ом", "ем", "ым")) else BY_ENDING


def _may_be_nominative(low: str, gender: str) -> bool:
    if low.endswith(("ого", "его", "ому", "ему", "ую")):
        return len(low) < 5
    return not (gender == "female" and low.endswith(("ский", "цкий", "ов", "ев", "ёв")))


class NameEnding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `name_endings.tsv`: «-цкого» of a man is «-цкий»."""

    ending: str
    before: str | None
    least: int
    nominative: str | None
    gender: Literal["male", "female"]
    cases: tuple[Literal["Gen", "Dat", "Acc", "Ins", "Loc"], ...]
    weight: float


@cache
def _table() -> Tails[NameEnding]:
    return Tails(read_table(resource("morphology/name_endings.tsv"), NameEnding))


def _declined(low: str) -> Nominatives:
    """«Ткача», «Цицзюня», «Дзержинского», «Путиным», «Обамы»: by the table, in its order."""
    stems = ((row, low.removesuffix(row.ending)) for row in _table().of(low))
    fitting = ((row, stem) for row, stem in stems if len(stem) >= row.least and _joins(stem, row))
    return [
        (stem + (row.nominative or ""), row.gender, case, row.weight) for row, stem in fitting for case in row.cases
    ]


def _joins(stem: str, row: NameEnding) -> bool:
    return row.before is None or stem[-1:] in row.before


RULES: tuple[Callable[[str], Nominatives], ...] = (_unchanged, _declined)
