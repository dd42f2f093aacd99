"""The schemas of the tables: those of the frames, and what an archive adds."""

import pyarrow as pa
import pytest

from nlp.archive.columns import KEYED, SCHEMAS
from nlp.tables.frames import TABLES, columns

EXPECTED = {
    "documents": "record source title published language media encoding size sha256 extra characters text item",
    "errors": "source reason detail error size sha256 item",
}


def test_the_tables_of_an_archive():
    assert list(SCHEMAS) == ["documents", *TABLES, "errors"]


@pytest.mark.parametrize("table", EXPECTED)
def test_its_own_tables(table):
    assert " ".join(SCHEMAS[table].names) == EXPECTED[table]


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_those_of_the_frames(table):
    added = ["key", "item"] if table in KEYED else ["item"]
    assert SCHEMAS[table].names == [*columns(table), *added]


@pytest.mark.parametrize("table", TABLES)
def test_types_are_those_of_the_frames(table):
    arrow = {"string": pa.string(), "int64": pa.int64(), "float64": pa.float64()}
    dtypes = TABLES[table].dtypes
    assert {name: SCHEMAS[table].field(name).type for name in dtypes} == {
        name: arrow[dtype] for name, dtype in dtypes.items()
    }


@pytest.mark.parametrize("table", SCHEMAS)
def test_where_a_row_comes_from_is_never_missing(table):
    schema = SCHEMAS[table]
    assert not schema.field("source").nullable
    assert not schema.field("item").nullable
    assert all(not field.nullable for field in schema if field.type == pa.int64() and field.name != "size")
