"""Annotated sentences: what a linguist expects of a frame, and the same sentence as the code reads it.

    [Россия](party) и [Китай](party) [подпишут](! signed planned) договор в [мае 2014 года](date 2014-05).  # план
    «Газпром» подписал приказ об отпуске.

A mark is `[text](role)`, `[text](role value)` or `[text](! phase status)` for the trigger; a sentence without marks
holds no event. A status not written is `actual`; a phase or value not written is not compared; `same` says
that the event is told again. Several marks on one text stand between semicolons, marks may nest, and `2:` before a mark
puts it into the second event of the line. `¶` is a paragraph's end, `#` after a blank begins a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from nlp.errors import KnowledgeError
from nlp.schema import Event, Record

TRIGGER, SAME = "!", "same"
STATUSES = ("actual", "planned", "possible", "negated")
_TOKEN = re.compile(r"\[|\]\((?P<marks>[^()\[\]]*)\)|\]|[^\[\]]+")
_MARK = re.compile(r"(?:(?P<event>\d+):)?(?P<role>!|[a-z_]+)(?:\s+(?P<value>\S.*))?")


class Mark(NamedTuple):
    """One role of one event over `text[start:end]`; the trigger's role is «!»."""

    start: int
    end: int
    event: int
    role: str
    value: str = ""


class Sentence(NamedTuple):
    """One line of a table; `number` counts from 1."""

    number: int
    text: str
    marks: tuple[Mark, ...]


def read(path: str | Path) -> tuple[Sentence, ...]:
    """Every sentence of a table; raises `KnowledgeError` with the line of a broken mark."""
    sentences = []
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if written := re.split(r"(?:^|\s)#", line, maxsplit=1)[0].strip():
            sentences.append(parse(written, path, number))
    return tuple(sentences)


def parse(line: str, path: str | Path = "table", number: int = 1) -> Sentence:
    """«[Россия](party) [подписала](!) договор» → the text without marks, and the marks."""
    text, marks, opened = "", list[Mark](), list[int]()
    for part in _TOKEN.finditer(line.replace("¶", "\n\n")):
        if part[0] == "[":
            opened.append(len(text))
        elif part["marks"] is not None and opened:
            marks += _marks(part["marks"], opened.pop(), len(text), path, number)
        elif part[0].startswith("]"):
            raise KnowledgeError(path, f"«]» without «[» or without «(role)» after «…{text[-20:]}»", number)
        else:
            text += part[0]
    if opened:
        raise KnowledgeError(path, f"the mark opened before «{text[opened[-1] :][:20]}…» is not closed", number)
    _check(marks, path, number)
    return Sentence(number, text, tuple(sorted(marks)))


def expected(sentence: Sentence) -> str:
    """The sentence as it was written, in the one spelling that `found` uses too."""
    return _show(sentence.text, sentence.marks)


def found(sentence: Sentence, record: Record, event_type: str) -> str:
    """The sentence with what the record holds of one type, values and phases only where the table gives them."""
    return _show(sentence.text, _as_asked(_of_record(record, event_type), sentence.marks))


def _marks(written: str, start: int, end: int, path: str | Path, number: int) -> Iterator[Mark]:
    for each in written.split(";"):
        mark = _MARK.fullmatch(each.strip())
        if mark is None:
            raise KnowledgeError(path, f"«({written})» is no mark; expected (role), (role value) or (! phase)", number)
        value = (mark["value"] or "").strip()
        yield Mark(start, end, int(mark["event"] or 1), mark["role"], _trigger_value(value, mark["role"]))


def _trigger_value(value: str, role: str) -> str:
    """Status always written, phase before it, `same` last: "planned signed" → "signed planned"."""
    if role != TRIGGER:
        return value
    words = value.split()
    status = next((word for word in words if word in STATUSES), STATUSES[0])
    phase = [word for word in words if word not in (*STATUSES, SAME)]
    return " ".join([*phase, status, *(word for word in words if word == SAME)])


def _check(marks: list[Mark], path: str | Path, number: int) -> None:
    triggers = {mark.event for mark in marks if mark.role == TRIGGER}
    if orphans := {mark.event for mark in marks} - triggers:
        raise KnowledgeError(path, f"event {min(orphans)} has roles and no trigger (!)", number)
    if len(set(marks)) != len(marks):
        raise KnowledgeError(path, "the same mark stands twice on the same text", number)


def _of_record(record: Record, event_type: str) -> Iterator[Mark]:
    events = [event for event in record.events if event.type == event_type]
    for number, event in enumerate(sorted(events, key=_trigger_start), 1):
        yield from _of_event(record, event, number)


def _trigger_start(event: Event) -> int:
    return event.trigger.start


def _of_event(record: Record, event: Event, number: int) -> Iterator[Mark]:
    extents = {mention.id: (mention.start, mention.end) for mention in record.mentions}
    places = {place.id: place.name for place in record.places}
    words = filter(None, (event.phase, event.status, event.same_as and SAME))
    yield Mark(event.trigger.start, event.trigger.end, number, TRIGGER, " ".join(words))
    for argument in event.arguments:
        yield Mark(*extents[argument.mention], number, argument.role, argument.name)
    if event.date and event.date.mention:
        yield Mark(*extents[event.date.mention], number, "date", event.date.value)
    if event.place and event.place.mention:
        yield Mark(*extents[event.place.mention], number, "place", places.get(event.place.entity or "", ""))


def _as_asked(marks: Iterable[Mark], asked: tuple[Mark, ...]) -> Iterator[Mark]:
    """Leave out what the table does not compare, so that equal lines mean agreement."""
    for mark in marks:
        same = [each for each in asked if each[:4] == mark[:4]]
        if mark.role == TRIGGER and same:
            yield mark._replace(value=_comparable(mark.value, same[0].value))
        elif same and not any(each.value for each in same):
            yield mark._replace(value="")
        else:
            yield mark


def _comparable(value: str, asked: str) -> str:
    """Drop the phase and `same` of `value` where `asked` has none."""
    has_phase = asked.split(maxsplit=1)[0] not in STATUSES
    words = [word for word in value.split() if word in STATUSES or (has_phase and word != SAME)]
    return " ".join([*words, *(word for word in value.split() if word == SAME and SAME in asked.split())])


def _show(text: str, marks: Iterable[Mark]) -> str:
    """Put the marks back, the longer outside; crossing marks come out one inside the other's edge."""
    opening, closing = dict[int, str](), dict[int, str]()
    spans: dict[tuple[int, int], list[str]] = {}
    for mark in sorted(set(marks)):
        spans.setdefault((mark.start, mark.end), []).append(_mark(mark))
    for (start, end), written in sorted(spans.items(), key=_inner_first):
        opening[start] = "[" + opening.get(start, "")
        closing[end] = closing.get(end, "") + f"]({'; '.join(written)})"
    points = range(len(text) + 1)
    line = "".join(closing.get(at, "") + opening.get(at, "") + text[at : at + 1] for at in points)
    return line.replace("\n\n", "¶")


def _inner_first(item: tuple[tuple[int, int], list[str]]) -> tuple[int, int]:
    (start, end), _ = item
    return end - start, start


def _mark(mark: Mark) -> str:
    number = f"{mark.event}:" if mark.event > 1 else ""
    return " ".join(filter(None, (number + mark.role, mark.value)))
