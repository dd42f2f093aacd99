"""Excel: a sheet for each table with filters, a frozen header, and dates as dates, from and to, beside the EDTF value.

«2025-06-17/2025-06-18» fills `date`, `date_from` 17.06.2025 and `date_to` 18.06.2025; Excel knows no day before 1900,
and those cells stay empty. Every text is written as text, so that none is a formula. A table of more rows than a sheet
takes goes on in the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from nlp.output.exports.xlsx_columns import DATES, LONG, NUMBERS, SHEETS, headers, width
from nlp.output.whole import whole
from nlp.schema import Record
from nlp.tables.edtf import days
from nlp.tables.frames import cells

ROWS, CHARACTERS = 1_048_576, 32_767
"""What a sheet and a cell take at most."""
FIRST = date(1900, 3, 1)
"""Excel takes 1900 for a leap year: the days before are counted wrongly."""


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write the workbook, row by row; needs xlsxwriter."""
    import xlsxwriter

    with whole(target) as path, xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        book.set_properties({"title": "letopis"})
        about, forms = book.add_worksheet("about"), Forms(book)
        sheets = {name: Sheet(book, name, forms) for name in SHEETS}
        for record in records:
            for name, sheet in sheets.items():
                for row in _rows(name, record):
                    sheet.add(row)
        for sheet in sheets.values():
            sheet.close()
        _tell(about, sheets, forms)
    cut = sum(sheet.cut for sheet in sheets.values())
    return [f"xlsx: {cut} cells are cut at {CHARACTERS} characters"] if cut else []


def _rows(name: str, record: Record) -> Iterator[tuple[Any, ...]]:
    """The rows of a table; a document is a row of its own, without its text."""
    if name == "documents":
        told = (record.title, record.published, record.language, len(record.text), len(record.events))
        yield record.id, record.source, *told
    else:
        yield from cells(name, record)


class Forms:
    """How cells look."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "bg_color": "#DDE6F0", "bottom": 1, "valign": "top"})
        self.date = book.add_format({"num_format": "dd.mm.yyyy", "align": "left", "valign": "top"})
        self.long = book.add_format({"text_wrap": True, "valign": "top"})
        self.plain = book.add_format({"valign": "top"})
        self.number = book.add_format({"num_format": "#,##0.##", "valign": "top"})


class Sheet:
    """One table, on as many sheets as it needs."""

    def __init__(self, book: Any, name: str, forms: Forms) -> None:
        self.book, self.name, self.forms = book, name, forms
        self.headers, self.parts, self.rows, self.cut = headers(name), 0, 0, 0
        self._open()

    def add(self, row: tuple[Any, ...]) -> None:
        """Write a row of the table, in the order of its columns."""
        if self.place == ROWS:
            self.close()
            self._open()
        values = dict(zip(SHEETS[self.name].columns, row, strict=True))
        for column, header in enumerate(self.headers):
            self._cell(column, header, values)
        self.place += 1
        self.rows += 1

    def close(self) -> None:
        """Filters over all that was written."""
        self.sheet.autofilter(0, 0, max(1, self.place - 1), len(self.headers) - 1)

    def _open(self) -> None:
        self.parts += 1
        self.sheet = self.book.add_worksheet(self.name if self.parts == 1 else f"{self.name} {self.parts}")
        self.sheet.freeze_panes(1, 1)
        for column, header in enumerate(self.headers):
            self.sheet.set_column(column, column, width(header))
            self.sheet.write_string(0, column, header, self.forms.head)
        self.place = 1

    def _cell(self, column: int, header: str, values: dict[str, Any]) -> None:
        """A day, a number, or a text; nothing for what the text does not say."""
        whole_name, _, end = header.rpartition("_")
        if end in {"from", "to"} and whole_name in DATES:
            self._day(column, days(values[whole_name] or ""), end)
        elif isinstance(values[header], int | float):
            form = self.forms.number if header in NUMBERS else self.forms.plain
            self.sheet.write_number(self.place, column, values[header], form)
        elif values[header]:
            self._text(column, header, values[header])

    def _day(self, column: int, found: Any, end: str) -> None:
        day = found.first if end == "from" else found.last
        if day and day >= FIRST:
            self.sheet.write_datetime(self.place, column, day, self.forms.date)

    def _text(self, column: int, header: str, text: str) -> None:
        self.cut += len(text) > CHARACTERS
        fit = text[:CHARACTERS].encode("utf-8", "backslashreplace").decode()
        self.sheet.write_string(self.place, column, fit, self.forms.long if header in LONG else self.forms.plain)


def _tell(about: Any, sheets: dict[str, Sheet], forms: Forms) -> None:
    """The first sheet: what the others hold."""
    about.set_column(0, 0, 16)
    about.set_column(1, 1, 10)
    about.set_column(2, 2, 90)
    for column, head in enumerate(("sheet", "rows", "one row is")):
        about.write_string(0, column, head, forms.head)
    for place, (name, sheet) in enumerate(sheets.items(), 1):
        about.write_string(place, 0, name, forms.plain)
        about.write_number(place, 1, sheet.rows, forms.plain)
        about.write_string(place, 2, SHEETS[name].told, forms.long)
