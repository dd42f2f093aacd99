"""JSON Lines: every line is a document, `{"text": "…", "published": "2025-06-17"}`."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from nlp.errors import InputError
from nlp.text.encodings import decode
from nlp.text.source import SourceText


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a line; `text` is required."""

    text: str
    id: str | int | None = None
    published: str | None = None
    title: str | None = None
    source: str | None = None


ALLOWED = ", ".join(Row.__struct_fields__)


def read(data: bytes, source: str, encoding: str | None = None) -> Iterator[SourceText | InputError]:
    """A document or an error for every line that is not blank; a document without a source is `file:line`."""
    try:
        lines = decode(data, source, encoding).split("\n")
    except InputError as error:
        yield error
        return
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _document(line, source, number)


def _document(line: str, source: str, number: int) -> SourceText | InputError:
    try:
        row = msgspec.json.decode(line, type=Row)
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
