"""Units of the calendar around a stamp, and steps that are written as ISO 8601 durations."""

from __future__ import annotations

import re

from nlp.entities.temporal.stamp import Stamp, shifted

_STEP = re.compile(r"(\d+(?:\.\d+)?)([YMWDHS])")
_NAMES = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK = {"H": "hour", "M": "minute", "S": "second"}
CLOCK = frozenset(_CLOCK.values())
FINER = {"year": "month", "month": "day", "week": "day"}
"""The unit in which half of another is counted."""
_WEEKS = {"week": (0, 6), "weekend": (5, 6)}


def containing(stamp: Stamp, unit: str) -> tuple[Stamp, Stamp | None] | None:
    """The unit that holds `stamp`: a week as its Monday and Sunday; `None` when the stamp does not know its day."""
    if unit in _WEEKS:
        moment = stamp.moment()
        if moment is None:
            return None
        first, last = (shifted(stamp, offset - moment.weekday(), "day") for offset in _WEEKS[unit])
        return (first.cut("day"), last.cut("day")) if first and last else None
    if unit in {"quarter", "half"}:
        if stamp.month is None:
            return None
        code = 33 + (stamp.month - 1) // 3 if unit == "quarter" else 40 + (stamp.month - 1) // 6
        return Stamp(stamp.year, code=code), None
    return stamp.cut(unit), None


def steps(amount: str) -> list[tuple[float, str]]:
    """«P1Y2M» → [(1, "year"), (2, "month")]; «PT2H5M» → hours and minutes."""
    date, _, clock = amount.lstrip("P").partition("T")
    found = [(float(count), _NAMES[letter]) for count, letter in _STEP.findall(date)]
    return found + [(float(count), _CLOCK[letter]) for count, letter in _STEP.findall(clock)]


def counted(base: Stamp, amount: str, sign: int, grain: str = "") -> Stamp | None:
    """`base` moved by a duration, cut at `grain`, or at its smallest step; `None` when the base is too coarse.

    A clock that is not known stays so: «два часа назад» on a known day gives the day.
    """
    stamp: Stamp | None = base
    finest = "year"
    for count, unit in steps(amount):
        if unit in CLOCK and base.hour is None:
            stamp = stamp.cut("day") if stamp and stamp.day else None
        elif stamp is not None:
            stamp = _step(stamp, sign * count, unit)
        finest = unit if count.is_integer() else FINER.get(unit, unit)
    return stamp.cut(grain or finest) if stamp else None


def _step(stamp: Stamp, count: float, unit: str) -> Stamp | None:
    """Half a year is six months, half a month fifteen days."""
    if count.is_integer() or unit not in FINER:
        return shifted(stamp, count, unit)
    if unit == "year":
        return shifted(stamp, round(count * 12), "month")
    return shifted(stamp, round(count * (30 if unit == "month" else 7)), "day")
