"""From what is said to an EDTF value: points, ranges, lists, durations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nlp.entities.temporal.anchors import Anchors, Source
from nlp.entities.temporal.point import Direction, Place, Point, resolve_point
from nlp.entities.temporal.stamp import Stamp, bounds, edtf
from nlp.mentions.temporal.said import Expression, Said



@dataclass(frozen=True, slots=True)
class Value:
    """The worth of one expression: EDTF, what of it was inferred, from where, and which part of the period is meant."""

    value: str
    part: Literal["start", "middle", "end"] | None
    inferred: tuple[str, ...]
    anchor: Source | None


def resolve(expression: Expression, anchors: Anchors, direction: Direction) -> Value:
    """The value of an expression; the anchors remember it for those that follow."""
    said = expression.said
    place = Place(anchors, expression.start, direction)
    if said.items:
        points = _series(said, place)
        value = ",".join(point.edtf() for point in points)
    elif said.first is not None or said.last is not None:
        points, value = _range(said, place)
    elif said.amount is not None and not said.sign:
        return Value(said.amount + ("~" if said.about else ""), None, (), None)
    else:
        points = [resolve_point(said, place)]
        value = points[0].edtf()
    _remember(points, anchors, expression)
    inferred = tuple(dict.fromkeys(part for point in points for part in point.inferred))
    anchor = next((point.anchor for point in points if point.anchor), None)
    return Value(value + ("~" if said.about else ""), said.part, inferred, anchor)


def _remember(points: list[Point], anchors: Anchors, expression: Expression) -> None:
    for point in points:
        anchors.note(point.stamp, expression.end, said_in_full=not point.inferred)


def _series(said: Said, place: Place) -> list[Point]:
    return [resolve_point(item, place) for item in said.items]


def _range(said: Said, place: Place) -> tuple[list[Point], str]:
    """Both ends; an end without a year takes it from the other, in the order of time."""
    first = resolve_point(said.first, place) if said.first else None
    last = resolve_point(said.last, place) if said.last else None
    if first and last:
        first, last = _ordered(first, last)
    written = (_end(first, said.first, "start"), _end(last, said.last, "end"))
    return [point for point in (first, last) if point], "/".join(written)


def _ordered(first: Point, last: Point) -> tuple[Point, Point]:
    """«с декабря по март»: an inferred year yields to one that was said, or to the order of the two ends."""
    if not _inferred_year(first) and not _inferred_year(last):
        return first, last
    if _inferred_year(last) and first.stamp.year is not None:
        return first, _not_before(last, first.stamp)
    if _inferred_year(first) and last.stamp.year is not None:
        return _not_after(first, last.stamp), last
    return first, last


def _inferred_year(point: Point) -> bool:
    return point.stamp.year is None or point.inferred == ("year",)


def _key(stamp: Stamp) -> tuple[int, ...]:
    return (stamp.month or stamp.code or 0, stamp.day or 0)


def _not_before(point: Point, first: Stamp) -> Point:
    year = (first.year or 0) + (_key(point.stamp) < _key(first))
    return Point(point.stamp._replace(year=year), inferred=("year",), anchor=point.anchor or "context")


def _not_after(point: Point, last: Stamp) -> Point:
    year = (last.year or 0) - (_key(point.stamp) > _key(last))
    return Point(point.stamp._replace(year=year), inferred=("year",), anchor=point.anchor or "context")


def _end(point: Point | None, said: Said | None, which: Literal["start", "end"]) -> str:
    """One end as written; «до конца 2018 года» ends on its last day, «с начала года» begins on its first."""
    if point is None or said is None:
        return ".."
    if said.part == which and not point.until and not point.mask and (extent := bounds(point.stamp)):
        return edtf(extent[0] if which == "start" else extent[1])
    written = point.edtf()
    return written.split("/")[0 if which == "start" else -1]
