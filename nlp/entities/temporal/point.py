"""One point in time: what was said, filled up from an anchor, with the list of what was filled."""

from __future__ import annotations

from typing import Literal

import msgspec

from nlp.entities.temporal.anchors import Anchors, Source
from nlp.entities.temporal.candidates import days_of_month, months, nth_weekday, weekdays, years
from nlp.entities.temporal.stamp import FIELDS, Stamp, edtf, shifted
from nlp.entities.temporal.units import containing, counted
from nlp.mentions.temporal.said import Said

Direction = Literal[-1, 0, 1]
QUARTER, HALF = 32, 39
NO_DAY = Stamp(None, None, 0)


class Point(msgspec.Struct, frozen=True):
    """A resolved point or period: its stamp, the last one of a week, what was inferred, and from where."""

    stamp: Stamp
    until: Stamp | None = None
    inferred: tuple[str, ...] = ()
    anchor: Source | None = None
    mask: str = ""

    def edtf(self) -> str:
        """As EDTF writes it; a decade and a century have a mask of their own."""
        if self.mask:
            return self.mask
        return edtf(self.stamp) + (f"/{edtf(self.until)}" if self.until else "")


class Place(msgspec.Struct, frozen=True):
    """Where an expression stands: the anchors, its offset, and which way its clause looks (past, nearest, future)."""

    anchors: Anchors
    at: int
    direction: Direction


def resolve_point(said: Said, place: Place) -> Point:
    """The point that `said` means at `place`; what cannot be known stays unknown."""
    if said.century is not None or said.decade is not None:
        return _masked(said, place)
    if said.within is not None:
        return _away(said, said.within, place)
    if said.amount is not None and said.sign:
        return _counted(said, place)
    if said.nth is not None:
        return _nth(said, place)
    if said.unit == "weekend" and said.shift is None:
        return _weekend(said, place)
    if said.unit in {"decade", "century", "millennium"} and said.shift is not None:
        return _long(said, place)
    if said.shift is not None and said.unit is not None:
        return _relative(said, place)
    if said.weekday is not None and said.day is None:
        return _weekday(said, place)
    if said.year is not None or said.yy is not None:
        return Point(overlaid(Stamp(_year(said, place)), said))
    return _partial(said, place)


def _base(said: Said, place: Place) -> tuple[Stamp, Source] | None:
    return place.anchors.then(place.at) if said.base == "then" else place.anchors.now()


def _relative(said: Said, place: Place) -> Point:
    """«вчера», «в прошлом году», «16 июня т. г.»: so many units from the base, then what was said inside that unit."""
    base, unit = _base(said, place), said.unit or "day"
    moved = shifted(base[0], said.shift or 0, "day" if unit == "weekend" and not said.shift else _step(unit)) if base else None
    period = containing(moved, unit) if moved else None
    if base is None or period is None:
        return _unknown(said, unit)
    first, last = period
    if said.weekday and last and unit == "week":
        return Point(_plus(first, said.weekday - 1), inferred=FIELDS[:3], anchor=base[1])
    depth = 3 if last else sum(value is not None for value in first[:6])
    return Point(overlaid(first, said), last, FIELDS[:depth], base[1])


def _unknown(said: Said, unit: str) -> Point:
    """At the grain of the unit: «вчера» is a day, «на прошлой неделе» a stretch from a day to a day."""
    if unit in {"week", "weekend"}:
        return Point(NO_DAY, NO_DAY)
    return Point(overlaid({"day": NO_DAY, "month": Stamp(None, 0)}.get(unit, Stamp()), said))


def _step(unit: str) -> str:
    return "week" if unit == "weekend" else unit


def _plus(stamp: Stamp, days: int) -> Stamp:
    return (shifted(stamp, days, "day") or stamp).cut("day")


def _counted(said: Said, place: Place) -> Point:
    """«три дня назад», «через полтора года»."""
    base = _base(said, place)
    if said.base == "then" and "T" in (said.amount or "") and not place.anchors.spoken:
        return Point(NO_DAY)
    stamp = counted(base[0], said.amount or "", said.sign) if base else None
    if base is None or stamp is None:
        return Point(overlaid(NO_DAY, said))
    depth = sum(value is not None for value in stamp[:6])
    return Point(overlaid(stamp, said), inferred=FIELDS[:depth], anchor=base[1])


