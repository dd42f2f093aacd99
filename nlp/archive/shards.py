"""Finished work on disk, in shards: some hundreds of items, a Parquet file in the folder of every table.

A shard is written table by table, and last of all its list of items, "done/<shard>.parquet": what has no such list was
left by a run that died, and goes. So each item is in the tables once, or not at all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

import pyarrow as pa
import pyarrow.parquet as pq

from nlp.archive.blocks import Block, done
from nlp.archive.columns import SCHEMAS
from nlp.archive.items import Items
from nlp.archive.store import Folder, Store
from nlp.errors import ArchiveError

LIST = "done"
EMPTY = "empty"
"""The name of the file that every table has from the beginning: its columns, and no rows."""
SUFFIX = ".parquet"
COUNTS = b"letopis.counts"
PASSED = "passed"
"""Beside the numbers of rows: how many of the errors are none."""


class Shards:
    """The shards of one archive."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def prepare(self) -> None:
        """Give each table its empty file, and take away what belongs to no finished shard."""
        if isinstance(self.store, Folder):
            self.store.tidy(iter((*SCHEMAS, LIST)))
        known = {*self.store.names(LIST), EMPTY + SUFFIX}
        for table, schema in SCHEMAS.items():
            names = self.store.names(table)
            for name in set(names) - known:
                self.store.remove(f"{table}/{name}")
            if EMPTY + SUFFIX not in names:
                self.store.put(f"{table}/{EMPTY}{SUFFIX}", parquet(schema.empty_table()))

    def finished(self) -> tuple[Items, dict[str, int]]:
        """The items of all shards, and how many rows each table has, `PASSED` beside them."""
        items, counts = Items(), dict.fromkeys((*SCHEMAS, PASSED), 0)
        for name in self.store.names(LIST):
            held, rows = self._list(name)
            items.update(held)
            for table, number in rows.items():
                counts[table] += number
        return items, counts

    def write(self, blocks: Iterable[Block]) -> dict[str, int]:
        """Put a shard down for good; gives the number of rows in each table. Raises `ArchiveError`."""
        blocks = list(blocks)
        items = [item for block in blocks for item in block.items]
        name = hashlib.sha256("".join(sorted(items)).encode()).hexdigest()[:20] + SUFFIX
        counts = {PASSED: sum(block.counts.passed for block in blocks)}
        for table in SCHEMAS:
            streams = [block.streams[table] for block in blocks if table in block.streams]
            if streams:
                rows = pa.concat_tables([pa.ipc.open_stream(stream).read_all() for stream in streams])
                counts[table] = rows.num_rows
                self.store.put(f"{table}/{name}", parquet(rows))
        listed = pa.Table.from_batches([done(items)]).replace_schema_metadata({COUNTS: json.dumps(counts)})
        self.store.put(f"{LIST}/{name}", parquet(listed))
        return counts

    def _list(self, name: str) -> tuple[list[str], dict[str, int]]:
        content = self.store.get(f"{LIST}/{name}") or b""
        try:
            listed = pq.read_table(pa.BufferReader(content))
            return listed["item"].to_pylist(), json.loads(listed.schema.metadata[COUNTS])
        except (pa.ArrowException, KeyError, TypeError, ValueError) as error:
            raise ArchiveError(f"{self.store.place}/{LIST}/{name}: no list of a shard's items: {error}") from error


def parquet(rows: pa.Table) -> pa.Buffer:
    """A table as a Parquet file, zstd."""
    sink = pa.BufferOutputStream()
    pq.write_table(rows, sink, compression="zstd")
    return sink.getvalue()
