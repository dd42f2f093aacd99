"""Fields of what is said: which of them are coarser, which only served the parse, and what no calendar has."""

from __future__ import annotations

from typing import Any

Parts = dict[str, Any]
PARSE_ONLY = frozenset({"number", "digits", "oclock"})
RANKS = {
    "century": 0, "bce": 0, "year": 0, "yy": 0, "shift": 0, "unit": 0, "base": 0, "decade": 1, "quarter": 1, "half": 1,
    "season": 1, "month": 1, "day": 2, "weekday": 2, "hour": 3, "minute": 4, "second": 5,
}  # fmt: skip
SIMPLE = frozenset(RANKS)
"""Fields that hold no other fields."""
HIGHEST = {"quarter": 4, "half": 2, "month": 12, "day": 31, "century": 99}
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def cleaned(said: Parts) -> Parts:
    """Without what served the parse only: a number that was no part, the unit of a year that was named."""
    unneeded = PARSE_ONLY if "shift" in said or "amount" in said else PARSE_ONLY | {"unit"}
    if "shift" in said and "unit" not in said and "year" in said:
        unneeded |= {"shift"}
    return {field: value for field, value in said.items() if field not in unneeded}


def inherited(poor: Parts, rich: Parts) -> Parts:
    """`poor` with the coarser parts of `rich`: 17 by «18 июня 2025» → 17 июня 2025."""
    ranks = [RANKS[field] for field in poor if field in RANKS]
    if not ranks or "weekday" in poor or "shift" in poor or "amount" in poor:
        return poor
    coarsest = min(ranks)
    return {field: value for field, value in rich.items() if RANKS.get(field, 9) < coarsest} | poor


def possible(said: Parts) -> bool:
    """Whether the calendar has such a day; an unknown year may be a leap year."""
    if any(not 1 <= said.get(field, 1) <= highest for field, highest in HIGHEST.items()):
        return False
    day, month, year = said.get("day"), said.get("month"), said.get("year")
    if day is None or month is None:
        return True
    if month == 2 and day == 29 and isinstance(year, int):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return bool(day <= _LENGTHS[month - 1])


def plain(said: Parts) -> Parts:
    """What is said, without what served the parse only, at every depth."""
    if SIMPLE.issuperset(said):
        return said
    return {field: _plain(value) for field, value in said.items() if field not in PARSE_ONLY}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return plain(value)
    return [_plain(each) for each in value] if isinstance(value, list) else value
