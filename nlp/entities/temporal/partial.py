"""Dates that leave out what the reader knows: «16 июня», «в мае», «3-го числа», «в 14:10», «в 90-м году»."""

from __future__ import annotations

from nlp.entities.temporal.candidates import days_of_month, months, years
from nlp.entities.temporal.place import Direction, Place, Point, overlaid
from nlp.entities.temporal.stamp import FIELDS, Stamp
from nlp.mentions.temporal.said import Said

YEAR, MONTH, DAY = FIELDS[:1], FIELDS[:2], FIELDS[:3]
AHEAD = 10
"""A year of two digits lies at most so many years after the text: «в 41-м году» is 1941."""
LATEST = 2039
"""The same for a text of unknown date."""


def full(said: Said, place: Place) -> Point:
    """A date with its year."""
    return Point(overlaid(Stamp(_year(said, place)), said))


def _year(said: Said, place: Place) -> int:
    """The year in full: «24» → 2024, «1 год до н. э.» → 0, as astronomers count."""
    if said.year is not None:
        return 1 - said.year if said.bce else said.year
    short, now = said.yy or 0, place.anchors.published
    horizon = now.year + AHEAD if now and now.year else LATEST
    return short + max(century for century in range(1800, 2200, 100) if century + short <= horizon)


def partial(said: Said, place: Place) -> Point:
    """The coarser parts come from the anchor; which way to look only counts from the day of publication."""
    stamp = overlaid(Stamp(), said)
    base = place.anchors.now() if said.shift is not None else place.anchors.year()
    if base is None:
        return Point(stamp._replace(day=0) if said.daypart and stamp == Stamp() else stamp)
    anchor, source = base
    direction: Direction | None = place.direction if source == "published" else None
    if stamp.month or stamp.code:
        turned = said.shift is not None
        found = months(anchor, stamp, said.shift or 0) if turned else years(anchor, stamp, said.weekday, direction)
        return Point(found, inferred=YEAR, anchor=source)
    if stamp.day:
        day = days_of_month(anchor, stamp, direction)
        return Point(day, inferred=MONTH, anchor=source) if day else Point(stamp)
    if anchor.day is None:
        return Point(stamp)
    return Point(stamp._replace(year=anchor.year, month=anchor.month, day=anchor.day), inferred=DAY, anchor=source)
