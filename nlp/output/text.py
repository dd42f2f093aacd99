"""A page for the terminal: the text with what was found in it marked, then tables of events, agreements, people, ….

Colours are those of the terminal; with `NO_COLOR` or into a file every mark is written out in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from nlp.output.page.grids import grids
from nlp.output.page.marked import legend, marked
from nlp.output.page.palette import DIM, TITLE
from nlp.output.page.plain import one_line
from nlp.schema import Record
from nlp.tables.view import View

PADDING = re.compile(r" +$", re.MULTILINE)
WIDEST = 120
"""Columns beyond which a line is hard to read; a wider terminal leaves the rest empty."""


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write one page a record as soon as it is there."""
    console = console_for(stream)
    for record in records:
        show(record, console)


def show(record: Record, console: Console) -> None:
    """Print the page of one record."""
    colour = console.color_system is not None and not console.no_color
    put(page(record, colour, console.width), console)


def console_for(stream: TextIO) -> Console:
    """A console that prints on a stream as it is: nothing in a text is a command to it."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    return console


def put(parts: Iterable[RenderableType], console: Console) -> None:
    """Print parts one under another, without the blanks that fill their lines up."""
    with console.capture() as page:
        for part in parts:
            console.print(part)
    console.file.write(PADDING.sub("", page.get()))
    console.file.flush()


def page(record: Record, colour: bool, width: int) -> Iterator[RenderableType]:
    """The parts of a page from top to bottom; `colour` says whether styles will be seen."""
    yield Rule(style=DIM)
    yield _head(record)
    yield Padding(marked(record, colour), (1, 0))
    if colour:
        yield Padding(legend(record), (0, 0, 1, 0))
    yield from list(grids(View(record), width)) or [Text("Nothing was found.", DIM)]


def _head(record: Record) -> Text:
    """Title, source, date of publication, id."""
    facts = (record.source, record.published and f"published {record.published}", record.id)
    head = Text(one_line(record.title) + "\n" if record.title else "", TITLE)
    return head.append(" · ".join(one_line(fact) for fact in facts if fact), DIM)