def _away(said: Said, from_: Said, place: Place) -> Point:
    """«за два дня до 5 мая»."""
    point = resolve_point(from_, place)
    stamp = counted(point.stamp, said.amount or "", said.sign)
    return Point(stamp or NO_DAY, inferred=point.inferred, anchor=point.anchor)


def _nth(said: Said, place: Place) -> Point:
    """«последнее воскресенье мая»."""
    month = resolve_point(msgspec.structs.replace(said, nth=None, weekday=None), place)
    found = nth_weekday(month.stamp, said.weekday or 1, said.nth or 1)
    return Point(found or month.stamp._replace(day=0), inferred=month.inferred, anchor=month.anchor)


def _weekend(said: Said, place: Place) -> Point:
    """«на выходных»: Saturday and Sunday."""
    saturday = _weekday(said, place)
    if not saturday.stamp.day:
        return saturday
    return Point(saturday.stamp, _plus(saturday.stamp, 1), saturday.inferred, saturday.anchor)


def _long(said: Said, place: Place) -> Point:
    """«в прошлом веке», «в нынешнем десятилетии»."""
    base = _base(said, place)
    if base is None or base[0].year is None:
        return Point(Stamp())
    digits = {"decade": 3, "century": 2, "millennium": 1}[said.unit or "century"]
    period = base[0].year // 10 ** (4 - digits) + (said.shift or 0)
    return Point(Stamp(period * 10 ** (4 - digits)), None, FIELDS[:1], base[1], f"{period:0{digits}}".ljust(4, "X"))


def _weekday(said: Said, place: Place) -> Point:
    """«в понедельник», «в минувший четверг»."""
    base = _base(said, place)
    found = weekdays(base[0], said.weekday or 1, said.shift, place.direction) if base else None
    if base is None or found is None:
        return Point(overlaid(NO_DAY, said))
    return Point(overlaid(found, said), inferred=FIELDS[:3], anchor=base[1])


def _partial(said: Said, place: Place) -> Point:
    """«16 июня», «в мае», «3-го числа», «в 14:10»: the coarser parts come from the anchor."""
    stamp = overlaid(Stamp(), said)
    base = place.anchors.now() if said.shift is not None else place.anchors.year()
    if base is None:
        return Point(stamp._replace(day=0) if said.daypart and stamp == Stamp() else stamp)
    direction: Direction | None = place.direction if base[1] == "published" else None
    if stamp.month or stamp.code:
        if said.shift is not None:
            return Point(months(base[0], stamp, said.shift), inferred=("year",), anchor=base[1])
        return Point(years(base[0], stamp, said.weekday, direction), inferred=("year",), anchor=base[1])
    if stamp.day:
        found = days_of_month(base[0], stamp, direction)
        return Point(found or stamp, inferred=FIELDS[:2] if found else (), anchor=base[1] if found else None)
    if base[0].day is None:
        return Point(stamp)
    whole = stamp._replace(year=base[0].year, month=base[0].month, day=base[0].day)
    return Point(whole, inferred=FIELDS[:3], anchor=base[1])


def _year(said: Said, place: Place) -> int:
    """The year in full: «24» → 2024, «1 год до н. э.» → 0; two digits go to the century that lies nearest behind."""
    if said.year is not None:
        return 1 - said.year if said.bce else said.year
    short = said.yy or 0
    now = place.anchors.published
    horizon = now.year + 10 if now and now.year else 2039
    return short + max(century for century in range(1800, 2200, 100) if century + short <= horizon)


def _masked(said: Said, place: Place) -> Point:
    """«девяностые годы» → 199X, «XIX век» → 18XX."""
    if said.century is not None:
        number = said.century - 1
        sign = "-" if said.bce else ""
        tens = "X" if said.decade is None else str(said.decade % 100 // 10)
        return Point(Stamp(number * 100), mask=f"{sign}{number:02}{tens}X")
    decade = said.decade or 0
    if said.shift is not None:
        base = place.anchors.now()
        known = base[0].year if base else None
        century = "XX" if known is None else f"{known // 100 + said.shift:02}"
        return Point(Stamp(), inferred=("year",), anchor=base[1] if base else None, mask=f"{century}{decade // 10}X")
    if decade < 100:
        decade += 1900 if decade >= 20 else 2000
    return Point(Stamp(decade), mask=f"{decade // 10}X")


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
