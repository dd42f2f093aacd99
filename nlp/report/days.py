"""EDTF values on a page: the days they stretch over, and how people write them.

"2025-06-17/2025-06-18" → 17 June to 18 June 2025, «17–18 июня 2025».
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

from nlp.report.words import Calendar

_POINT = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d\d))?(?:-(?P<d>\d\d))?(?:T(?P<clock>\d\d:\d\d))?\S*")
_MASKED = re.compile(r"(?P<known>\d{2,3})(?P<mask>X{1,2})")
_PARTS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_HALVES = {40: (1, 6), 41: (7, 12)}
"""The first and the last month of EDTF's codes; a winter is put where it begins."""


class Days(NamedTuple):
    """The first and the last day, both within; equal for a single day."""

    first: date
    last: date


def extent(value: str) -> Days | None:
    """The days of a value; an open end is the other end; `None` for a length, or a year that is not known."""
    members = [found for part in re.split(r"[/,]|(?<=\d)\.\.(?=\d)", value) if (found := _member(part.rstrip("~?%")))]
    if not members:
        return None
    return Days(min(found.first for found in members), max(found.last for found in members))


def said(value: str, calendar: Calendar) -> str:
    """«17 июня 2025», «июнь 2025», «I квартал 2024»; a value that has no such form stays as it is."""
    first, stroke, last = value.partition("/")
    if not stroke:
        return calendar.about.format(date=_one(first[:-1], calendar)) if first.endswith("~") else _one(first, calendar)
    if ".." in {first, last}:
        form, known = (calendar.until, last) if first == ".." else (calendar.since, first)
        return form.format(date=_one(known, calendar, of=True))
    return _range(first, last, calendar)


def _member(part: str) -> Days | None:
    if masked := _MASKED.fullmatch(part):
        years = int(masked["known"]) * 10 ** len(masked["mask"])
        return Days(date(max(years, 1), 1, 1), date(years + 10 ** len(masked["mask"]) - 1, 12, 31))
    found = _POINT.fullmatch(part)
    if found is None or found["y"] == "0000":
        return None
    try:
        return _days(int(found["y"]), int(found["m"] or 0), int(found["d"] or 0))
    except ValueError:
        return None


def _days(year: int, month: int, day: int) -> Days:
    if day:
        return Days(date(year, month, day), date(year, month, day))
    first, last = {**_PARTS, **_HALVES}.get(month, (month, month) if month else (1, 12))
    return Days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def _one(value: str, calendar: Calendar, of: bool = False) -> str:
    """One point; `of` asks for the month's form after «с» and «до»."""
    found = _POINT.fullmatch(value)
    if found is None:
        return value
    year, month, day = found["y"].lstrip("0"), int(found["m"] or 0), int(found["d"] or 0)
    if month > 12:
        return calendar.parts.get(str(month), value).format(year=year)
    names = calendar.of_months if day or of else calendar.months
    words = [str(day)] * bool(day) + [names[month - 1]] * bool(month) + [calendar.year.format(year=year)]
    return " ".join(words) + (f", {found['clock']}" if found["clock"] else "")


def _range(first: str, last: str, calendar: Calendar) -> str:
    """«17–18 июня 2025», «30 июня – 2 июля 2025», «2019–2021»."""
    one, two = _POINT.fullmatch(first), _POINT.fullmatch(last)
    ends = _one(first, calendar), _one(last, calendar)
    if one is None or two is None or one["clock"] or two["clock"]:
        return " – ".join(ends)
    if one["d"] and two["d"] and (one["y"], one["m"]) == (two["y"], two["m"]):
        return f"{int(one['d'])}–{ends[1]}"
    if one["m"] and one["y"] == two["y"]:
        return f"{ends[0].removesuffix(' ' + one['y'])} – {ends[1]}"
    return "–".join(ends) if not (one["m"] or two["m"]) else " – ".join(ends)
