"""Which of several days is meant: the one behind the anchor, ahead of it, or nearest to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from nlp.entities.temporal.stamp import Stamp, month_length, shifted

_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 1}
_FLOW = (11, 2)
"""Months at the turn of a year: a text of November that goes on with February means the next one."""


def years(anchor: Stamp, stamp: Stamp, weekday: int | None, direction: int | None) -> Stamp:
    """`stamp` with the year that the anchor suggests and a weekday fits; without a direction, the anchor's own."""
    if anchor.year is None:
        return stamp
    around = [stamp._replace(year=anchor.year + step) for step in (0, -1, 1, -2, 2, -3, 3, -4, 4)]
    fitting = [each for each in around if _exists(each)]
    if weekday:
        named = [each for each in fitting if _weekday(each) == weekday]
        if named:
            return _chosen(named, anchor, 0)
    if direction is None:
        return _same_year(fitting, anchor)
    return _chosen(fitting, anchor, direction)


def _same_year(around: list[Stamp], anchor: Stamp) -> Stamp:
    if anchor.month and anchor.day and anchor.month >= _FLOW[0] and (around[0].month or 12) <= _FLOW[1]:
        return around[0]._replace(year=(anchor.year or 0) + 1)
    return around[0]


def months(anchor: Stamp, stamp: Stamp, turn: int) -> Stamp:
    """«в прошлом мае», «этим летом»: months turn round the anchor's month, seasons round its year."""
    if anchor.year is None:
        return stamp
    if turn == 0 or stamp.code or anchor.month is None or stamp.month is None:
        return stamp._replace(year=anchor.year + turn)
    passed = stamp.month < anchor.month if turn < 0 else stamp.month <= anchor.month
    if turn < 0:
        return stamp._replace(year=anchor.year + turn + (1 if passed else 0))
    return stamp._replace(year=anchor.year + turn - (0 if passed else 1))


def days_of_month(anchor: Stamp, stamp: Stamp, direction: int | None) -> Stamp | None:
    """«3-го числа» with the month that the anchor suggests; `None` when the anchor has none."""
    if anchor.month is None or anchor.year is None:
        return None
    base = Stamp(anchor.year, anchor.month)
    moved = [shifted(base, step, "month") for step in (0, -1, 1, -2, 2)]
    around = [stamp._replace(year=each.year, month=each.month) for each in moved if each]
    fitting = [each for each in around if _exists(each)]
    return fitting[0] if direction is None else _chosen(fitting, anchor, direction)


def weekdays(anchor: Stamp, weekday: int, turn: int | None, direction: int) -> Stamp | None:
    """The day of the week around the anchor; with a turn, before it, in its week, or after it, not the anchor."""
    moment = anchor.moment()
    if moment is None:
        return None
    ahead = (weekday - 1 - moment.weekday()) % 7
    if turn is None:
        offset = ahead if direction > 0 or (direction == 0 and ahead <= 3) else ahead - 7 if ahead else 0
    elif turn == 0:
        offset = weekday - 1 - moment.weekday()
    else:
        offset = (ahead - 7) + 7 * (turn + 1) if turn < 0 else (ahead or 7) + 7 * (turn - 1)
    day = shifted(anchor, offset, "day")
    return day.cut("day") if day else None


def nth_weekday(month: Stamp, weekday: int, nth: int) -> Stamp | None:
    """The second Tuesday of a month, or the last for -1; `None` for an unknown month or a fifth that it lacks."""
    if month.year is None or month.month is None or not 1 <= month.year <= 9999:
        return None
    length = month_length(month.year, month.month)
    first = 1 + (weekday - date(month.year, month.month, 1).isoweekday()) % 7
    days = list(range(first, length + 1, 7))
    place = nth if nth < 0 else nth - 1
    return month._replace(day=days[place]) if place < len(days) else None


def _chosen(around: Iterable[Stamp], anchor: Stamp, direction: int) -> Stamp:
    """The latest that has begun, the first that has not ended, or the nearest; of two equally near, the future one."""
    distances = [(_distance(each, anchor), each) for each in around]
    behind = [(-distance, each) for distance, each in distances if distance <= 0]
    ahead = [(distance, each) for distance, each in distances if distance >= 0]
    if direction < 0 and behind:
        return min(behind)[1]
    if direction > 0 and ahead:
        return min(ahead)[1]
    return min((abs(distance), -distance, each) for distance, each in distances)[2]


def _distance(stamp: Stamp, anchor: Stamp) -> int:
    """Days from the anchor to the stamp, 0 when one holds the other."""
    first, last = _extent(stamp)
    begin, end = _extent(anchor)
    if first <= end and begin <= last:
        return 0
    return (first - end).days if first > end else (last - begin).days


def _extent(stamp: Stamp) -> tuple[date, date]:
    year = min(max(stamp.year or 1, 1), 9999)
    if stamp.month and stamp.day:
        day = date(year, stamp.month, min(stamp.day, month_length(year, stamp.month)))
        return day, day
    first, last = _months(stamp)
    return date(year, first, 1), date(year, last, month_length(year, last))


def _months(stamp: Stamp) -> tuple[int, int]:
    if stamp.month:
        return stamp.month, stamp.month
    if stamp.code in _SEASON_START:
        return _SEASON_START[stamp.code], 2 if stamp.code == 24 else _SEASON_START[stamp.code] + 2
    if stamp.code and stamp.code >= 40:
        return 6 * (stamp.code - 40) + 1, 6 * (stamp.code - 39)
    return (3 * (stamp.code - 33) + 1, 3 * (stamp.code - 32)) if stamp.code else (1, 12)


def _exists(stamp: Stamp) -> bool:
    return not (stamp.month and stamp.day) or stamp.day <= month_length(stamp.year, stamp.month)


def _weekday(stamp: Stamp) -> int | None:
    moment = stamp.moment()
    return moment.isoweekday() if moment else None
