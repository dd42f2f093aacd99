"""What was found in some items, as rows of every table, and on their way between processes.

A `Block` is filled in the process that annotates, travels as Arrow's stream format, and is put under others by the one
that writes.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pyarrow as pa

from nlp.archive.columns import DONE, KEYED, SCHEMAS
from nlp.archive.source import Document, Failure
from nlp.entities.keys import entity_keys
from nlp.schema import Record
from nlp.tables.frames import TABLES, cells, columns
from nlp.tables.rows import Cell

Row = tuple[Cell, ...]
_MOST = 2000
"""Characters of a reason that are kept: some libraries put a whole document into theirs."""


class Counts(msgspec.Struct, frozen=True):
    """How much of each there is."""

    documents: int = 0
    errors: int = 0
    passed: int = 0
    """Recorded among the errors and none: other languages, hidden files."""

    @classmethod
    def of(cls, rows: dict[str, int]) -> Counts:
        """From the numbers of rows that a manifest gives."""
        passed = rows.get("passed", 0)
        return cls(rows.get("documents", 0), rows.get("errors", 0) - passed, passed)

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.documents + other.documents, self.errors + other.errors, self.passed + other.passed)


class Block(msgspec.Struct, frozen=True):
    """Some items and their tables, each table a stream of Arrow record batches; a table without rows is not there."""

    items: tuple[str, ...]
    streams: dict[str, bytes]
    counts: Counts

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(map(len, self.streams.values()))


class Rows:
    """The rows of some items, gathered one result after the other."""

    def __init__(self) -> None:
        self.items: list[str] = []
        self.rows: dict[str, list[Row]] = {name: [] for name in SCHEMAS}
        self.passed = 0

    def add(self, item: str, document: Document, record: Record) -> None:
        """A document and what it tells; raises `ValueError` for what cannot be written, and keeps nothing of it."""
        found = dict(_rows(item, document, record))
        record.text.encode()  # a lone surrogate is no Unicode text: no table takes it
        for name, rows in found.items():
            self.rows[name].extend(rows)

    def fail(self, item: str, failure: Failure) -> None:
        """Something that gives no document."""
        detail = " ".join(failure.detail.split())[:_MOST]
        told = (_plain(failure.path), str(failure.reason), _plain(detail), failure.is_error, failure.size)
        self.rows["errors"].append((*told, failure.sha256, item))
        self.passed += not failure.is_error

    def close(self, item: str) -> None:
        """Everything of this item has been added."""
        self.items.append(item)

    def block(self) -> Block:
        """What was gathered."""
        streams = {name: stream(name, rows) for name, rows in self.rows.items() if rows}
        failed = len(self.rows["errors"]) - self.passed
        return Block(tuple(self.items), streams, Counts(len(self.rows["documents"]), failed, self.passed))


def _rows(item: str, document: Document, record: Record) -> Iterator[tuple[str, list[Row]]]:
    yield "documents", [_document(item, document, record)]
    keys = entity_keys(record)
    for name in TABLES:
        rows = cells(name, record)
        if name in KEYED:
            place = columns(name).index(KEYED[name])
            rows = ((*row, keys.get(str(row[place]))) for row in rows)
        yield name, [(*row, item) for row in rows]


def _document(item: str, document: Document, record: Record) -> Row:
    known = (record.id, record.source or "", record.title, record.published, document.language)
    raw = (document.media, document.encoding, document.size, document.sha256)
    extra = msgspec.json.encode(document.extra).decode() if document.extra else None
    return (*known, *raw, extra, len(record.text), record.text, item)


def stream(name: str, rows: list[Row]) -> bytes:
    """Rows of one table in Arrow's stream format."""
    return serialised(batch(SCHEMAS[name], rows))


def batch(schema: pa.Schema, rows: list[Row]) -> pa.RecordBatch:
    """Rows as columns, every value checked against the type of its column."""
    parted = zip(*rows, strict=True) if rows else ([] for _ in schema)
    arrays = [pa.array(values, field.type) for values, field in zip(parted, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def done(items: list[str]) -> pa.RecordBatch:
    """The items of a shard."""
    return batch(DONE, [(item,) for item in sorted(items)])


def serialised(content: pa.RecordBatch) -> bytes:
    """A record batch with its schema."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, content.schema) as writer:
        writer.write_batch(content)
    return bytes(sink.getvalue())


def _plain(text: str) -> str:
    """Without what no Unicode text may hold: a name that the system gave in another encoding."""
    return text.encode("utf-8", "backslashreplace").decode()
