"""JSON Lines: every line is a document, `{"text": "…", "published": "2025-06-17"}`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from nlp.errors import InputError
from nlp.text.encodings import decode, is_wide
from nlp.text.source import SourceText


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a line; `text` is required."""

    text: str
    id: str | int | None = None
    published: str | None = None
    title: str | None = None
    source: str | None = None


ALLOWED = ", ".join(Row.__struct_fields__)


def read(stream: BinaryIO, source: str, encoding: str | None = None) -> Iterator[SourceText | InputError]:
    """A document or an error for every line that is not blank; a document without a source is `file:line`."""
    for number, line in enumerate(_lines(stream, encoding), 1):
        if line.strip():
            yield _document(line, source, number, encoding)


def _lines(stream: BinaryIO, encoding: str | None) -> Iterator[bytes]:
    """The lines one at a time; UTF-16, whose line ends are no single bytes, at once."""
    first = stream.readline()
    if not is_wide(first, encoding):
        yield first
        yield from stream
        return
    text = decode(first + stream.read(), "", encoding)
    yield from (line.encode() for line in text.split("\n"))


def _document(line: bytes, source: str, number: int, encoding: str | None) -> SourceText | InputError:
    try:
        text = decode(line, source, None if is_wide(line, encoding) else encoding)
        row = msgspec.json.decode(text, type=Row)
        return SourceText(
            text=row.text,
            source=row.source or f"{source}:{number}",
            id=None if row.id is None else str(row.id),
            title=row.title,
            published=row.published,
        )
    except InputError as error:
        return InputError(source, error.reason, number)
    except (msgspec.DecodeError, UnicodeError) as error:
        return InputError(source, f"{error}; a line is a JSON object with the keys {ALLOWED}; text is required", number)
