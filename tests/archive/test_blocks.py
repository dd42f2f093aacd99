"""Rows on their way to the tables."""

import msgspec
import pyarrow as pa
import pytest

from nlp.archive.blocks import Counts, Rows
from nlp.archive.columns import SCHEMAS
from nlp.archive.source import Document, Failure, Reason
from nlp.entities.keys import entity_keys
from nlp.tables.frames import TABLES, cells
from tests.output.sample import RECORD

DOCUMENT = Document(
    text=RECORD.text,
    source=RECORD.source,
    media="text/markdown",
    encoding="utf-8",
    size=9,
    sha256="ab",
    extra={"автор": "Седых"},
)


def gathered(*records, failures=()):
    rows = Rows()
    for number, record in enumerate(records):
        rows.add(f"{number:032}", DOCUMENT, record)
        rows.close(f"{number:032}")
    for failure in failures:
        rows.fail("f" * 32, failure)
    return rows.block()


def table(block, name):
    return pa.ipc.open_stream(block.streams[name]).read_all()


@pytest.mark.parametrize("name", TABLES)
def test_a_table_holds_the_cells_of_the_frames(name):
    block = gathered(RECORD)
    wanted = [tuple(row) for row in cells(name, RECORD)]
    width = len(next(iter(wanted), ()))
    found = [tuple(row.values())[:width] for row in table(block, name).to_pylist()] if wanted else []
    assert found == wanted
    assert (name in block.streams) == bool(wanted)


@pytest.mark.parametrize("name", ["documents", "events", "people"])
def test_a_table_has_its_schema(name):
    assert table(gathered(RECORD), name).schema.equals(SCHEMAS[name])


def test_a_document_keeps_what_was_known_of_it():
    (row,) = table(gathered(RECORD), "documents").to_pylist()
    assert row["extra"] == '{"автор":"Седых"}'
    assert (row["text"], row["characters"]) == (RECORD.text, len(RECORD.text))
    assert (row["media"], row["size"], row["item"]) == ("text/markdown", 9, "0" * 32)


def test_every_entity_has_a_key():
    keys = entity_keys(RECORD)
    assert keys["p1"] == "person/орлова анна"
    assert keys["o2"] == "organisation/волжский верфь"
    assert set(keys) == {item.id for part in (RECORD.people, RECORD.organisations, RECORD.places) for item in part}


def test_an_argument_that_is_no_entity_has_no_key():
    rows = table(gathered(RECORD), "arguments").to_pylist()
    assert {row["key"] for row in rows if row["role"] == "document"} == {None}
    assert "person/орлова анна" in {row["key"] for row in rows}


def test_failures_are_counted_apart_from_what_is_passed_over():
    failures = [
        Failure("новости.zip!/а.pdf", Reason.ENCRYPTED, "asks for\n a password", 7, "cd"),
        Failure("b.txt", Reason.FOREIGN, "English", 8),
    ]
    block = gathered(RECORD, failures=failures)
    assert block.counts == Counts(documents=1, errors=1, passed=1)
    assert [tuple(row.values()) for row in table(block, "errors").to_pylist()] == [
        ("новости.zip!/а.pdf", "encrypted", "asks for a password", True, 7, "cd", "f" * 32),
        ("b.txt", "not-russian", "English", False, 8, None, "f" * 32),
    ]


def test_a_name_that_is_no_text_is_written_with_its_bytes():
    block = gathered(failures=[Failure("\udcffа.txt", Reason.EMPTY, "no bytes")])
    assert table(block, "errors")["source"].to_pylist() == [r"\udcffа.txt"]


def test_a_text_that_no_table_takes_leaves_nothing_behind():
    rows = Rows()
    with pytest.raises(UnicodeEncodeError):
        rows.add("0" * 32, DOCUMENT, msgspec.structs.replace(RECORD, text="\ud800"))
    assert rows.block().streams == {}


def test_a_long_reason_is_cut():
    block = gathered(failures=[Failure("а.txt", Reason.DAMAGED, "я" * 100_000)])
    assert len(table(block, "errors")["detail"][0].as_py()) == 2000


def test_counts_are_read_from_the_numbers_of_rows():
    assert Counts.of({"documents": 5, "errors": 3, "passed": 1}) == Counts(5, 2, 1)
    assert Counts(1, 2, 3) + Counts(10, 20, 30) == Counts(11, 22, 33)


@pytest.mark.parametrize(
    ("value", "held"),
    [
        pytest.param(11_201_000_010_000_121, 11_201_000_010_000_120.0, id="more digits than a double has"),
        pytest.param(10**400, None, id="larger than any double"),
    ],
)
def test_long_numbers(value, held):
    amount = msgspec.structs.replace(RECORD.amounts[0], value=value)
    found = table(gathered(msgspec.structs.replace(RECORD, amounts=(amount,))), "amounts")
    assert found["value"].to_pylist() == [held]
