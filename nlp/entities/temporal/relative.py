"""What is counted from another day: «вчера», «в прошлом году», «три дня назад», «в минувший четверг»."""

from __future__ import annotations

from nlp.entities.temporal.candidates import weekdays
from nlp.entities.temporal.place import NO_DAY, Place, Point, base_of, days_after, known, overlaid
from nlp.entities.temporal.stamp import FIELDS, Stamp, shifted
from nlp.entities.temporal.units import containing, counted
from nlp.mentions.temporal.said import Said

DAY = FIELDS[:3]
_STEPS = {"weekend": "week"}
_UNKNOWN = {"day": NO_DAY, "month": Stamp(None, 0)}


def shift(said: Said, place: Place) -> Point:
    """«вчера», «16 июня т. г.»: so many units from the base, then what was said inside that unit."""
    base, unit = base_of(said, place), said.unit or "day"
    moved = shifted(base[0], said.shift or 0, _STEPS.get(unit, unit)) if base else None
    period = containing(moved, unit) if moved else None
    if base is None or period is None:
        return _unknown(said, unit)
    first, last = period
    if said.weekday and last and unit == "week":
        return Point(days_after(first, said.weekday - 1), inferred=DAY, anchor=base[1])
    return Point(overlaid(first, said), last, DAY if last else known(first), base[1])


def _unknown(said: Said, unit: str) -> Point:
    """At the grain of the unit: «вчера» is a day, «на прошлой неделе» a stretch from a day to a day."""
    if unit in {"week", "weekend"}:
        return Point(NO_DAY, NO_DAY)
    return Point(overlaid(_UNKNOWN.get(unit, Stamp()), said))


def count(said: Said, place: Place) -> Point:
    """«три дня назад», «через полтора года»; minutes are counted from a day spoken of only when there is one."""
    base, amount = base_of(said, place), said.amount or ""
    lost = said.base == "then" and "T" in amount and place.anchors.spoken is None
    stamp = counted(base[0], amount, said.sign) if base and not lost else None
    if base is None or stamp is None:
        return Point(overlaid(NO_DAY, said))
    return Point(overlaid(stamp, said), inferred=known(stamp), anchor=base[1])


def weekday(said: Said, place: Place) -> Point:
    """«в понедельник», «в минувший четверг»."""
    base = base_of(said, place)
    found = weekdays(base[0], said.weekday or 1, said.shift, place.direction) if base else None
    if base is None or found is None:
        return Point(overlaid(NO_DAY, said))
    return Point(overlaid(found, said), inferred=DAY, anchor=base[1])


def weekend(said: Said, place: Place) -> Point:
    """«на выходных»: Saturday and Sunday."""
    saturday = weekday(said, place)
    if not saturday.stamp.day:
        return Point(NO_DAY, NO_DAY)
    return Point(saturday.stamp, days_after(saturday.stamp, 1), saturday.inferred, saturday.anchor)


def window(said: Said, place: Place) -> list[Point]:
    """«следующие 2 недели» begin on the day after the anchor, «последние 2 недели» end on the day before it."""
    base = place.anchors.now()
    near = counted(base[0].cut("day"), "P1D", said.window) if base else None
    far = counted(base[0].cut("day"), said.amount or "", said.window, grain="day") if base else None
    if base is None or near is None or far is None or far.day is None:
        return [Point(NO_DAY), Point(NO_DAY)]
    return [Point(stamp, inferred=DAY, anchor=base[1]) for stamp in sorted((near, far))]
