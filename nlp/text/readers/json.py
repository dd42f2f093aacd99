"""One JSON object: `{"text": "…", "published": "2025-06-17"}`, a line of JSON Lines or a small file."""

from __future__ import annotations

from typing import Any

import msgspec

from nlp.text.content import Content, Hints
from nlp.text.encodings import decode
from nlp.text.readers.rows import Columns
from nlp.text.readers.rows import read as read_row
from nlp.text.reasons import Reason, UnreadableError


def read(data: bytes, hints: Hints, asked: Columns | None = None) -> Content:
    """The document of the object; raises `UnreadableError` for JSON that is none, or no object."""
    try:
        found: Any = msgspec.json.decode(decode(data, hints.source, hints.encoding).text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UnreadableError(hints.source, Reason.SYNTAX, f"is no JSON: {error}") from error
    if not isinstance(found, dict):
        detail = f'is {type(found).__name__}; expected an object like {{"text": "…", "published": "2025-06-17"}}'
        raise UnreadableError(hints.source, Reason.SYNTAX, detail)
    return read_row(found, hints, asked or Columns())
