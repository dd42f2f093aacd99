"""JSON, JSON Lines and CSV: what is written can be read back by anyone's reader, and follows the schema."""

import csv as reader
import io
import json

import pandas as pd
import pytest
from jsonschema import Draft202012Validator

from nlp import schema
from nlp.output.formats import FORMATS, writer
from nlp.tables.frames import columns
from tests.output.sample import EMPTY, RECORD

VALIDATOR = Draft202012Validator(schema.json_schema())


def written(name, records, *, alone=False):
    stream = io.StringIO()
    writer(name, alone=alone)(iter(records), stream)
    return stream.getvalue()


@pytest.mark.parametrize("records", [[], [RECORD], [RECORD, EMPTY]], ids=len)
def test_jsonl_is_a_record_a_line(records):
    lines = written("jsonl", records).splitlines()
    assert [schema.Record.from_json(line) for line in lines] == records


def test_jsonl_keeps_odd_line_ends_inside_the_line():
    record = schema.Record("x", None, None, None, "ru", "а\u2028б\u0085в\r\nг\x00")
    (line,) = written("jsonl", [record]).split("\n")[:-1]
    assert schema.Record.from_json(line) == record


@pytest.mark.parametrize("records", [[], [RECORD], [RECORD, EMPTY]], ids=len)
def test_json_is_an_array_of_records(records):
    parsed = json.loads(written("json", records))
    assert parsed == [record.to_dict() for record in records]
    assert all(VALIDATOR.is_valid(item) for item in parsed)


def test_json_of_one_document_is_the_record_itself():
    assert json.loads(written("json", [RECORD], alone=True)) == RECORD.to_dict()


def test_json_is_fit_to_be_read():
    page = written("json", [RECORD], alone=True)
    assert '\n  "title": "Минтранс и «Волжские верфи» договорились о паромах"' in page


@pytest.mark.parametrize("records", [[], [EMPTY], [RECORD, EMPTY, RECORD]], ids=len)
def test_csv_is_the_table_of_events(records):
    header, *rows = reader.reader(io.StringIO(written("csv", records)))
    assert tuple(header) == columns("events")
    assert len(rows) == sum(len(record.events) for record in records)
    assert {len(row) for row in rows} <= {len(header)}


def test_csv_and_frame_say_the_same():
    from_csv = pd.read_csv(io.StringIO(written("csv", [RECORD])), dtype=RECORD.events_frame().dtypes.to_dict())
    pd.testing.assert_frame_equal(from_csv, RECORD.events_frame())


@pytest.mark.parametrize("name", FORMATS)
def test_records_are_written_as_they_come(name):
    """A record stands in the output before the next one is asked for."""
    stream, seen = io.StringIO(), []

    def records():
        yield RECORD
        seen.append("договорились" in stream.getvalue())
        yield EMPTY

    writer(name)(records(), stream)
    assert seen == [True]
