"""From bytes to text: UTF-8 and UTF-16, and the three Cyrillic code pages that old files are in."""

from __future__ import annotations

import codecs

from nlp.errors import InputError


def decode(data: bytes, source: str, encoding: str | None = None) -> str:
    """The text of `data`; raises `InputError` when `encoding` does not fit."""
    name = encoding or "utf-8-sig"
    try:
        return data.decode(codecs.lookup(name).name)
    except (LookupError, UnicodeDecodeError) as error:
        raise InputError(source, f"cannot be read as {name}: {error}") from error
