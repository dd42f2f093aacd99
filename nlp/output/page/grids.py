"""The tables of a page, one function a table; a table without rows is not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from nlp.output.page.palette import DIM, HEADING, NOTE
from nlp.output.page.plain import one_line
from nlp.schema import Event
from nlp.tables.distinct import distinct
from nlp.tables.view import View

Cell = str | Text | Table | None


def grids(view: View) -> Iterator[RenderableType]:
    """All tables that have rows, in the order in which an analyst reads them."""
    yield from _grid("Events", ("", "what", "when", "where", "who"), _events(view), ratios=(0, 0, 0, 2, 5))
    yield from _grid("Agreements", ("", "what", "title", "when", "parties"), _agreements(view), ratios=(0, 0, 5, 0, 4))
    yield from _grid("People", ("", "name", "posts"), _people(view), ratios=(0, 2, 5))
    yield from _grid("Organisations", ("", "name", "short", "country"), _organisations(view), ratios=(0, 6, 0, 0))
    yield from _grid("Places", ("", "name", "kind", "country"), _places(view), ratios=(0, 6, 0, 0))
    yield from _grid("Dates", ("text", "value", "note"), _dates(view), ratios=(4, 0, 4))
    yield from _grid("Sums", ("text", "value", "unit"), _amounts(view), ratios=(4, 0, 2))


def _grid(
    title: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]], ratios: tuple[int, ...]
) -> Iterator[RenderableType]:
    """A heading with the number of rows, and the rows; `ratios` shares the width out, 0 is what the words need."""
    found = list(rows)
    if not found:
        return
    table = Table(
        box=box.SIMPLE_HEAD, expand=True, header_style=DIM, border_style=DIM, padding=(0, 2, 0, 0), show_edge=False
    )
    for column, ratio in zip(columns, ratios, strict=True):
        table.add_column(column, ratio=ratio or None, overflow="fold")
    for row in found:
        table.add_row(*(Text(one_line(cell)) if isinstance(cell, str) else cell or "" for cell in row))
    yield Group(Text.assemble((title, HEADING), (f"  {len(found)}", DIM)), table, Text(""))


def _events(view: View) -> Iterator[tuple[Cell, ...]]:
    for event, again in distinct(view.record):
        what = Text(" ".join(filter(None, (event.type, event.phase))))
        if event.status != "actual":
            what.append(f"\n{event.status}", NOTE)
        what.append(f"\n«{one_line(event.trigger.text)}»", DIM)
        yield _ids(event.id, again), what, _value(view.date(event)), view.place(event), _who(view, event)


def _who(view: View, event: Event) -> Table:
    """The roles and their names, side by side."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(style=DIM, no_wrap=True, min_width=len("organisation"))
    grid.add_column(overflow="fold")
    for role, names in view.roles(event).items():
        for index, name in enumerate(names):
            grid.add_row("" if index else role, Text(one_line(name)))
    return grid


def _agreements(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.agreements:
        what = Text(item.kind)
        what.append(f"\n{item.status}" if item.status else "", NOTE)
        parties = Text("\n").join(Text(one_line(view.names[party])) for party in item.parties)
        yield Text(item.id, DIM), what, item.title, _value(item.date), parties


def _people(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.people:
        posts = Text("\n").join(Text(one_line(post)) for post in view.positions(item))
        yield Text(item.id, DIM), item.name, posts


def _organisations(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.organisations:
        yield Text(item.id, DIM), item.name, item.short, item.country


def _places(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.places:
        yield Text(item.id, DIM), item.name, item.kind, item.country


def _dates(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.dates:
        guessed = f"{', '.join(item.inferred)} from {item.anchor}" if item.inferred else None
        note = "; ".join(filter(None, (item.part, guessed)))
        yield view.mentions[item.mention].text, _value(item.value), Text(note, NOTE)


def _amounts(view: View) -> Iterator[tuple[Cell, ...]]:
    for item in view.record.amounts:
        ends = [f"{end:,}".replace(",", " ") for end in (item.value, item.upper) if end is not None]
        yield view.mentions[item.mention].text, "–".join(ends), item.unit


def _ids(first: str, again: tuple[str, ...]) -> Text:
    return Text("\n".join((first, *(f"={other}" for other in again))), DIM)


def _value(value: str | None) -> Text:
    """An EDTF value; a long interval breaks after its stroke: «2025-06-17/», «2025-06-18»."""
    shown = value or ""
    return Text(shown.replace("/", "/\n") if len(shown) > len("../2025-06-18") else shown)
