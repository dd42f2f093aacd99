"""Plain text and Markdown: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.errors import InputError
from nlp.text.encodings import decode
from nlp.text.source import SourceText


def read(data: bytes, source: str, encoding: str | None = None) -> Iterator[SourceText | InputError]:
    """The document in `data`; an empty file is one of no words."""
    try:
        yield SourceText(text=decode(data, source, encoding), source=source)
    except InputError as error:
        yield error
