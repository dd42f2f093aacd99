"""Excel and CSV: dates are dates, filters are there, and nothing runs."""

import csv
import io

import msgspec
import openpyxl
import pytest

from nlp import schema
from nlp.output import csv as one_table
from nlp.output.exports import tables, xlsx
from nlp.output.exports.xlsx_columns import SHEETS
from nlp.output.inert import inert
from tests.output.sample import EMPTY, EVENTS, MENTIONS, RECORD

FORMULA = "=HYPERLINK('http://x','жми')"


def ranged():
    """The sample with a range, an old year and a date that nobody knows."""
    values = ("2025-06-17/2025-06-18", "1895", "XXXX-06-16", None)
    dated = [
        msgspec.structs.replace(event, date=schema.EventDate(value, None) if value else None)
        for event, value in zip(EVENTS, values, strict=True)
    ]
    return msgspec.structs.replace(RECORD, events=tuple(dated))


@pytest.fixture
def book(tmp_path):
    xlsx.write(iter([ranged(), EMPTY]), tmp_path / "a.xlsx")
    return openpyxl.load_workbook(tmp_path / "a.xlsx")


def column(sheet, name):
    head = [cell.value for cell in sheet[1]]
    return [row[head.index(name)] for row in sheet.iter_rows(min_row=2)]


def test_every_table_has_its_sheet_and_the_first_tells_of_them(book):
    assert book.sheetnames == ["about", *SHEETS]
    rows = {row[0]: row[1] for row in book["about"].iter_rows(min_row=2, values_only=True)}
    assert (rows["events"], rows["people"], rows["documents"]) == (4, 2, 2)


@pytest.mark.parametrize("name", SHEETS)
def test_headers_are_frozen_and_filters_cover_the_rows(book, name):
    sheet = book[name]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == sheet.dimensions or sheet.max_row == 1
    assert sheet.column_dimensions["A"].width > 8


def test_dates_are_dates(book):
    first, last = (column(book["events"], f"date_{end}") for end in ("from", "to"))
    assert [each.value and each.value.date().isoformat() for each in first] == ["2025-06-17", None, None, None]
    assert [each.value and each.value.date().isoformat() for each in last] == ["2025-06-18", None, None, None]
    assert first[0].is_date
    assert first[0].number_format == "dd.mm.yyyy"
    written = [each.value for each in column(book["events"], "date")]
    assert written == ["2025-06-17/2025-06-18", "1895", "XXXX-06-16", None]


def test_sums_are_numbers(book):
    assert [each.value for each in column(book["amounts"], "value")] == [4_500_000_000]


def hostile():
    person = msgspec.structs.replace(RECORD.people[0], name=FORMULA, aliases=("+1", "@SUM(A1)"))
    return msgspec.structs.replace(RECORD, people=(person, RECORD.people[1]), source="-2+3.md", title=FORMULA)


def test_no_cell_of_a_workbook_is_a_formula(tmp_path):
    xlsx.write([hostile()], tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert FORMULA in {cell.value for cell in cells}
    assert {cell.data_type for cell in cells} <= {"s", "n", "d", "inlineStr"}
    assert not any(cell.hyperlink for cell in cells)


def test_a_table_goes_on_in_the_next_sheet(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx, "ROWS", 3)
    xlsx.write([RECORD], tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    parts = [name for name in book.sheetnames if name.startswith("events")]
    assert parts == ["events", "events 2"]
    assert [cell.value for part in parts for cell in column(book[part], "event")] == ["e1", "e2", "e3", "e4"]


def test_what_a_cell_does_not_hold_is_told(tmp_path):
    long = msgspec.structs.replace(RECORD, title="а" * 40_000)
    assert xlsx.write([long], tmp_path / "a.xlsx") == ["xlsx: 1 cells are cut at 32767 characters"]


def test_a_folder_of_csv_has_all_tables(tmp_path):
    tables.write(iter([hostile()]), tmp_path / "csv")
    files = {path.stem: path.read_text(encoding="utf-8-sig") for path in (tmp_path / "csv").iterdir()}
    rows = {name: list(csv.reader(io.StringIO(text, newline=""))) for name, text in files.items()}
    assert set(rows) == {"documents", *tables.TABLES}
    assert len(rows["mentions"]) == len(MENTIONS) + 1
    assert rows["documents"][1][5] == RECORD.text
    assert rows["people"][1][3] == f"'{FORMULA}"


def test_one_file_of_csv_is_the_events(tmp_path):
    (told,) = tables.write([RECORD], tmp_path / "events.csv")
    assert "only the table of events" in told
    assert (tmp_path / "events.csv").read_text(encoding="utf-8-sig").startswith("record,source,event,type")


def test_extract_writes_no_formula_either(tmp_path):
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8") as stream:
        one_table.write([hostile()], stream)
    assert "'-2+3.md" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("cell", ["=1+1", "+7 495", "-5", "@A1", "\tа", "\rа", "＝1"])
def test_what_would_run_is_marked(cell):
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Анна = Орлова", "«=»", "", None, -5, 0.5, "../2030"])
def test_the_rest_stays(cell):
    assert inert(cell) == cell
