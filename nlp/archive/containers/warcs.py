"""WARC files (ISO 28500) by warcio: what a crawler was answered; its questions and its own notes are no documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from nlp.archive.containers.member import Bad, Context, Found
from nlp.archive.source import Item
from nlp.archive.streams import drain, exactly
from nlp.text.reasons import Reason, UnreadableError

ANSWERS = frozenset({"response", "resource", "conversion"})
"""Kinds of records that hold documents; a `revisit` says that one came before."""


def members(stream: Any, context: Context) -> Iterator[Found]:
    """The answers: «сайт.warc:17», numbered among all records; bytes between records are told at the end."""
    records = _records(stream, context.path)
    for number, record in enumerate(records, 1):
        if record.rec_type in ANSWERS:
            context.budget.count()
            yield _answer(record, f"{context.path}:{number}", context)
    if records.err_count:
        yield Bad(context.path, Reason.DAMAGED, f"{records.err_count} lines between its records belong to none")


def _records(stream: Any, path: str) -> Any:
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        detail = "WARC needs the package warcio: pip install letopis[formats]"
        raise UnreadableError(path, Reason.MISSING_EXTRA, detail) from error
    records = ArchiveIterator(stream)
    records.INC_RECORD = ""  # else it writes to stderr what `members` tells
    return records


def _answer(record: Any, path: str, context: Context) -> Found:
    limit = context.options.max_document
    data = exactly(record.content_stream(), limit + 1)
    context.budget.spend(len(data))
    if len(data) > limit:
        return Bad(path, Reason.TOO_LARGE, f"more than {limit} bytes")
    drain(record.raw_stream)
    if (missing := getattr(record.raw_stream, "limit", 0)) > 0:
        return Bad(path, Reason.DAMAGED, f"ends {missing} bytes before its record says")
    if not data:
        return Bad(path, Reason.EMPTY, "an answer without a body")
    headers = record.http_headers
    media = headers.get_header("Content-Type") if headers is not None else record.content_type
    address = record.rec_headers.get_header("WARC-Target-URI")
    return Item(path=path, size=len(data), data=data, media=media, address=address)
