"""Zip archives: names in UTF-8 or in the page of old Windows, links, passwords, members that share a name."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Iterator
from typing import IO

from nlp.archive.containers.member import Bad, Context, Found, Member
from nlp.archive.places import inner, is_unsafe, readable
from nlp.archive.streams import Counted, buffered
from nlp.text.formats import Format, inside
from nlp.text.reasons import Reason, UnreadableError

DIRECTORY = 128 * 2**20
"""Bytes of a central directory; Python keeps ten times as much in memory."""
UNICODE, ENCRYPTED = 0x800, 0x1
UNICODE_PATH = 0x7075
"""The extra field in which Info-ZIP keeps a name in UTF-8 (APPNOTE 4.6.9)."""


def opened(stream: IO[bytes], path: str) -> zipfile.ZipFile:
    """The archive; raises `UnreadableError` when it is none or its directory is too large to look at."""
    if (size := _directory(stream)) > DIRECTORY:
        detail = f"its directory takes {size} bytes, more than {DIRECTORY}: unpack it first"
        raise UnreadableError(path, Reason.TOO_MANY, detail)
    try:
        return zipfile.ZipFile(stream)
    except Exception as error:
        raise UnreadableError(path, Reason.DAMAGED, f"is no sound zip: {error}") from error


def kind(archive: zipfile.ZipFile) -> Format:
    """Whether it is an archive, or a document that is a zip."""
    names = [each.filename for each in archive.infolist()[:10_000]]
    if "mimetype" not in names:
        return inside(names, None)
    try:
        with archive.open("mimetype") as stream:
            return inside(names, stream.read(200))
    except Exception:  # noqa: BLE001  as above; without a readable type it is an archive
        return inside(names, None)


def members(archive: zipfile.ZipFile, context: Context) -> Iterator[Found]:
    """The files in the order of the directory."""
    for info in archive.infolist():
        name = _name(info)
        if not name.endswith("/"):
            context.budget.count()
            yield from _member(archive, info, name, context)


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, context: Context) -> Iterator[Found]:
    path, mode = inner(context.path, name), info.external_attr >> 16
    if is_unsafe(name):
        yield Bad(path, Reason.UNSAFE_NAME, "its name leads out of the archive")
    elif stat.S_ISLNK(mode):
        yield Bad(path, Reason.LINK, "is a link")
    elif stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        yield Bad(path, Reason.NOT_REGULAR, "is a device, pipe or socket")
    elif info.flag_bits & ENCRYPTED:
        yield Bad(path, Reason.ENCRYPTED, "asks for a password")
    else:
        with archive.open(info) as stream:
            yield Member(path, name, buffered(Counted(stream, context.budget)), info.file_size)


def _name(info: zipfile.ZipInfo) -> str:
    if unicode := _unicode_path(info.extra):
        return readable(unicode)
    page = "utf-8" if info.flag_bits & UNICODE else "cp437"
    return readable(info.orig_filename.encode(page, "surrogateescape").partition(b"\x00")[0])


def _unicode_path(extra: bytes) -> bytes | None:
    while len(extra) >= 4:
        tag, size = struct.unpack_from("<HH", extra)
        if tag == UNICODE_PATH and size > 5:
            return extra[9 : 4 + size]
        extra = extra[4 + size :]
    return None


def _directory(stream: IO[bytes]) -> int:
    """The bytes that the end record says the directory takes (APPNOTE 4.3.14, 4.3.16); 0 without an end record."""
    length = stream.seek(0, 2)
    stream.seek(max(0, length - 2**16 - 200))
    tail = stream.read()
    stream.seek(0)
    wide, end = tail.rfind(b"PK\x06\x06"), tail.rfind(b"PK\x05\x06")
    if wide >= 0 and len(tail) >= wide + 48:
        return int(struct.unpack_from("<Q", tail, wide + 40)[0])
    return int(struct.unpack_from("<I", tail, end + 12)[0]) if end >= 0 and len(tail) >= end + 16 else 0
