"""The tables of an annotated archive as Arrow schemas.

Those of `nlp.tables.frames` with the same columns, then the `item` that the row comes from and, where an entity stands
in the row, its archive-wide `key`; and two of the archive's own: `documents` and `errors`.
"""

from __future__ import annotations

import pyarrow as pa

from nlp.tables.frames import INTEGER, NUMBER, TABLES, TEXT

ARROW = {TEXT: pa.string(), INTEGER: pa.int64(), NUMBER: pa.float64()}
DOCUMENTS = pa.schema(
    [
        pa.field("record", pa.string(), nullable=False),
        pa.field("source", pa.string(), nullable=False),
        pa.field("title", pa.string()),
        pa.field("published", pa.string()),
        pa.field("language", pa.string(), nullable=False),
        pa.field("media", pa.string()),
        pa.field("encoding", pa.string()),
        pa.field("size", pa.int64(), nullable=False),
        pa.field("sha256", pa.string(), nullable=False),
        pa.field("extra", pa.string()),
        pa.field("characters", pa.int64(), nullable=False),
        pa.field("text", pa.large_string(), nullable=False),
        pa.field("item", pa.string(), nullable=False),
    ]
)
"""`extra` is a JSON object of what else was known; `sha256` and `size` are those of the item's raw bytes."""
ERRORS = pa.schema(
    [
        pa.field("source", pa.string(), nullable=False),
        pa.field("reason", pa.string(), nullable=False),
        pa.field("detail", pa.string(), nullable=False),
        pa.field("error", pa.bool_(), nullable=False),
        pa.field("size", pa.int64()),
        pa.field("sha256", pa.string()),
        pa.field("item", pa.string(), nullable=False),
    ]
)
"""`error` is false for what was only passed over, such as a document in another language."""
DONE = pa.schema([pa.field("item", pa.string(), nullable=False)])
"""Not a table for readers: the items that a shard holds, by which a later run knows them."""
KEYED = {
    "people": "person",
    "organisations": "organisation",
    "places": "place",
    "mentions": "entity",
    "arguments": "entity",
    "positions": "person",
    "parties": "entity",
}
"""The column with the entity whose key a row carries."""


def _schema(table: str) -> pa.Schema:
    required = {"record", "source"}
    fields = [
        pa.field(name, ARROW[dtype], nullable=dtype == TEXT and name not in required)
        for name, dtype in TABLES[table].dtypes.items()
    ]
    fields = [field if field.type != ARROW[NUMBER] else field.with_nullable(True) for field in fields]
    keys = [pa.field("key", pa.string())] if table in KEYED else []
    return pa.schema([*fields, *keys, pa.field("item", pa.string(), nullable=False)])


SCHEMAS: dict[str, pa.Schema] = {"documents": DOCUMENTS, **{name: _schema(name) for name in TABLES}, "errors": ERRORS}
