"""Annotated documents beside what the frames find in them, in the shape that the scorer compares."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

import msgspec
from spacy.language import Language

from nlp.evaluation.events import partners
from nlp.evaluation.guide import Frame, Line, Role, comparable, from_line
from nlp.events.component import Events
from nlp.events.engine import Found, find
from nlp.events.filler import Filler
from nlp.events.weights import Learned
from nlp.morphology.inflection import normal_form


class Read(NamedTuple):
    """One document; `partners` has the gold's event for the number of each event that has one."""

    document: str
    found: Found
    partners: dict[int, Frame]


def read(pipeline: Language, gold: Path, texts: Path, learned: Learned) -> Iterator[Read]:
    """The documents of the guide's file in their order, as the frames read them with these weights."""
    component = cast("Events", pipeline.get_pipe("letopis_events"))
    for row in gold.read_text(encoding="utf-8").splitlines():
        line = msgspec.json.decode(row, type=Line)
        text = (texts / f"{line.doc}.txt").read_bytes().decode("utf-8-sig")
        with pipeline.select_pipes(disable=["letopis_events", "letopis_record"]):
            found = find(pipeline(text), component.inventory, learned)
        told = [_frame(found, number) for number in range(len(found.events))]
        numbers = {id(frame): number for number, frame in enumerate(told)}
        pairs = partners(text, from_line(line, text), told)
        yield Read(line.doc, found, {numbers[id(own)]: other for other, own in pairs})


def argument(found: Found, role: str, filler: Filler) -> Role:
    """A filler of a role as an argument to compare."""
    name = found.names.entities.get(filler.entity or "") or normal_form(filler.span, filler.label)
    return Role(role, filler.span.start_char, filler.span.end_char, comparable(name))


def _frame(found: Found, number: int) -> Frame:
    event, draft = found.events[number], found.drafts[number]
    roles = tuple(argument(found, role, filler) for role, filler in draft.fillers)
    return Frame(event.type, event.status, event.trigger.start, event.trigger.end, roles, None)
