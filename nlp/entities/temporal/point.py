"""One point in time: the ways to read it, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from nlp.entities.temporal import relative
from nlp.entities.temporal.candidates import nth_weekday
from nlp.entities.temporal.masks import is_masked, masked
from nlp.entities.temporal.partial import full, partial
from nlp.entities.temporal.place import NO_DAY, Place, Point
from nlp.entities.temporal.units import counted
from nlp.mentions.temporal.said import Said


def resolve_point(said: Said, place: Place) -> Point:
    """The point that `said` means at `place`; what cannot be known stays unknown."""
    for fits, read in READINGS:
        if fits(said):
            return read(said, place)
    return partial(said, place)


def is_full(said: Said) -> bool:
    """«22 августа 2024 г.»."""
    return (said.year is not None or said.yy is not None) and said.nth is None


def is_away(said: Said) -> bool:
    """«за два дня до 5 мая»."""
    return said.within is not None


def is_counted(said: Said) -> bool:
    """«три дня назад»."""
    return said.amount is not None and said.sign != 0


def is_nth(said: Said) -> bool:
    """«последнее воскресенье мая»."""
    return said.nth is not None


def is_weekend(said: Said) -> bool:
    """«на выходных»."""
    return said.unit == "weekend" and said.shift is None


def is_shifted(said: Said) -> bool:
    """«в прошлом году»."""
    return said.shift is not None and said.unit is not None


def is_weekday(said: Said) -> bool:
    """«в понедельник», without its date."""
    return said.weekday is not None and said.day is None


def away(said: Said, place: Place) -> Point:
    """Counted from a date that is said."""
    point = resolve_point(said.within or Said(), place)
    stamp = counted(point.stamp, said.amount or "", said.sign)
    return Point(stamp or NO_DAY, inferred=point.inferred, anchor=point.anchor)


def nth(said: Said, place: Place) -> Point:
    """A weekday by its number in the month."""
    month = resolve_point(msgspec.structs.replace(said, nth=None, weekday=None), place)
    found = nth_weekday(month.stamp, said.weekday or 1, said.nth or 1)
    return Point(found or month.stamp._replace(day=0), inferred=month.inferred, anchor=month.anchor)


READINGS: tuple[tuple[Callable[[Said], bool], Callable[[Said, Place], Point]], ...] = (
    (is_full, full),
    (is_masked, masked),
    (is_away, away),
    (is_counted, relative.count),
    (is_nth, nth),
    (is_weekend, relative.weekend),
    (is_shifted, relative.shift),
    (is_weekday, relative.weekday),
)
