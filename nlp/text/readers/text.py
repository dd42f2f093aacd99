"""Plain text and Markdown: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from nlp.errors import InputError
from nlp.text.encodings import decode
from nlp.text.source import SourceText


def read(stream: BinaryIO, source: str, encoding: str | None = None) -> Iterator[SourceText | InputError]:
    """The one document of `stream`; an empty file is a document without words."""
    try:
        yield SourceText(text=decode(stream.read(), source, encoding), source=source)
    except InputError as error:
        yield error
