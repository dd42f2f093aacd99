"""Mailboxes: letters one after another, each after a line «From …», as Python's mailbox tells them apart."""

from __future__ import annotations

import io
from collections.abc import Iterator

from nlp.archive.containers.member import Bad, Context, Found
from nlp.archive.source import Item
from nlp.archive.streams import CHUNK
from nlp.text.reasons import Reason


def members(stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """The letters: «почта.mbox:17»."""
    for number, data in enumerate(_letters(stream, context.options.max_document), 1):
        context.budget.count()
        path = f"{context.path}:{number}"
        if data is None:
            yield Bad(path, Reason.TOO_LARGE, f"a letter of more than {context.options.max_document} bytes")
        else:
            yield Item(path=path, size=len(data), data=data, media="message/rfc822")


def _letters(stream: io.BufferedReader, limit: int) -> Iterator[bytes | None]:
    """The bytes of each, `None` for one that is too long."""
    letter: bytearray | None = None
    blank, whole = True, True
    while line := stream.readline(CHUNK):
        if blank and whole and line.startswith(b"From "):
            if letter is not None:
                yield bytes(letter) if len(letter) <= limit else None
            letter = bytearray()
        elif letter is not None and len(letter) <= limit:
            letter += line[1:] if whole and line.startswith(b">From ") else line
        blank, whole = not line.strip() and whole, line.endswith(b"\n")
    if letter is not None:
        yield bytes(letter) if len(letter) <= limit else None
