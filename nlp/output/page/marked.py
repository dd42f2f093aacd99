"""The text of a record with its mentions marked: in colour where there is colour, in brackets where there is none.

«[Анна Орлова|person] [посетит|e4] [Казань|place]»
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rich.text import Text

from nlp.output.page.palette import DIM, TRIGGER, Look, look
from nlp.output.page.plain import printable
from nlp.schema import Record

SUPERSCRIPT = str.maketrans("e0123456789", "ᵉ⁰¹²³⁴⁵⁶⁷⁸⁹")
BLANKS = re.compile(r"[^\S\n]*\n\s*\n")
"""Empty lines, however many: on the page they are one."""


class Mark(NamedTuple):
    """A stretch of the text, how it looks, and the id of the event that its word names."""

    start: int
    end: int
    look: Look
    event: str | None = None


def marks(record: Record) -> list[Mark]:
    """Mentions and triggers, the outer before the inner."""
    found = [Mark(at.start, at.end, look(at.label)) for at in record.mentions]
    found += [Mark(event.trigger.start, event.trigger.end, TRIGGER, event.id) for event in record.events]
    return sorted(found, key=_outer_first)


def marked(record: Record, colour: bool) -> Text:
    """The whole text, marked; without colour every mark is written out."""
    page, at, over = Text(), 0, list[Mark]()
    for border, opening, closing in _borders(marks(record), len(record.text)):
        shown = _shown(record.text[at:border])
        page.append(shown if page else shown.lstrip(), _style(over) if colour else "")
        page.append_text(_closed(closing, colour))
        page.append("" if colour else "[" * len(opening), DIM)
        at, over = border, [mark for mark in over if mark.end > border] + opening
    page.rstrip()
    return page


def legend(record: Record) -> Text:
    """The kinds of marks on this page, each in its own style: «person post place event»."""
    present = dict.fromkeys(mark.look for mark in marks(record))
    return Text("  ").join(Text(kind.name, kind.style) for kind in present)


def _outer_first(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _shown(text: str) -> str:
    return BLANKS.sub("\n\n", printable(text))


def _borders(found: list[Mark], end: int) -> Iterator[tuple[int, list[Mark], list[Mark]]]:
    """Every place where marks begin or end, in order, with those marks: the ones that begin, the ones that end."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in found:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).insert(0, mark)
    for border in sorted({end, *opening, *closing}):
        yield border, opening.get(border, []), closing.get(border, [])


def _style(over: list[Mark]) -> str:
    """The styles of all marks over a stretch, the inner ones last."""
    return " ".join(mark.look.style for mark in over)


def _closed(closing: list[Mark], colour: bool) -> Text:
    """What follows a mark: the number of its event, and without colour the kind of mark and its bracket."""
    return Text("").join(Text(tail, DIM) for tail in _tails(closing, colour))


def _tails(closing: list[Mark], colour: bool) -> Iterator[str]:
    for mark in closing:
        if not colour:
            yield f"|{mark.event or mark.look.name}]"
        elif mark.event:
            yield mark.event.translate(SUPERSCRIPT)
