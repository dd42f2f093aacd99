"""Dates of a plain string, without a pipeline: `dates("Подписан 22 августа 2024 г.")`."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from nlp.entities.temporal.anchors import Anchors, Source
from nlp.entities.temporal.kinds import Kind, kind_of
from nlp.entities.temporal.place import Direction
from nlp.entities.temporal.resolve import Value, resolve
from nlp.entities.temporal.tense import direction
from nlp.mentions.temporal.find import find
from nlp.mentions.temporal.said import Expression

_WRAPPED = re.compile(r"(?<!\n)\n(?!\s*\n)")


class FoundDate(msgspec.Struct, frozen=True, gc=False):
    """One expression of time and its value; offsets and `text` are of the string that was given.

    `value` is EDTF, `part` the part of the period («в начале июня»), `inferred` what the text did not say and
    `anchor` what that was taken from; `kind` is the kind of expression and `rule` what found it.
    """

    start: int
    end: int
    text: str
    value: str
    part: Literal["start", "middle", "end"] | None
    inferred: tuple[str, ...]
    anchor: Source | None
    kind: Kind
    label: Literal["DATE", "TIME", "AGE"]
    rule: str


def dates(text: str, published: str | None = None) -> tuple[FoundDate, ...]:
    """All expressions of time in the order of the text: «вчера» on 2025-06-17 → 2025-06-16, inferred from "published".

    `published` is EDTF (2025-06-17, 2025-06, 2025-06-17T14:10). No clock is read: without it, relative dates are
    counted from the dates of the text, and what cannot be known is X.
    """
    flat = _WRAPPED.sub(" ", text) if "\n" in text else text
    anchors = Anchors.of(published)
    return tuple(_found(text, each, valued(each, anchors, _told(flat, each, anchors))) for each in find(flat))


def _told(text: str, expression: Expression, anchors: Anchors) -> Direction | None:
    asked = anchors.published is not None and needs_direction(expression)
    return direction(text, expression.start, expression.end) if asked else None


def valued(expression: Expression, anchors: Anchors, told: Direction | None) -> Value:
    """The value of an expression whose clause looks the way `told`; when nothing tells, the past, «до 1 июля» ahead."""
    look = expression.said.look
    if look < 0 or (told is None and look == 0):
        return resolve(expression, anchors, -1)
    return resolve(expression, anchors, look if told is None else told)


def needs_direction(expression: Expression) -> bool:
    """Whether the tense of the clause may change the value: a weekday, a day or a month without its year."""
    said = expression.said.first or expression.said.last or (expression.said.items or (expression.said,))[0]
    return said.year is None and said.shift is None and said.amount is None


def _found(text: str, expression: Expression, value: Value) -> FoundDate:
    start, end = expression.start, expression.end
    return FoundDate(
        start, end, text[start:end], value.value, value.part, value.inferred, value.anchor,
        kind_of(expression), expression.label, expression.rule,
    )  # fmt: skip
