"""Parquet files by pyarrow: every row is a document; a few rows at a time are in memory."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any

from nlp.archive.containers.header import check
from nlp.archive.containers.member import Bad, Context, Found
from nlp.archive.source import Item
from nlp.text.reasons import Reason

ROWS = 64
"""Rows read at a time."""


def members(stream: IO[bytes], context: Context) -> Iterator[Found]:
    """The rows: «новости.parquet:17», counted from 1."""
    from pyarrow import parquet

    table = parquet.ParquetFile(stream)
    check([str(name) for name in table.schema_arrow.names], context)
    number = 0
    for batch in table.iter_batches(batch_size=ROWS, use_threads=False):
        context.budget.spend(batch.nbytes)
        for row in batch.to_pylist():
            number += 1
            context.budget.count()
            yield _item({name: _plain(cell) for name, cell in row.items()}, f"{context.path}:{number}", context)


def _item(row: dict[str, Any], path: str, context: Context) -> Found:
    size = sum(len(str(cell)) for cell in row.values() if cell is not None)
    if size > context.options.max_document:
        return Bad(path, Reason.TOO_LARGE, f"{size} characters; at most {context.options.max_document}")
    return Item(path=path, size=size, row=row)


def _plain(cell: Any) -> Any:
    """A cell as a value that JSON knows."""
    if cell is None or isinstance(cell, str | int | float | bool):
        return cell
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)
