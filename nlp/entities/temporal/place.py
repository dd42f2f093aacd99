"""Points in time, and the place in a text that they are read from."""

from __future__ import annotations

from typing import Literal

import msgspec

from nlp.entities.temporal.anchors import Anchors, Source
from nlp.entities.temporal.stamp import FIELDS, Stamp, edtf, shifted
from nlp.mentions.temporal.said import Said

Direction = Literal[-1, 0, 1]
"""Which way a clause looks: to the past, nowhere (the nearest day is meant), to the future."""
QUARTER, HALF = 32, 39
NO_DAY = Stamp(None, None, 0)


class Point(msgspec.Struct, frozen=True, gc=False):
    """A resolved point or period: its stamp, the last one of a week, what was inferred, and from where.

    `mask` is the value of what has no stamp: «199X», «18XX».
    """

    stamp: Stamp
    until: Stamp | None = None
    inferred: tuple[str, ...] = ()
    anchor: Source | None = None
    mask: str = ""

    def edtf(self) -> str:
        """As EDTF writes it."""
        if self.mask:
            return self.mask
        return edtf(self.stamp) + (f"/{edtf(self.until)}" if self.until else "")


class Place(msgspec.Struct, frozen=True, gc=False):
    """Where an expression stands: what is known there, its offset, and which way its clause looks."""

    anchors: Anchors
    at: int
    direction: Direction


def base_of(said: Said, place: Place) -> tuple[Stamp, Source] | None:
    """What an expression counts from: «вчера» from now, «накануне» from the day spoken of."""
    if said.base == "event":
        return None
    return place.anchors.then(place.at) if said.base == "then" else place.anchors.now()


def known(stamp: Stamp) -> tuple[str, ...]:
    """The names of the parts that a stamp has."""
    return FIELDS[: sum(value is not None for value in stamp[:6])]


def days_after(stamp: Stamp, days: int) -> Stamp:
    """The day that comes so many days later, without a clock."""
    return (shifted(stamp, days, "day") or stamp).cut("day")


def overlaid(stamp: Stamp, said: Said) -> Stamp:
    """The stamp with the parts that were said in their places."""
    code = said.season or (said.quarter and QUARTER + said.quarter) or (said.half and HALF + said.half) or stamp.code
    return Stamp(
        stamp.year,
        stamp.month if said.month is None else said.month,
        stamp.day if said.day is None else said.day,
        stamp.hour if said.hour is None else said.hour,
        stamp.minute if said.minute is None else said.minute,
        stamp.second if said.second is None else said.second,
        code,
    )
