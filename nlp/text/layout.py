"""The layout of a text: which lines make which paragraph, and which lines are no part of what it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from nlp.text.boilerplate import is_boilerplate, is_link
from nlp.text.joints import Joint, edge, joint, width
from nlp.text.lines import INLINE_BULLET, Line, lines, number
from nlp.text.metadata import Stated, bare_date, front_matter, stated
from nlp.text.offsets import Block

HEAD = 4
"""Paragraphs before which a bare date is that of the text."""
Kind = Literal["heading", "paragraph", "item", "cell"]


class Part(NamedTuple):
    """One line of a paragraph, in original offsets, and how it is joined to the one before it."""

    start: int
    end: int
    joint: Joint | None = None


class Paragraph(NamedTuple):
    """Lines that belong together."""

    kind: Kind
    parts: list[Part]


class Layout(NamedTuple):
    """The paragraphs of a text in order, what is left out of them, and what the text says of itself."""

    paragraphs: list[Paragraph]
    boilerplate: list[Block]
    stated: list[Stated]


class _Reader:
    """Walks the lines once; `gap` tells that a blank line was passed, `closed` that nothing may be joined any more."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found = Layout([], [], [])
        self.gap, self.closed, self.labelled = False, True, False
        self.width: int | None = None

    def read(self) -> Layout:
        """The layout of the whole text."""
        every = lines(self.text)
        self.width = width(self.text, _neighbours(every))
        self._front([line for line in every if line.kind == "front"])
        for line in every:
            self._line(line)
        return self.found

    def _front(self, front: list[Line]) -> None:
        if front:
            self.found.stated.append(front_matter([self.text[line.start : line.end] for line in front[1:-1]]))
            self.found.boilerplate.append(Block("boilerplate", front[0].start, front[-1].end))

    def _line(self, line: Line) -> None:
        if line.kind == "blank":
            self.gap = True
        elif line.kind == "rule":
            self.closed = True
        elif line.kind == "underline":
            self._underline()
        elif line.kind == "code":
            self._leave_out(line)
        elif line.kind == "row":
            self._row(line)
        elif line.kind != "front":
            self._words(line)

    def _words(self, line: Line) -> None:
        words = self.text[line.body : line.end] if line.end - line.body <= 500 else ""
        said = self._stated(words) if line.kind != "heading" else None
        if said is not None:
            self.found.stated.append(said)
        if (said is not None and said.source) or is_boilerplate(words) or (self.labelled and is_link(words)):
            self.labelled = True
            self._leave_out(line)
            return
        self.labelled = False
        self._paragraph(line, alone=said is not None)

    def _stated(self, words: str) -> Stated | None:
        return stated(words) or (bare_date(words) if len(self.found.paragraphs) < HEAD else None)

    def _leave_out(self, line: Line) -> None:
        """Take a line out; what it cut in two may still be one paragraph."""
        self.found.boilerplate.append(Block("boilerplate", line.start, line.end))
        self.gap = True

    def _paragraph(self, line: Line, *, alone: bool) -> None:
        kind, body = self._kind(line)
        how = None if kind != "paragraph" or alone else self._joint(body, line.end)
        for start, end in self._pieces(kind, body, line.end):
            if how is None:
                self.found.paragraphs.append(Paragraph(kind, [Part(start, end)]))
            else:
                self._append(how, start, end)
            how = None
        self.gap, self.closed = False, kind == "heading" or alone

    def _pieces(self, kind: Kind, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of a line that holds a whole list: «• Минск • Гомель»."""
        for bullet in INLINE_BULLET.finditer(self.text, start, end) if kind == "item" else ():
            yield start, bullet.start()
            start = bullet.end()
        yield start, end

    def _kind(self, line: Line) -> tuple[Kind, int]:
        if line.kind == "heading":
            return "heading", line.body
        if line.kind == "item":
            return "item", line.body
        marker = number(self.text, line)
        if marker and self._may_begin_list(marker):
            return "item", marker.end()
        return "paragraph", line.body

    def _may_begin_list(self, marker: re.Match[str]) -> bool:
        """A number and a dot begin an item after a blank line, an item or a stop, not inside a sentence."""
        if self.closed or self.gap or marker["n"] in {"1", "а", "a"}:
            return True
        before = self.found.paragraphs[-1]
        return before.kind == "item" or self.text[before.parts[-1].end - 1] in ".:;"

    def _joint(self, start: int, end: int) -> Joint | None:
        if self.closed or not self.found.paragraphs:
            return None
        before = self.found.paragraphs[-1]
        if before.kind == "cell":
            return None
        last = before.parts[-1]
        at = edge(self.text, (last.start, last.end), (start, end), self.width, gap=self.gap)
        first = self.text[before.parts[0].start : before.parts[0].start + 1]
        return joint(at, listed=len(before.parts) == 1 and first.islower() and before.kind == "paragraph")

    def _append(self, how: Joint, start: int, end: int) -> None:
        parts = self.found.paragraphs[-1].parts
        if how == "drop hyphen":
            last = parts[-1]
            cut = max(self.text.rfind(sign, last.start, last.end) for sign in "-\u2010\u00ad")
            parts[-1] = last._replace(end=cut)
        parts.append(Part(start, end, how))

    def _underline(self) -> None:
        """«---» under a line of its own makes it a heading, elsewhere it is a rule."""
        before = self.found.paragraphs[-1] if self.found.paragraphs else None
        if before and not self.gap and not self.closed and before.kind == "paragraph" and len(before.parts) == 1:
            self.found.paragraphs[-1] = before._replace(kind="heading")
        self.closed = True

    def _row(self, line: Line) -> None:
        start = line.body
        for cell in self.text[line.body : line.end].split("|"):
            if cell.strip(" \t:-"):
                first = start + len(cell) - len(cell.lstrip())
                self.found.paragraphs.append(Paragraph("cell", [Part(first, start + len(cell.rstrip()))]))
            start += len(cell) + 1
        self.gap, self.closed = False, True


def layout(text: str) -> Layout:
    """Read the layout of a text; takes time in proportion to its length."""
    return _Reader(text).read()


def _neighbours(every: list[Line]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Lines of words that follow each other without a blank line."""
    inside = ("text", "quote", "item")
    return [
        ((one.body, one.end), (two.body, two.end))
        for one, two in pairwise(every)
        if one.kind in inside and two.kind in ("text", "quote")
    ]
