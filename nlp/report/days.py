"""EDTF values on a page: the days they stretch over, and how people write them.

"2025-06-17/2025-06-18" → 17 June to 18 June 2025, «17–18 июня 2025».
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from nlp.report.words import Calendar
from nlp.tables import edtf

_POINT = re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d\d))?(?:-(?P<d>\d\d))?(?:T(?P<clock>\d\d:\d\d))?\S*")
_WITHIN = re.compile(r"(?<=\d)\.\.(?=\d)")
"""A range within a list: "2025-05-01,2025-05-05..2025-05-07"."""


class Days(NamedTuple):
    """The first and the last day, both within; equal for a single day."""

    first: date
    last: date


def extent(value: str) -> Days | None:
    """The days of a value; an open end is the other end; `None` for a length, or a year that is not known.

    «до 2030 года» is its last day, «с 2019 года» its first.
    """
    first, last = edtf.days(_WITHIN.sub(",", value))
    ends = [end for end in (first, last) if end]
    return Days(ends[0], ends[-1]) if ends else None


def said(value: str, calendar: Calendar) -> str:
    """«17 июня 2025», «июнь 2025», «I квартал 2024»; a value that has no such form stays as it is."""
    first, stroke, last = value.partition("/")
    if not stroke:
        return calendar.about.format(date=_one(first[:-1], calendar)) if first.endswith("~") else _one(first, calendar)
    if ".." in {first, last}:
        form, known = (calendar.until, last) if first == ".." else (calendar.since, first)
        return form.format(date=_one(known, calendar, of=True))
    return _range(first, last, calendar)


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
