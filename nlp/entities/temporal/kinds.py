"""What kind of expression something is, by what it says."""

from __future__ import annotations

from typing import Literal

from nlp.mentions.temporal.said import Expression, Said

Kind = Literal["absolute", "partial", "relative", "interval", "list", "clock", "duration", "age", "set"]


def kind_of(expression: Expression) -> Kind:
    """«в 2024 году» is absolute, «16 июня» partial, «вчера» relative, «с 17 по 18 июня» an interval."""
    said = expression.said
    if expression.label == "AGE":
        return "age"
    if expression.kind == "set":
        return "set"
    if said.items:
        return "list"
    if said.first is not None and said.first.amount and not said.first.sign:
        return "duration"
    if said.window or said.first is not None or said.last is not None:
        return "interval"
    return _point(said)


def _point(said: Said) -> Kind:
    if said.amount is not None:
        return "relative" if said.sign else "duration"
    if said.shift is not None or (said.weekday is not None and said.day is None):
        return "relative"
    if said.year is not None or said.yy is not None or said.decade is not None or said.century is not None:
        return "absolute"
    return "clock" if said.hour is not None and said.month is None and said.day is None else "partial"
