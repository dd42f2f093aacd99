"""Decades, centuries and millennia, which EDTF writes with X: «девяностые годы» → 199X."""

from __future__ import annotations

from nlp.entities.temporal.place import Place, Point, base_of
from nlp.entities.temporal.stamp import Stamp
from nlp.mentions.temporal.said import Said

DIGITS = {"decade": 3, "century": 2, "millennium": 1}
YEAR = ("year",)
TWENTIES = 20
"""A decade of two digits from here on is of the 20th century; «десятые годы» are those of the 21st."""


def is_masked(said: Said) -> bool:
    """Whether a decade, a century or a millennium is said."""
    return said.century is not None or said.decade is not None or (said.shift is not None and said.unit in DIGITS)


def masked(said: Said, place: Place) -> Point:
    """«30-е годы XIX века» → 183X, «XIX век» → 18XX, «в прошлом веке» → 19XX."""
    if said.century is not None:
        return _century(said.century, said)
    if said.shift is not None:
        return _relative(said, place)
    decade = said.decade or 0
    if decade < 100:
        decade += 1900 if decade >= TWENTIES else 2000
    return Point(Stamp(decade), mask=f"{decade // 10}X")


def _century(century: int, said: Said) -> Point:
    """Centuries before Christ are masks of negative years: the fifth one is -04XX."""
    number, sign = century - 1, "-" if said.bce else ""
    tens = "X" if said.decade is None else str(said.decade % 100 // 10)
    return Point(Stamp(number * 100), mask=f"{sign}{number:02}{tens}X")


def _relative(said: Said, place: Place) -> Point:
    base = base_of(said, place)
    digits = DIGITS[said.unit if said.unit in DIGITS else "century"]
    if base is None or base[0].year is None:
        return Point(Stamp(), mask="XXXX" if said.decade is None else f"XX{said.decade % 100 // 10}X")
    period = base[0].year // 10 ** (4 - digits) + (said.shift or 0)
    mask = f"{period:0{digits}}"
    if said.decade is not None:
        mask += str(said.decade % 100 // 10)
    return Point(Stamp(period * 10 ** (4 - digits)), inferred=YEAR, anchor=base[1], mask=mask.ljust(4, "X"))
