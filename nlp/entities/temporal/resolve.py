"""From what is said to an EDTF value."""

from __future__ import annotations

from typing import Literal

import msgspec

from nlp.entities.temporal.anchors import Anchors, Source
from nlp.entities.temporal.place import Direction, Place, Point
from nlp.entities.temporal.point import resolve_point
from nlp.entities.temporal.ranges import resolve_list, resolve_range
from nlp.entities.temporal.relative import window
from nlp.mentions.temporal.said import Expression, Said

ABOUT = "~"


class Value(msgspec.Struct, frozen=True, gc=False):
    """The worth of one expression: EDTF, what of it was inferred, from where, and which part of the period is meant."""

    value: str
    part: Literal["start", "middle", "end"] | None = None
    inferred: tuple[str, ...] = ()
    anchor: Source | None = None


def resolve(expression: Expression, anchors: Anchors, direction: Direction) -> Value:
    """The value of an expression; the anchors remember it for those that follow."""
    said = expression.said
    about = ABOUT if said.about else ""
    timeless = _repeated(said) if expression.kind == "set" else _length(said)
    if timeless is not None:
        return Value(timeless + about)
    points, value = _points(said, Place(anchors, expression.start, direction))
    for point in points:
        anchors.note(point.stamp, expression.end, said_in_full=not point.inferred)
    inferred, anchor = _inference(points)
    return Value(value + about, said.part, inferred, anchor)


def _points(said: Said, place: Place) -> tuple[list[Point], str]:
    if said.items:
        return resolve_list(said, place)
    if said.first is not None or said.last is not None:
        return resolve_range(said, place)
    if said.window:
        points = window(said, place)
        return points, "/".join(dict.fromkeys(point.edtf() for point in points))
    point = resolve_point(said, place)
    return [point], point.edtf()


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
