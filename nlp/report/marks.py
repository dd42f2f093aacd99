"""The text of a record as HTML: mentions coloured, words of events underlined, sentences with events to jump to.

«<span class="s"><span class="m person" id="d1-m1">Анна Орлова</span> <span class="t" id="d1-e4">посетит</span>…». Marks
may nest and cross; one that crosses another, or runs over the end of a paragraph, is written in pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from nlp.output.page.palette import look
from nlp.output.page.plain import printable
from nlp.schema import Record

_BREAK = re.compile(r"[^\S\n]*(?:\r?\n[^\S\n]*){2,}")
_SYNTAX = re.compile(r"^#{1,6}[ ]|^>[ ]?|\*{1,3}|^[-=_]{3,}$|`+|\\(?=\W)", re.MULTILINE)
"""Markdown's signs: they belong to the text, and stand back behind it."""
_HEADING = re.compile(r"#{1,6}\s|\*\*[^*\n]+\*\*\s*$")
_WRAPPED = re.compile(r"(?:[^\n]{48,120}\n){2,}[^\n]+")


class Block(NamedTuple):
    """A paragraph: its HTML and its look, "head", "lines" for one whose line ends are meant, or ""."""

    html: Markup
    look: str


class Mark(NamedTuple):
    """A stretch of the text and the tag around it; the outer stands before the inner where both begin at once."""

    start: int
    end: int
    rank: int
    classes: str
    data: str = ""
    anchor: str = ""


def blocks(record: Record, prefix: str) -> Iterator[Block]:
    """The paragraphs of a text; `prefix` makes the ids unique among the documents of a page: "d1-"."""
    found = sorted(_marks(record, prefix), key=lambda mark: (mark.start, -mark.end, mark.rank))
    for start, end in _paragraphs(record.text):
        inside = [mark for mark in found if mark.start < end and start < mark.end]
        yield Block(_html(record.text, start, end, inside), _look(record.text[start:end]))


def shown(text: str) -> str:
    """The text fit for a page: what controls a terminal or turns a line round, and half characters, as «�»."""
    return printable(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _marks(record: Record, prefix: str) -> Iterator[Mark]:
    for start, end in {(event.sentence.start, event.sentence.end) for event in record.events}:
        yield Mark(start, end, 0, "s")
    for at in record.mentions:
        yield Mark(at.start, at.end, 1, f"m {look(at.label).name}", f'data-m="{at.id}"', prefix + at.id)
    for event in record.events:
        trigger = event.trigger
        yield Mark(trigger.start, trigger.end, 2, "t", f'data-e="{event.id}"', prefix + event.id)
    yield from (Mark(*sign.span(), 3, "x") for sign in _SYNTAX.finditer(record.text) if sign[0])


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    borders = [0, *(at for found in _BREAK.finditer(text) for at in found.span()), len(text)]
    for start, end in zip(borders[::2], borders[1::2], strict=True):
        if text[start:end].strip():
            yield start, end


def _look(text: str) -> str:
    if _HEADING.match(text):
        return "head"
    return "lines" if "\n" in text and not _WRAPPED.fullmatch(text) else ""


def _html(text: str, start: int, end: int, marks: list[Mark]) -> Markup:
    """A paragraph: at every border the tags that go on stay open, those over them that end are closed."""
    borders = sorted({start, end, *(at for mark in marks for at in mark[:2] if start < at < end)})
    out, open_ = list[str](), list[Mark]()
    for at, after in pairwise(borders):
        over = [mark for mark in marks if mark.start <= at and after <= mark.end]
        kept = _common(open_, over)
        out.append("</span>" * (len(open_) - kept))
        out += [_opened(mark, at) for mark in over[kept:]]
        out.append(Markup.escape(shown(text[at:after])))
        open_ = over
    return Markup("".join([*out, "</span>" * len(open_)]))  # noqa: S704  every piece of text was escaped above


def _common(one: list[Mark], other: list[Mark]) -> int:
    """How many marks the two begin with."""
    return next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a is not b), min(len(one), len(other))
    )


def _opened(mark: Mark, at: int) -> str:
    """The tag; of a mark in pieces the first one has the id."""
    anchor = f' id="{mark.anchor}"' if mark.anchor and mark.start == at else ""
    data = f" {mark.data}" if mark.data else ""
    return f'<span class="{mark.classes}"{anchor}{data}>'
