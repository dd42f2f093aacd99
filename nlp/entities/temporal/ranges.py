"""Two ends, and lists: what one end leaves out the other may say, and they stand in the order of time."""

from __future__ import annotations

from typing import Literal

import msgspec

from nlp.entities.temporal.place import Place, Point, days_after
from nlp.entities.temporal.point import resolve_point
from nlp.entities.temporal.relative import DAY
from nlp.entities.temporal.stamp import Stamp, bounds, edtf
from nlp.mentions.temporal.said import Said

YEAR = ("year",)


def resolve_range(said: Said, place: Place) -> tuple[list[Point], str]:
    """«с 17 по 18 июня» → both points, and 2025-06-17/2025-06-18; an open end is written with two stops."""
    first = resolve_point(said.first, place) if said.first else None
    last = resolve_point(said.last, place) if said.last else None
    if first and last:
        first, last = in_order(first, last, place)
    written = (_end(first, said.first, "start"), _end(last, said.last, "end"))
    return [point for point in (first, last) if point], "/".join(written)


def resolve_list(said: Said, place: Place) -> tuple[list[Point], str]:
    """«1, 3 и 5–7 мая» → 2025-05-01,2025-05-03,2025-05-05..2025-05-07."""
    members = [
        [resolve_point(end, place) for end in (item.first, item.last) if end] or [resolve_point(item, place)]
        for item in said.items
    ]
    if len(members) == 2 and all(len(member) == 1 for member in members):
        members = [[point] for point in in_order(members[0][0], members[1][0], place)]
    written = ",".join("..".join(point.edtf() for point in member) for member in members)
    return [point for member in members for point in member], written


def in_order(first: Point, last: Point, place: Place) -> tuple[Point, Point]:
    """«с декабря по март»: an inferred year yields to one that was said, or to the order of the two ends."""
    if first.inferred == last.inferred == DAY and first.stamp > last.stamp and not first.until:
        return _days_in_order(first, last, place.direction)
    if _year_is_open(last) and first.stamp.year is not None:
        return first, _in_year(last, first.stamp.year + (_key(last.stamp) < _key(first.stamp)))
    if _year_is_open(first) and last.stamp.year is not None:
        return _in_year(first, last.stamp.year - (_key(first.stamp) > _key(last.stamp))), last
    return first, last


def _days_in_order(first: Point, last: Point, direction: int) -> tuple[Point, Point]:
    """«во вторник и среду», said on a Tuesday: the two days of one week."""
    if direction > 0:
        return first, msgspec.structs.replace(last, stamp=days_after(last.stamp, 7))
    return msgspec.structs.replace(first, stamp=days_after(first.stamp, -7)), last


def _year_is_open(point: Point) -> bool:
    return not point.mask and (point.stamp.year is None or point.inferred == YEAR)


def _in_year(point: Point, year: int) -> Point:
    return Point(point.stamp._replace(year=year), inferred=YEAR, anchor=point.anchor or "context")


def _key(stamp: Stamp) -> tuple[int, int]:
    return stamp.month or stamp.code or 0, stamp.day or 0


def _end(point: Point | None, said: Said | None, which: Literal["start", "end"]) -> str:
    """One end as written; «до конца 2018 года» ends on its last day, «с начала года» begins on its first."""
    if point is None or said is None:
        return ".."
    if said.part == which and not point.until and not point.mask and (extent := bounds(point.stamp)):
        return edtf(extent[0] if which == "start" else extent[1])
    return point.edtf().split("/")[0 if which == "start" else -1]
