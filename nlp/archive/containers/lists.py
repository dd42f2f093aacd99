"""JSON Lines: every line is a document, read apart from the others."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from nlp.archive.containers.member import Bad, Context, Found
from nlp.archive.source import Item
from nlp.archive.streams import CHUNK, buffered, lines, rejoined
from nlp.text.encodings import encoding_of, is_wide
from nlp.text.reasons import Reason

JSON = "application/json"


class _Recoded(io.RawIOBase):
    """A stream of UTF-16 or UTF-32 as UTF-8, whose lines end in single bytes."""

    def __init__(self, stream: io.BufferedReader, encoding: str) -> None:
        self._stream, self._waiting = stream, b""
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, target: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `target` with what the next piece becomes."""
        while not self._waiting and (piece := self._stream.read(CHUNK)):
            self._waiting = self._decoder.decode(piece).encode("utf-8", "replace")
        data, self._waiting = self._waiting[: len(target)], self._waiting[len(target) :]
        target[: len(data)] = data
        return len(data)


def members(stream: io.BufferedReader, context: Context) -> Iterator[Found]:
    """The lines that are not blank: «новости.jsonl:17»."""
    head = stream.read(CHUNK)
    whole: io.BufferedReader = rejoined(head, stream)
    asked = context.options.encoding
    if is_wide(head, asked):
        whole = buffered(_Recoded(whole, asked or encoding_of(head, context.path)))
    for number, line in lines(whole, context.options.max_document):
        path = f"{context.path}:{number}"
        if line is None:
            yield Bad(path, Reason.TOO_LARGE, f"a line of more than {context.options.max_document} bytes")
        elif stripped := line.removeprefix(codecs.BOM_UTF8).strip():
            context.budget.count()
            yield Item(path=path, size=len(line), data=stripped, media=JSON)
