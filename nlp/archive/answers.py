"""Answers of an archive as CSV, JSON Lines or Parquet, batch by batch: an answer may be larger than the memory."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import duckdb
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from nlp.archive.store import told
from nlp.errors import ArchiveError
from nlp.output.inert import inert
from nlp.output.whole import whole

BATCH = 10_000


def save(answer: duckdb.DuckDBPyRelation, kind: str, output: Path | None) -> None:
    """Write to a file, which is there whole or not at all, or to standard output; raises `ArchiveError`."""
    with _opened(output) as stream:
        try:
            WRITERS[kind](answer.to_arrow_reader(BATCH), stream, output is not None)
        except duckdb.Error as error:
            raise ArchiveError(f"SQL: {error}") from error


def _csv(reader: pa.RecordBatchReader, stream: BinaryIO, to_file: bool) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8-sig" if to_file else "utf-8", newline="", write_through=True)
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(reader.schema.names)
    for batch in reader:
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            rows.writerow(map(inert, row))
    text.detach()


def _json(reader: pa.RecordBatchReader, stream: BinaryIO, _to_file: bool) -> None:
    stream.writelines(msgspec.json.Encoder().encode_lines(batch.to_pylist()) for batch in reader)


def _parquet(reader: pa.RecordBatchReader, stream: BinaryIO, _to_file: bool) -> None:
    with pq.ParquetWriter(stream, reader.schema, compression="zstd") as writer:
        for batch in reader:
            writer.write_batch(batch)


WRITERS = {"csv": _csv, "json": _json, "parquet": _parquet}


@contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    if output is None:
        yield sys.stdout.buffer
        return
    with told(str(output), "written"), whole(output) as path, path.open("wb") as stream:
        yield stream
