"""Tar archives, read once from front to end: the compression around them is undone by `packed`."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import Any

from nlp.archive.containers.member import Bad, Context, Found, Member
from nlp.archive.places import inner, is_unsafe, readable
from nlp.archive.streams import Readable, drain
from nlp.text.reasons import Reason

HEADER = 2**20
"""Bytes that headers of one member may take: tarfile reads a long name whole, however long it says it is."""


class _Headers:
    """A stream that gives out no more than `HEADER` bytes until it is told that a member begins."""

    def __init__(self, stream: Readable) -> None:
        self._stream, self.left = stream, 2 * HEADER

    def read(self, size: int = -1, /) -> bytes:
        """As the stream does; raises `tarfile.ReadError` for a header without end."""
        if self.left <= 0:
            raise tarfile.ReadError(f"a header of more than {HEADER} bytes")
        data = self._stream.read(size)
        self.left -= len(data)
        return data


def members(stream: Readable, context: Context) -> Iterator[Found]:
    """The files in order; one that does not end as its header says ends the archive."""
    bounded: Any = _Headers(stream)
    with tarfile.open(fileobj=bounded, mode="r|", errorlevel=1, encoding="utf-8") as archive:
        while (info := archive.next()) is not None:
            archive.members.clear()  # type: ignore[attr-defined]  # tarfile keeps them all, and would grow
            if not info.isdir():
                context.budget.count()
                yield from _member(archive, info, bounded, context)
            bounded.left = 2 * HEADER


def _member(archive: tarfile.TarFile, info: tarfile.TarInfo, bounded: _Headers, context: Context) -> Iterator[Found]:
    name = readable(info.name.encode("utf-8", "surrogateescape"))
    path = inner(context.path, name)
    if is_unsafe(name):
        yield Bad(path, Reason.UNSAFE_NAME, "its name leads out of the archive")
    elif info.islnk():
        target = readable(info.linkname.encode("utf-8", "surrogateescape"))
        yield Bad(path, Reason.REPEATED, f"is another name of {target}")
    elif info.issym():
        yield Bad(path, Reason.LINK, "is a link")
    elif not info.isreg():
        yield Bad(path, Reason.NOT_REGULAR, "is a device, pipe or socket")
    elif info.issparse():
        yield Bad(path, Reason.NOT_REGULAR, f"is stored with holes, {info.size} bytes with them")
    bounded.left = info.size + 2 * HEADER
    if info.isreg() and not info.issparse() and (content := archive.extractfile(info)) is not None:
        if not is_unsafe(name):
            yield Member(path, name, content, info.size)
        drain(content)
