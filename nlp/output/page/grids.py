"""The tables of a page, one function a table; a table without rows is not shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from nlp.output.page.palette import DIM, HEADING, NOTE
from nlp.output.page.plain import one_line
from nlp.schema import Date, Event
from nlp.tables.distinct import distinct
from nlp.tables.view import View

Cell = str | RenderableType | None


class Column(NamedTuple):
    """A column: with a `share` it takes that part of the free width, else what its words need, up to `widest`."""

    title: str
    share: int | None = None
    widest: int | None = None
    style: str = ""


ID, WHAT, WHEN, NAME = Column("", style=DIM), Column("what"), Column("when", widest=11), Column("name", share=1)
EVENTS = (ID, WHAT, WHEN, Column("where", widest=20), Column("who", share=1))
AGREEMENTS = (ID, WHAT, Column("title", share=1), WHEN, Column("parties", share=1))
PEOPLE = (ID, Column("name", share=2), Column("posts", share=5))
ORGANISATIONS = (ID, NAME, Column("short"), Column("country"))
PLACES = (ID, NAME, Column("kind"), Column("country"))
DATES = (Column("text", share=1), Column("value", widest=21), Column("note", share=1))
SUMS = (Column("text", share=1), Column("value"), Column("unit", share=1))
WIDE = 100
"""Columns from which the roles of an event stand beside the names, and not above them."""


def grids(view: View, width: int) -> Iterator[RenderableType]:
    """All tables that have rows, in the order in which an analyst reads them, for a page of so many columns."""
    yield from _grid("Events", EVENTS, _events(view, _beside if width >= WIDE else _above))
    yield from _grid("Agreements", AGREEMENTS, _agreements(view))
    yield from _grid("People", PEOPLE, _people(view))
    yield from _grid("Organisations", ORGANISATIONS, _organisations(view))
    yield from _grid("Places", PLACES, _places(view))
    yield from _grid("Dates", DATES, _dates(view))
    yield from _grid("Sums", SUMS, _amounts(view))


def _grid(title: str, columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]]) -> Iterator[RenderableType]:
    """A heading with the number of rows, and the rows."""
    found = list(rows)
    if not found:
        return
    table = Table(
        box=box.SIMPLE_HEAD, expand=True, header_style=DIM, border_style=DIM, padding=(0, 2, 0, 0), show_edge=False
    )
    for name, share, widest, style in columns:
        table.add_column(name, style=style, ratio=share, max_width=widest, overflow="fold")
    for row in found:
        table.add_row(*(Text(one_line(cell)) if isinstance(cell, str) else cell or "" for cell in row))
    yield Group(Text.assemble((title, HEADING), (f"  {len(found)}", DIM)), table, Text(""))


def _events(view: View, who: Callable[[dict[str, list[str]]], RenderableType]) -> Iterator[tuple[Cell, ...]]:
    for event, again in distinct(view.record):
        what = Text("\n".join(filter(None, (event.type, event.phase))))
        what.append("" if event.status == "actual" else f"\n{event.status}", NOTE)
        what.append(f"\n«{one_line(event.trigger.text)}»", DIM)
        ids = "\n".join((event.id, *(f"={other}" for other in again)))
        yield Text(ids), what, _when(view, event), view.place(event), who(view.roles(event))


def _beside(roles: dict[str, list[str]]) -> RenderableType:
    """The roles and their names, side by side."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(style=DIM, no_wrap=True, min_width=len("organisation"))
    grid.add_column(overflow="fold")
    for role, names in roles.items():
        for index, name in enumerate(names):
            grid.add_row("" if index else role, Text(one_line(name)))
    return grid


def _above(roles: dict[str, list[str]]) -> RenderableType:
    """Each role, and its names under it."""
    return Text("\n").join(
        Text.assemble((role, DIM), *(f"\n{one_line(name)}" for name in names)) for role, names in roles.items()
    )


def _agreements(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.agreements:
        what = Text(item.kind)
        what.append(f"\n{item.status}" if item.status else "", NOTE)
        parties = Text("\n").join(Text(one_line(view.names[party])) for party in item.parties)
        yield item.id, what, item.title, _value(item.date), parties


def _people(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.people:
        posts = Text("\n").join(Text(one_line(post)) for post in view.positions(item))
        yield item.id, item.name, posts


def _organisations(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.organisations:
        yield item.id, item.name, item.short, item.country


def _places(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.places:
        yield item.id, item.name, item.kind, item.country


def _dates(view: View) -> Iterator[tuple[Cell, ...]]:
    """Every expression with its value, once."""
    rows = {(one_line(view.mentions[item.mention].text), item.value, _note(item)): None for item in view.record.dates}
    for words, value, note in rows:
        yield words, _value(value) if known(value) else None, Text(note, NOTE)


def _note(date: Date) -> str:
    """What the text did not say, or said besides: «year from published», «end»."""
    guessed = f"{', '.join(date.inferred)} from {date.anchor}" if date.inferred else None
    unknown = None if known(date.value) else "not resolved"
    return "; ".join(filter(None, (date.part, guessed, unknown)))


def known(value: str) -> bool:
    """Whether a date says anything: "XXXX-06-16" does, "XXXX-XX-XX" does not."""
    return any(sign.isdigit() for sign in value)


def _when(view: View, event: Event) -> Text:
    """The value of a date; the words of the text for a date that is not known."""
    if event.date is None or known(event.date.value) or event.date.mention is None:
        return _value(view.date(event))
    return Text(f"«{one_line(view.mentions[event.date.mention].text)}»", NOTE)


def _amounts(view: View) -> Iterator[tuple[Cell, ...]]:
    """Sums, shares and counts of something; a bare number tells nothing outside its sentence."""
    for item in view.record.amounts:
        if item.unit is not None:
            ends = [f"{end:,}".replace(",", " ") for end in (item.value, item.upper) if end is not None]
            yield view.mentions[item.mention].text, "–".join(ends), item.unit


def _value(value: str | None) -> Text:
    """An EDTF value; a long interval breaks after its stroke: «2025-06-17/», «2025-06-18»."""
    shown = value or ""
    return Text(shown.replace("/", "/\n") if len(shown) > len("../2025-06-18") else shown)
