"""The tables of a page: events, people with posts, organisations, agreements; one function a table.

Each row knows the place in the text that it was read from, and each cell what it is sorted and filtered by.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from nlp.report.days import extent
from nlp.report.names import day, document, happening, line, post
from nlp.report.words import Words
from nlp.schema import Event, Record
from nlp.tables.distinct import distinct
from nlp.tables.view import View


class Line(NamedTuple):
    """A line of a cell, under a small word that says what it is: «сторона» Минсвязи."""

    text: str
    note: str = ""


class Cell(NamedTuple):
    """The lines, what they are sorted by when that is not their text, and whether they lead to the text."""

    lines: tuple[Line, ...] = ()
    sort: str | float = ""
    jumps: bool = False
    look: str = ""


class Column(NamedTuple):
    """A column's heading as a key of `Words.page`, whether it offers its values for choice, and its look."""

    title: str
    choice: bool = False
    look: str = ""


class Row(NamedTuple):
    """The cells, the anchor of the sentence and the values to choose by: {"event": "Соглашение"}."""

    cells: tuple[Cell, ...]
    anchor: str
    choices: dict[str, str]


class Grid(NamedTuple):
    """A table."""

    name: str
    columns: tuple[Column, ...]
    rows: list[Row]

    def choices(self, column: str) -> list[str]:
        """The values of a column, sorted."""
        return sorted({row.choices[column] for row in self.rows if row.choices.get(column)})


class Source(NamedTuple):
    """A document of the page: its record, the prefix of its ids and its headline."""

    record: Record
    prefix: str
    headline: str


EVENTS = (Column("date"), Column("event", choice=True), Column("who"), Column("where"), Column("sentence", look="wide"))
PEOPLE = (Column("name"), Column("posts", look="wide"), Column("mentions", look="number"))
BODIES = (
    Column("title", look="wide"),
    Column("short"),
    Column("country", choice=True),
    Column("mentions", look="number"),
)
AGREEMENTS = (Column("date"), Column("kind", choice=True), Column("title", look="wide"), Column("parties"))


def grids(sources: list[Source], words: Words) -> list[Grid]:
    """All the tables; those of several documents say in each row which one it is from."""
    parts = (("events", EVENTS, _events), ("people", PEOPLE, _people), ("organisations", BODIES, _bodies),
             ("agreements", AGREEMENTS, _agreements))  # fmt: skip
    many = len(sources) > 1
    more = (Column("document", choice=False),) if many else ()
    return [
        Grid(name, columns + more, [_from(source, row, many) for source in sources for row in rows(source, words)])
        for name, columns, rows in parts
    ]


def _from(source: Source, row: Row, many: bool) -> Row:
    return row._replace(cells=(*row.cells, _text(source.headline, look="from"))) if many else row


def _text(text: str | None, note: str = "", sort: str | float = "", jumps: bool = False, look: str = "") -> Cell:
    return Cell((Line(line(text), note),) if text else (), sort, jumps, look)


def _lines(texts: Iterable[str]) -> Cell:
    return Cell(tuple(Line(line(text)) for text in dict.fromkeys(texts)))


def _dated(value: str | None, words: Words) -> Cell:
    """A date sorted by its first day; what is undated comes last."""
    days = extent(value) if value else None
    return _text(day(value, words), sort=days.first.isoformat() if days else "9999")


def _events(source: Source, words: Words) -> Iterator[Row]:
    view = View(source.record)
    for event, _ in distinct(source.record):
        roles = tuple(
            Line(line(name), words.role(role) if first else "")
            for role, names in view.roles(event).items()
            for first, name in zip((True, *[False] * len(names)), names, strict=False)
        )
        what = _text(happening(event, words), _hint(event, words), jumps=True)
        where, told = _text(view.place(event)), _sentence(view, event)
        cells = (_dated(view.date(event), words), what, Cell(roles), where, told)
        yield Row(cells, source.prefix + event.id, {"event": words.type(event.type)})


def _hint(event: Event, words: Words) -> str:
    """The word that names the event, and what became of it: ««посетит» · ожидается»."""
    return " · ".join(filter(None, (f"«{line(event.trigger.text)}»", words.status(event.status))))


def _sentence(view: View, event: Event) -> Cell:
    return _text(view.sentence(event), sort=event.trigger.start, jumps=True, look="quote")


def _people(source: Source, words: Words) -> Iterator[Row]:
    view = View(source.record)
    for person in source.record.people:
        posts = _lines(post(view, held, words) for held in person.positions)
        cells = (_text(person.name, jumps=True), posts, _count(person.mentions))
        yield Row(cells, _anchor(source, person.mentions), {})


def _bodies(source: Source, words: Words) -> Iterator[Row]:
    for body in source.record.organisations:
        cells = (_text(body.name, jumps=True), _text(body.short), _text(body.country), _count(body.mentions))
        yield Row(cells, _anchor(source, body.mentions), {"country": body.country or ""})


def _agreements(source: Source, words: Words) -> Iterator[Row]:
    view = View(source.record)
    for item in source.record.agreements:
        parties = _lines(view.names[party] for party in item.parties)
        what = _text(words.agreements.get(item.kind, item.kind), words.agreement_statuses.get(item.status or "", ""))
        cells = (_dated(item.date, words), what, _text(item.title, jumps=True), parties)
        yield Row(cells, _anchor(source, item.mentions), {"kind": document(item, words)})


def _count(mentions: tuple[str, ...]) -> Cell:
    return _text(str(len(mentions)), sort=len(mentions), look="number")


def _anchor(source: Source, mentions: tuple[str, ...]) -> str:
    """The first mention; an entity without one is told by its document."""
    return source.prefix + mentions[0] if mentions else source.prefix.rstrip("-")
