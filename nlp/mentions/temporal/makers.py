"""How a rule of the calendar makes its value out of its parts; a rule names its maker under `by`."""

from __future__ import annotations

from typing import Any

from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.numbers import number_kind, spoken

Parts = dict[str, Any]
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def parts(said: Parts, _nodes: list[Node]) -> Parts | None:
    """The parts as they are; `None` for a day that no calendar has («32 августа»)."""
    said = _clean(said)
    return said if possible(said) else None


def main(said: Parts, nodes: list[Node]) -> Parts | None:
    """The part named «main» alone: in «Накануне, 16 июня» the date says more."""
    return parts(dict(said["main"]), nodes)


def shared_range(said: Parts, _nodes: list[Node]) -> Parts | None:
    """«с 17 по 18 июня»: what stands once serves both ends."""
    first, last = said.pop("first"), said.pop("last")
    said = _clean(said)
    ends = {**said, **first}, {**said, **last}
    return {"first": ends[0], "last": ends[1]} if all(map(possible, ends)) else None


def spoken_ordinal(_said: Parts, nodes: list[Node]) -> Parts | None:
    """«двадцать второго» → 22."""
    return _spoken(nodes, ordinal=True)


def spoken_cardinal(_said: Parts, nodes: list[Node]) -> Parts | None:
    """«двадцать пять» → 25."""
    return _spoken(nodes, ordinal=False)


def _spoken(nodes: list[Node], ordinal: bool) -> Parts | None:
    value = spoken([node.value["number"] for node in nodes])
    if value is None:
        return None
    kind = number_kind(int(value), ordinal) if ordinal or value < 1000 else "nbig"
    return {"number": value, "kind": kind}


def _clean(said: Parts) -> Parts:
    """Without what served the parse only: a number that was no part, the unit of a year that was named."""
    unit = {"unit"} if "shift" not in said and "amount" not in said else set()
    return {field: value for field, value in said.items() if field not in {"number", "digits"} | unit}


def possible(said: Parts) -> bool:
    """Whether the calendar has such a day; an unknown year may be a leap year."""
    day, month, year = said.get("day"), said.get("month"), said.get("year")
    if not (day and month):
        return True
    if month == 2 and day == 29 and isinstance(year, int):
        return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return bool(1 <= month <= 12 and day <= _LENGTHS[month - 1])


MAKERS = {maker.__name__: maker for maker in (parts, main, shared_range, spoken_ordinal, spoken_cardinal)}
