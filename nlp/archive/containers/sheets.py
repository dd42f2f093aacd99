"""Tables of text, CSV and TSV: every row below the header is a document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from nlp.archive.containers.header import check
from nlp.archive.containers.member import Bad, Context, Found
from nlp.archive.source import Item
from nlp.archive.streams import rejoined
from nlp.text.encodings import encoding_of
from nlp.text.reasons import Reason, UnreadableError

SAMPLE = 200_000
"""Bytes in which the encoding shows."""
DELIMITERS = "\t;,|"


class _Lines:
    """The lines of a table, counted; raises `UnreadableError` for one without end."""

    def __init__(self, stream: io.TextIOWrapper, limit: int, path: str) -> None:
        self.stream, self.limit, self.path, self.number = stream, limit, path, 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self.stream.readline(self.limit + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > self.limit:
            detail = f"a line of more than {self.limit} characters: the rest of the table is not read"
            raise UnreadableError(f"{self.path}:{self.number}", Reason.TOO_LARGE, detail)
        return line


def members(stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """The rows: «новости.csv:17» is the row that begins in line 17."""
    lines = _Lines(_decoded(stream, context), context.options.max_document, context.path)
    csv.field_size_limit(context.options.max_document)
    first = next(lines, "")
    rows = csv.reader(_again(first, lines), delimiter=delimiter(first, context.name))
    names = next(rows, [])
    check(names, context)
    start = lines.number + 1
    while (row := _next(rows, context.path, start)) is not None:
        if row:
            context.budget.count()
            yield _item(names, row, f"{context.path}:{start}")
        start = lines.number + 1


def delimiter(header: str, name: str) -> str:
    """The sign between columns: a tab by the file's name, else the commonest of four in the header."""
    if name.lower().endswith((".tsv", ".tab")):
        return "\t"
    return max(DELIMITERS, key=header.count) if any(sign in header for sign in DELIMITERS) else ","


def _decoded(stream: io.BufferedReader, context: Context) -> io.TextIOWrapper:
    head = stream.read(SAMPLE)
    asked = context.options.encoding
    sample = head[: head.rfind(b"\n") + 1] or head
    encoding = asked or encoding_of(sample if len(head) == SAMPLE and sample[1:2] != b"\x00" else head, context.path)
    encoding = "utf-8-sig" if encoding.lower() in {"utf-8", "utf8"} else encoding
    return io.TextIOWrapper(rejoined(head, stream), encoding, errors="surrogateescape", newline="")


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _next(rows: Iterator[list[str]], path: str, line: int) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        raise UnreadableError(f"{path}:{line}", Reason.SYNTAX, f"{error}: the rest of the table is not read") from error


def _item(header: list[str], row: list[str], path: str) -> Found:
    if len(row) > len(header):
        return Bad(path, Reason.SYNTAX, f"{len(row)} cells under {len(header)} columns")
    cells = {name: cell for name, cell in zip(header, row, strict=False) if cell}
    size = sum(len(cell) for cell in row)
    if any(not cell.isprintable() and _is_broken(cell) for cell in cells.values()):
        return Bad(path, Reason.ENCODING, "holds bytes that are not in the table's encoding")
    return Item(path=path, size=size, row=cells)


def _is_broken(cell: str) -> bool:
    return any("\ud800" <= sign <= "\udfff" for sign in cell)
