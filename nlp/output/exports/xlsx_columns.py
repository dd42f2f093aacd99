"""The sheets of a workbook: which tables, which columns in which order, and how wide."""

from __future__ import annotations

from typing import NamedTuple

from nlp.tables.frames import columns

DATES = frozenset({"date", "value_of_date", "published"})
"""Columns of EDTF values: two columns of real dates stand beside each."""
NUMBERS = frozenset({"value", "upper"})
LONG = frozenset({"sentence", "participants", "title", "subject", "aliases", "positions", "parties", "agreement"})
"""Columns whose cells take several lines."""
WIDTHS = {
    "sentence": 70, "participants": 50, "title": 45, "subject": 40, "name": 34, "positions": 50, "aliases": 28,
    "parties": 45, "text": 34, "agreement": 40, "source": 30, "record": 18, "organisation_name": 34, "trigger": 16,
    "source_text": 28, "target_text": 28, "phase": 12, "place": 18, "rule": 22,
}  # fmt: skip
USUAL, DAY = 12, 13
BEHIND = ("source", "record")
"""Columns that stand last: they say where a row is from."""


class Table(NamedTuple):
    """A table's columns, as its rows have them, and what one row is."""

    columns: tuple[str, ...]
    told: str


def _table(name: str, told: str) -> Table:
    """The dates of a text have their values in a column of another name than sums."""
    own = tuple("value_of_date" if (name, column) == ("dates", "value") else column for column in columns(name))
    return Table(own, told)


SHEETS = {
    "events": _table("events", "an event: who did what, when, where; same_as names the event told before"),
    "arguments": _table("arguments", "someone or something in a role of an event"),
    "people": _table("people", "a person of a document, under the fullest name, with posts"),
    "positions": _table("positions", "a post held by a person"),
    "organisations": _table("organisations", "an organisation of a document"),
    "places": _table("places", "a place of a document; country is ISO 3166-1"),
    "agreements": _table("agreements", "an agreement, memorandum, treaty, contract"),
    "parties": _table("parties", "a party or signatory of an agreement"),
    "dates": _table("dates", "a date of the text; value_of_date is EDTF, _from and _to its first and last day"),
    "amounts": _table("amounts", "a sum, share or count; unit is ISO 4217, % or the noun counted"),
    "documents": Table(
        ("record", "source", "title", "published", "language", "characters", "events"), "a document that was read"
    ),
}  # fmt: skip


def headers(name: str) -> list[str]:
    """The columns as they stand on the sheet, each date with its two days."""
    ordered = [column for column in SHEETS[name].columns if column not in BEHIND]
    ordered += [column for column in BEHIND if column in SHEETS[name].columns]
    beside = {column: [f"{column}_from", f"{column}_to"] if column in DATES else [] for column in ordered}
    return [header for column in ordered for header in (column, *beside[column])]


def width(header: str) -> int:
    """In characters."""
    return DAY if header.endswith(("_from", "_to")) else WIDTHS.get(header, USUAL)
