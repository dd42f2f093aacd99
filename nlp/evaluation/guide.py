"""Events as the annotation guide writes them down, JSON Lines, and as a record has them: one shape to compare.

A mention is the words of the text and which occurrence is meant, `{"text": "подписали", "n": 0}`, or offsets as an
array, `[812, 820]`; both forms are read.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import msgspec

from nlp.errors import InputError
from nlp.schema import Record

_BLANKS = re.compile(r"[«»\"'“”„ ]+")


class Words(msgspec.Struct, frozen=True):
    """Words of the text; `n` counts their occurrences from 0."""

    text: str
    n: int = 0
    name: str | None = None
    role: str = ""
    value: str | None = None


class Told(msgspec.Struct, frozen=True):
    """One event of the guide; those of one `id` are one event told several times."""

    id: str
    type: str
    status: str
    trigger: Words | tuple[int, int]
    args: tuple[Words | tuple[str, int, int, str], ...] = ()
    date: Words | tuple[int, int, str | None] | None = None
    place: Words | tuple[int, int, str] | None = None


class Line(msgspec.Struct, frozen=True):
    """One document of the guide's file."""

    doc: str
    events: tuple[Told, ...]


class Role(NamedTuple):
    """An argument: what it is, where it stands, and its name made comparable."""

    role: str
    start: int
    end: int
    name: str


class Frame(NamedTuple):
    """An event to compare."""

    type: str
    status: str
    start: int
    end: int
    roles: tuple[Role, ...]
    date: str | None


def comparable(name: str | None) -> str:
    """«Вектор-М», "вектор-м" and вектор-м are one; ё is е."""
    return _BLANKS.sub(" ", (name or "").casefold().replace("ё", "е")).strip()


def from_line(line: Line, text: str) -> tuple[Frame, ...]:
    """Raises `InputError` when the words do not stand in the text."""
    return tuple(_frame(told, line.doc, text) for told in line.events)


def _frame(told: Told, doc: str, text: str) -> Frame:
    start, end = _place(told.trigger, doc, text) if isinstance(told.trigger, Words) else told.trigger
    roles = tuple(_role(each, doc, text) for each in told.args)
    date = told.date.value if isinstance(told.date, Words) else told.date and told.date[2]
    return Frame(told.type, told.status, start, end, roles, date)


def _role(given: Words | tuple[str, int, int, str], doc: str, text: str) -> Role:
    if isinstance(given, Words):
        return Role(given.role, *_place(given, doc, text), comparable(given.name))
    role, start, end, name = given
    return Role(role, start, end, comparable(name))


def _place(words: Words, doc: str, text: str) -> tuple[int, int]:
    start = -1
    for _ in range(words.n + 1):
        start = text.find(words.text, start + 1)
        if start < 0:
            raise InputError(doc, f"«{words.text}» does not stand {words.n + 1} times in its text")
    return start, start + len(words.text)


def from_record(record: Record) -> tuple[Frame, ...]:
    """An argument goes by the name of its entity, when it is one."""
    places = {each.id: (each.start, each.end) for each in record.mentions}
    names = {each.id: each.name for part in (record.people, record.organisations, record.places) for each in part}
    names |= {each.id: each.title for each in record.agreements}
    frames = []
    for event in record.events:
        roles = tuple(
            Role(each.role, *places[each.mention], comparable(names.get(each.entity or "") or each.name))
            for each in event.arguments
        )
        date = event.date.value if event.date else None
        frames.append(Frame(event.type, event.status, event.trigger.start, event.trigger.end, roles, date))
    return tuple(frames)
