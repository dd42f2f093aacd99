"""The first and the last day of an EDTF value, for programs that know only days: "2024-33" is 1 January to 31 March.

What a value leaves open is `None`: "../2030" has no first day, "XXXX-06-16" and the duration "P9M" have neither. Winter
is December with the two months after it.
Values: EDTF, ISO 8601-2:2019; the half-years 40 and 41, the quarters 33 to 36, the seasons 21 to 24 are its own codes.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

_WHEN = re.compile(r"(?P<y>\d{4}|\d{3}X|\d\dXX)(?:-(?P<m>\d\d|XX)(?:-(?P<d>\d\d|XX))?)?(?:T[\d:.Z+-]+)?")
_ABOUT = re.compile(r"[~?%]")
MONTHS = {
    **{month: (month, 1) for month in range(1, 13)},
    **{33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)},
    **{40 + half: (1 + 6 * half, 6) for half in range(2)},
    **{21 + season: (3 + 3 * season, 3) for season in range(4)},
}
"""What stands where a month does: the month it begins with, and how many it has."""


class Days(NamedTuple):
    """Both ends are included; `None` where the value says nothing."""

    first: date | None
    last: date | None


UNKNOWN = Days(None, None)


def days(value: str) -> Days:
    """«2025-06-17/2025-06-18» → 17 and 18 June; anything that is no EDTF has no days."""
    first, slash, last = _ABOUT.sub("", value).partition("/")
    if slash:
        return Days(_listed(first).first, _listed(last).last)
    return _listed(first)


def _listed(value: str) -> Days:
    """A list counts from its first to its last."""
    found = [_when(part) for part in value.split(",")]
    firsts, lasts = [each.first for each in found], [each.last for each in found]
    return Days(
        min((each for each in firsts if each), default=None) if all(firsts) else None,
        max((each for each in lasts if each), default=None) if all(lasts) else None,
    )


def _when(value: str) -> Days:
    found = _WHEN.fullmatch(value)
    try:
        return UNKNOWN if found is None else _days(found["y"], found["m"] or "XX", found["d"] or "XX")
    except (ValueError, OverflowError):  # the 31st of June, and the year 0
        return UNKNOWN


def _days(year: str, month: str, day: str) -> Days:
    if month == "XX":
        return Days(date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31))
    if day != "XX":
        known = date(int(year), int(month), int(day))
        return Days(known, known)
    if int(month) not in MONTHS:
        return UNKNOWN
    begin, count = MONTHS[int(month)]
    return Days(date(int(year), begin, 1), _end(int(year), begin + count))


def _end(year: int, month: int) -> date:
    """The day before a month begins; the thirteenth month is next January."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1) - timedelta(days=1)
