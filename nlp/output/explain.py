"""Which rule or model made what stands at one place of a text, and what was dropped there and why.

At «Ткача» in «переговоры Павла Ткача»: the word's analysis, the mention m4 PERSON by rule "ner", the dropped span
«Ткача» with the reason, the person p1, the event e3 by rule "meeting/talks" in which he takes part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from spacy.tokens import Doc, Span, Token

from nlp import document
from nlp.output.page.palette import DIM, HEADING, look
from nlp.output.page.plain import one_line, printable
from nlp.output.text import console_for, put
from nlp.schema import Event, Mention, Record
from nlp.tables.view import View

Fact = tuple[str, str | Text]
AROUND = 60
"""Code points of text shown on either side of the place."""
BLANKS = re.compile(r"\s+")


def write(doc: Doc, at: int, stream: TextIO) -> None:
    """Write everything known of the code point at `at`."""
    put(explain(doc, at), console_for(stream))


def explain(doc: Doc, at: int) -> Iterator[RenderableType]:
    """The sections from the word to the events; a section with nothing in it says so."""
    record: Record = doc._.record
    view, here = View(record), [mention for mention in record.mentions if mention.start <= at < mention.end]
    yield _context(doc.text, at)
    yield _section("Word", _word(doc, at))
    yield _section("Mentions", (fact for mention in here for fact in _mention(mention)))
    yield _section("Dropped", _dropped(doc, at))
    yield _section("Values", (fact for mention in here for fact in _values(view, mention)))
    yield _section("Entities", (fact for mention in here for fact in _entity(view, mention)))
    told = {span.id_: f"«{one_line(span.text)}» at {span.start_char}" for span in doc.spans.get(document.CUES, ())}
    yield _section("Events", (fact for event in record.events for fact in _event(view, event, here, at, told)))


def _section(title: str, facts: Iterable[Fact]) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=DIM, no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in facts:
        grid.add_row(name, Text(printable(value)) if isinstance(value, str) else value)
    shown = grid if grid.rows else Text("nothing here", DIM)
    return Group(Text(title, HEADING), Padding(shown, (0, 0, 1, 2)))


def _context(text: str, at: int) -> RenderableType:
    """The place between its neighbours: «…провёл переговоры с ▸С◂юн Цицзюнем…»."""
    before, after = text[max(0, at - AROUND) : at], text[at + 1 : at + 1 + AROUND]
    line = Text.assemble(_flat(before), "▸", (_flat(text[at]), "bold"), "◂", _flat(after))
    return Padding(line, (0, 0, 1, 0))


def _flat(text: str) -> str:
    return printable(BLANKS.sub(" ", text))


def _word(doc: Doc, at: int) -> Iterator[Fact]:
    token = next((token for token in doc if token.idx <= at < token.idx + max(1, len(token))), None)
    if token is None:
        return
    yield "text", f"{token.text!r}, {token.idx}–{token.idx + len(token)}"
    if token.pos_ == "SPACE":
        yield "kind", "no word: white space, markup, or a line that is no part of the text"
        return
    if token.norm_ != token.text:
        yield "read as", token.norm_
    yield "lemma", token.lemma_
    yield "tag", " ".join(filter(None, (token.pos_, str(token.morph))))
    yield "head", _head(token)


def _head(token: Token) -> str:
    if token.head == token:
        return f"{token.dep_}: the root of its sentence"
    return f"{token.dep_} of «{token.head.text}» at {token.head.idx}"


def _mention(mention: Mention) -> Iterator[Fact]:
    yield mention.id, Text.assemble((mention.label, look(mention.label).style), f" «{one_line(mention.text)}»")
    yield "", f"made by {mention.rule}, score {mention.score:.2f}, {mention.start}–{mention.end}"


def _dropped(doc: Doc, at: int) -> Iterator[Fact]:
    """The proposals that did not stand, each with the reason."""
    spans: Iterable[Span] = doc.spans.get(document.DROPPED, ())
    for span, reason in zip(spans, doc._.reasons, strict=True):
        if span.start_char <= at < span.end_char:
            yield span.label_, f"«{one_line(span.text)}» by {span.id_}: {reason}"


def _values(view: View, mention: Mention) -> Iterator[Fact]:
    for date in view.record.dates:
        if date.mention == mention.id:
            guessed = f"; {', '.join(date.inferred)} inferred from {date.anchor}" if date.inferred else ""
            yield mention.id, date.value + (f", its {date.part}" if date.part else "") + guessed
    for amount in view.record.amounts:
        if amount.mention == mention.id:
            ends = "–".join(str(end) for end in (amount.value, amount.upper) if end is not None)
            yield mention.id, " ".join(filter(None, (ends, amount.unit)))


def _entity(view: View, mention: Mention) -> Iterator[Fact]:
    if mention.entity is not None:
        others = [other for other in view.record.mentions if other.entity == mention.entity]
        yield mention.entity, view.names[mention.entity]
        yield "", "named as " + ", ".join(dict.fromkeys(f"«{one_line(other.text)}»" for other in others))


def _event(view: View, event: Event, here: list[Mention], at: int, cues: dict[str, str]) -> Iterator[Fact]:
    """An event that has its trigger here, or one of its parts, or only its sentence."""
    inside = ["its sentence"] if event.sentence.start <= at < event.sentence.end else []
    parts = _parts(event, here, at) or inside
    if not parts:
        return
    yield event.id, " ".join(filter(None, (event.type, event.phase, event.status)))
    yield "", f"made by {event.rule}, score {event.score:.2f}; here: {', '.join(parts)}"
    yield "", f"trigger «{event.trigger.text}» at {event.trigger.start}"
    if event.id in cues:
        yield "", f"{event.status} because of {cues[event.id]}"
    for role, names in view.roles(event).items():
        yield "", f"{role}: {'; '.join(names)}"
    for name, value in (("date", view.date(event)), ("place", view.place(event)), ("same as", event.same_as)):
        if value:
            yield "", f"{name}: {value}"


def _parts(event: Event, here: list[Mention], at: int) -> list[str]:
    """What stands here in an event: its trigger, a role, its date, its place."""
    ids = {mention.id for mention in here}
    parts = ["trigger"] if event.trigger.start <= at < event.trigger.end else []
    parts += dict.fromkeys(argument.role for argument in event.arguments if argument.mention in ids)
    parts += ["date"] if event.date and event.date.mention in ids else []
    return parts + (["place"] if event.place and event.place.mention in ids else [])
