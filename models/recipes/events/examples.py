"""Annotated documents as examples: each event that is found, what is known of it, and whether it is in the gold."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, cast

import msgspec
from spacy.language import Language

from nlp.evaluation.events import partners
from nlp.evaluation.guide import Frame, Line, Role, comparable, from_line
from nlp.events.component import Events
from nlp.events.confidence import features
from nlp.events.engine import Found, find


class Example(NamedTuple):
    """One event found in a document."""

    document: str
    type: str
    words: tuple[str, ...]
    right: bool


def examples(pipeline: Language, gold: Path, texts: Path) -> list[Example]:
    """Every event that the frames find in the annotated documents, in their order."""
    component = cast("Events", pipeline.get_pipe("letopis_events"))
    found: list[Example] = []
    for row in gold.read_text(encoding="utf-8").splitlines():
        line = msgspec.json.decode(row, type=Line)
        text = (texts / f"{line.doc}.txt").read_bytes().decode("utf-8-sig")
        with pipeline.select_pipes(disable=["letopis_events", "letopis_record"]):
            doc = pipeline(text)
        result = find(doc, component.inventory, component.confidence)
        told = [_frame(result, number) for number in range(len(result.events))]
        right = {id(other) for _, other in partners(text, from_line(line, text), told)}
        found += [
            Example(line.doc, draft.trigger.frame.type, tuple(features(draft)), id(frame) in right)
            for draft, frame in zip(result.drafts, told, strict=True)
        ]
    return found


def _frame(result: Found, number: int) -> Frame:
    """The event in the shape that the scorer compares."""
    event, draft = result.events[number], result.drafts[number]
    roles = tuple(
        Role(name, filler.span.start_char, filler.span.end_char, comparable(each.name))
        for (name, filler), each in zip(draft.fillers, event.arguments, strict=True)
    )
    return Frame(event.type, event.status, event.trigger.start, event.trigger.end, roles, None)
