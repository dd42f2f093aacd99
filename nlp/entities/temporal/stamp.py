"""A moment at a grain, its arithmetic, and how EDTF writes it.

A stamp of None's is unknown; `year` counts astronomically (1 BC is 0); `code` is EDTF's in the place of the month:
seasons 21–24, quarters 33–36, half-years 40 and 41 (ISO 8601-2, 4.8).
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

Grain = str
FIELDS = ("year", "month", "day", "hour", "minute", "second")
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
_DAYS = {"day": 1, "week": 7, "tenday": 10}
_SECONDS = {"hour": 3600, "minute": 60, "second": 1}
_DEPTH = {
    "year": 1,
    "season": 1,
    "quarter": 1,
    "half": 1,
    "month": 2,
    "week": 3,
    "day": 3,
    "hour": 5,
    "minute": 5,
    "second": 6,
}


class Stamp(NamedTuple):
    """«17 июня 2025 года» → Stamp(2025, 6, 17)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    second: int | None = None
    code: int | None = None

    def moment(self) -> datetime | None:
        """As a point in time, the start of what is not said; `None` without a day or outside the years 1–9999."""
        if self.year is None or self.month is None or self.day is None or not 1 <= self.year <= 9999:
            return None
        hour = (self.hour or 0) % 24
        return datetime(self.year, self.month, self.day, hour, self.minute or 0, self.second or 0)  # noqa: DTZ001

    def cut(self, grain: Grain) -> Stamp:
        """Without the parts finer than `grain`."""
        depth = _DEPTH.get(grain, 6)
        return Stamp(*(value if place < depth else None for place, value in enumerate(self[:6])))


def read_edtf(written: str) -> Stamp:
    """«2025-06-17» or «2012-08-10T17:10», with X for what is unknown, as a stamp; the start of an interval."""
    date, _, clock = written.split("/", maxsplit=1)[0].rstrip("~?%").partition("T")
    sign = -1 if date.startswith("-") else 1
    numbers = [int(part) if part.isdigit() else None for part in date.lstrip("-").split("-")][:3]
    numbers += [None] * (3 - len(numbers))
    year = None if numbers[0] is None else sign * numbers[0]
    times = [int(part[:2]) for part in clock.split(":") if part[:2].isdigit()][:3]
    month = numbers[1] if (numbers[1] or 0) <= 12 else None
    return Stamp(year, month, numbers[2] if month else None, *times)


def shifted(stamp: Stamp, count: float, unit: str) -> Stamp | None:
    """`stamp` moved by `count` units, days beyond the end of a month cut; `None` when a needed part is unknown."""
    if unit in _MONTHS:
        return _by_months(stamp, round(count * _MONTHS[unit]))
    moment = stamp.moment()
    if moment is None:
        return None
    try:
        step = timedelta(days=count * _DAYS[unit]) if unit in _DAYS else timedelta(seconds=count * _SECONDS[unit])
        return Stamp(*(moment + step).timetuple()[:6])
    except OverflowError:
        return None


def _by_months(stamp: Stamp, months: int) -> Stamp | None:
    if stamp.year is None or (stamp.month is None and months % 12):
        return None
    year, month = divmod(stamp.year * 12 + (stamp.month or 1) - 1 + months, 12)
    day = None if stamp.day is None else min(stamp.day, month_length(year, month + 1))
    return stamp._replace(year=year, month=month + 1 if stamp.month else None, day=day)


def month_length(year: int | None, month: int) -> int:
    """The number of days; February of an unknown year has 29."""
    if month == 2:
        return 29 if year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def bounds(stamp: Stamp) -> tuple[Stamp, Stamp] | None:
    """The first and last day of a year, a month, a quarter, a half-year; `None` when that is not known."""
    if stamp.year is None or stamp.day is not None:
        return None if stamp.year is None else (stamp, stamp)
    first, last = _months(stamp)
    return Stamp(stamp.year, first, 1), Stamp(stamp.year, last, month_length(stamp.year, last))


def _months(stamp: Stamp) -> tuple[int, int]:
    if stamp.month:
        return stamp.month, stamp.month
    code = stamp.code or 0
    if 33 <= code <= 36:
        return 3 * (code - 33) + 1, 3 * (code - 32)
    if code in {40, 41}:
        return 6 * (code - 40) + 1, 6 * (code - 39)
    return 1, 12


def edtf(stamp: Stamp) -> str:
    """«XXXX-06-16», «2024-33», «2025-06-18T14:10», «T12:30» for an hour of no known day."""
    year, month, day, hour, minute, second, code = stamp
    clock = "" if hour is None else f"T{hour:02}:{minute or 0:02}" + ("" if second is None else f":{second:02}")
    if clock and (year, month, day) == (None, None, None):
        return clock
    parts = [edtf_year(year)]
    if code or month is not None or day is not None:
        parts.append(f"{code or month:02}" if code or month else "XX")
    if day is not None:
        parts.append(f"{day:02}" if day else "XX")
    return "-".join(parts) + clock


def edtf_year(year: int | None) -> str:
    """Four digits at least, a sign before the common era, XXXX for none."""
    if year is None:
        return "XXXX"
    return f"{'-' if year < 0 else ''}{abs(year):04}"
