"""From what is said to an EDTF value: points, ranges, lists, durations."""

from __future__ import annotations

from typing import Literal

import msgspec

from nlp.entities.temporal.anchors import Anchors, Source
from nlp.entities.temporal.point import Direction, Place, Point, resolve_point
from nlp.entities.temporal.stamp import FIELDS, Stamp, bounds, edtf, shifted
from nlp.entities.temporal.units import counted, steps
from nlp.mentions.temporal.said import Expression, Said



class Value(msgspec.Struct, frozen=True):
    """The worth of one expression: EDTF, what of it was inferred, from where, and which part of the period is meant."""

    value: str
    part: Literal["start", "middle", "end"] | None
    inferred: tuple[str, ...]
    anchor: Source | None


def resolve(expression: Expression, anchors: Anchors, direction: Direction) -> Value:
    """The value of an expression; the anchors remember it for those that follow."""
    said = expression.said
    place = Place(anchors, expression.start, direction)
    if expression.kind == "set":
        return Value(_repeated(said), None, (), None)
    if (length := _length(said)) is not None:
        return Value(length + ("~" if said.about else ""), None, (), None)
    points: list[Point]
    if said.items:
        points, value = _series(said, place)
    elif said.first is not None or said.last is not None:
        points, value = _range(said, place)
    elif said.window:
        points = _window(said, place)
        value = "/".join(dict.fromkeys(point.edtf() for point in points))
    else:
        points = [resolve_point(said, place)]
        value = points[0].edtf()
    _remember(points, anchors, expression)
    inferred, anchor = _inference(points)
    return Value(value + ("~" if said.about else ""), said.part, inferred, anchor)


def _inference(points: list[Point]) -> tuple[tuple[str, ...], Source | None]:
    """What was inferred for any of the points, and the first anchor."""
    if len(points) == 1:
        return points[0].inferred, points[0].anchor
    inferred = tuple(dict.fromkeys(part for point in points for part in point.inferred))
    return inferred, next((point.anchor for point in points if point.anchor), None)


def _repeated(said: Said) -> str:
    """«ежегодно» → R/P1Y, «по понедельникам» → R/XXXX-WXX-1, «каждый май» → R/XXXX-05 (ISO 8601-1, 5.6)."""
    if said.weekday:
        return f"R/XXXX-WXX-{said.weekday}"
    if said.month or said.season:
        return f"R/XXXX-{said.month or said.season:02}"
    return f"R/{said.amount}"


def _length(said: Said) -> str | None:
    """«5 лет» → P5Y, «от 3 до 5 лет» → P3Y/P5Y; `None` for what is no bare length of time."""
    if said.first and said.last and said.first.amount and not said.first.sign and said.last.amount:
        return f"{said.first.amount}/{said.last.amount}"
    return said.amount if said.amount is not None and not said.sign and not said.window else None


def _window(said: Said, place: Place) -> list[Point]:
    """«следующие 2 недели» begin on the day after the anchor, «последние 2 недели» end on the day before it."""
    base = place.anchors.now()
    first = counted(base[0].cut("day"), "P1D", said.window) if base else None
    last = counted(base[0].cut("day"), said.amount or "", said.window) if base else None
    days = [stamp for stamp in (first, last) if stamp]
    if base is None or len(days) < 2:
        return [Point(Stamp(None, None, 0)), Point(Stamp(None, None, 0))]
    whole = [_same_grain(stamp, base[0], said.amount or "", said.window) for stamp in days]
    return [Point(stamp, inferred=FIELDS[:3], anchor=base[1]) for stamp in sorted(whole)]


def _same_grain(stamp: Stamp, base: Stamp, amount: str, sign: int) -> Stamp:
    """To the day, though years and months are counted: 2 October 2016 to 1 October 2018."""
    if stamp.day is not None:
        return stamp
    moved: Stamp | None = base.cut("day")
    for count, unit in steps(amount):
        moved = shifted(moved, sign * count, unit) if moved else None
    return moved.cut("day") if moved else stamp


def _remember(points: list[Point], anchors: Anchors, expression: Expression) -> None:
    for point in points:
        anchors.note(point.stamp, expression.end, said_in_full=not point.inferred)


def _series(said: Said, place: Place) -> tuple[list[Point], str]:
    """The members in their order; days that follow one another are written with two stops (EDTF's list)."""
    members = [
        [resolve_point(end, place) for end in (item.first, item.last) if end] or [resolve_point(item, place)]
        for item in said.items
    ]
    if len(members) == 2 and all(len(member) == 1 for member in members):
        members = [[point] for point in _ordered(members[0][0], members[1][0], place)]
    written = ",".join("..".join(point.edtf() for point in member) for member in members)
    return [point for member in members for point in member], written


def _range(said: Said, place: Place) -> tuple[list[Point], str]:
    """Both ends; an end without a year takes it from the other, in the order of time."""
    first = resolve_point(said.first, place) if said.first else None
    last = resolve_point(said.last, place) if said.last else None
    if first and last:
        first, last = _ordered(first, last, place)
    written = (_end(first, said.first, "start"), _end(last, said.last, "end"))
    return [point for point in (first, last) if point], "/".join(written)


def _ordered(first: Point, last: Point, place: Place) -> tuple[Point, Point]:
    """«с декабря по март»: an inferred year yields to one that was said, or to the order of the two ends."""
    if first.inferred == last.inferred == FIELDS[:3] and first.stamp > last.stamp and not first.until:
        return _weekdays_in_order(first, last, place.direction)
    if not _inferred_year(first) and not _inferred_year(last):
        return first, last
    if _inferred_year(last) and first.stamp.year is not None:
        return first, _not_before(last, first.stamp)
    if _inferred_year(first) and last.stamp.year is not None:
        return _not_after(first, last.stamp), last
    return first, last


def _weekdays_in_order(first: Point, last: Point, direction: int) -> tuple[Point, Point]:
    """«во вторник и среду», said on a Tuesday: the two days of one week."""
    if direction > 0:
        return first, _moved(last, 7)
    return _moved(first, -7), last


def _moved(point: Point, days: int) -> Point:
    stamp = shifted(point.stamp, days, "day")
    return msgspec.structs.replace(point, stamp=stamp.cut("day")) if stamp else point


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
