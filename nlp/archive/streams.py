"""Streams of bytes: counted against a budget, begun again after a look at their head, copied to be sought in."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from typing import IO, Protocol

from nlp.archive.budget import Budget

CHUNK = 2**16
IN_MEMORY = 8 * 2**20
"""Bytes of a nested archive that stay in memory; a larger one goes to a temporary file without a name."""


class Readable(Protocol):
    """Anything to read bytes from."""

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; none at the end."""


class Counted(io.RawIOBase):
    """A stream whose bytes are spent from a budget."""

    def __init__(self, stream: Readable, budget: Budget) -> None:
        self._stream, self._budget = stream, budget

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, target: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `target` as far as the next piece goes."""
        data = self._stream.read(min(len(target), CHUNK))
        self._budget.spend(len(data))
        target[: len(data)] = data
        return len(data)


class Rejoined(io.RawIOBase):
    """A stream whose head was read already."""

    def __init__(self, head: bytes, stream: Readable) -> None:
        self._head, self._stream = io.BytesIO(head), stream

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, target: bytearray | memoryview, /) -> int:  # type: ignore[override]
        """Fill `target` with the head, then with the rest."""
        data = self._head.read(len(target)) or self._stream.read(len(target))
        target[: len(data)] = data
        return len(data)


def buffered(stream: io.RawIOBase) -> io.BufferedReader:
    """With `readline` and exact `read`."""
    return io.BufferedReader(stream, CHUNK)


def rejoined(head: bytes, stream: Readable) -> io.BufferedReader:
    """The whole of a stream again after its head was read."""
    return buffered(Rejoined(head, stream))


def exactly(stream: Readable, size: int) -> bytes:
    """`size` bytes, fewer at the end alone; no more than a piece is asked for at once."""
    pieces, missing = [], size
    while missing > 0 and (piece := stream.read(min(missing, CHUNK))):
        pieces.append(piece)
        missing -= len(piece)
    return b"".join(pieces)


def drain(stream: Readable) -> None:
    """Read to the end and keep nothing."""
    while stream.read(CHUNK):
        pass


def searchable(stream: Readable) -> IO[bytes]:
    """A copy that can be sought in, gone when it is closed."""
    copy = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  closed by who asked for it
    while piece := stream.read(CHUNK):
        copy.write(piece)
    copy.seek(0)
    return copy


def lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of every line, `None` for one longer than `limit`, which is passed over in pieces."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line
            continue
        while (piece := stream.readline(CHUNK)) and not piece.endswith(b"\n"):
            pass
        yield number, None
