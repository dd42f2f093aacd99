"""From an item to its document: bytes are read, their format is recognised, the text is taken out and looked at."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
from collections.abc import Iterator

import msgspec

from nlp.archive.containers import zips
from nlp.archive.containers.member import Member
from nlp.archive.places import inner
from nlp.archive.source import INSIDE, Document, Failure, Item, WalkOptions
from nlp.archive.streams import exactly
from nlp.archive.unpack import unpack
from nlp.text import filenames, sources
from nlp.text.content import Content, Hints
from nlp.text.formats import HEAD, TYPES, Format, recognise
from nlp.text.language import language_of
from nlp.text.printable import printable
from nlp.text.readers import json, rows
from nlp.text.reasons import Reason, UnreadableError

ROW = "text/csv"
DEEPEST = 4
"""Letters attached to letters."""

_ROW = re.compile(r":\d+$")


def read(item: Item, options: WalkOptions) -> Iterator[Document | Failure]:
    """The document of an item, or why there is none; a letter is followed by what is attached to it."""
    yield from _read(item, options, 0)


def fingerprint(item: Item) -> str:
    """The sha256 of the item's raw bytes, of a row's cells; raises `UnreadableError` when its file has gone."""
    if item.row is not None:
        return _hash(msgspec.json.encode(item.row, order="sorted"))
    return _hash(_bytes(item, None))


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read(item: Item, options: WalkOptions, depth: int) -> Iterator[Document | Failure]:
    sha256 = None
    try:
        data = b"" if item.row is not None else _bytes(item, options.max_document)
        sha256 = fingerprint(item) if item.row is not None else _hash(data)
        content, media = _content(item, data, options)
        if content.text.strip():
            yield _document(item, content, media, options, sha256)
        for number, each in enumerate(content.attachments, 1):
            name = printable(each.name) or str(number)
            member = Member(inner(item.path, name), name, io.BytesIO(each.data), len(each.data), each.media)
            yield from _attached(member, options, depth)
    except UnreadableError as error:
        yield Failure(item.path, error.code, error.reason, item.size, sha256)


def _bytes(item: Item, limit: int | None) -> bytes:
    """The raw bytes; of a file only when it still is one."""
    if item.data is not None:
        return item.data
    if item.file is None:
        raise UnreadableError(item.path, Reason.MISSING, "an item without bytes")
    try:
        with os.fdopen(os.open(item.file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise UnreadableError(item.path, Reason.NOT_REGULAR, "is no file any more")
            data = stream.read() if limit is None else exactly(stream, limit + 1)
    except OSError as error:
        reason = Reason.MISSING if isinstance(error, FileNotFoundError) else Reason.UNREADABLE
        raise UnreadableError(item.path, reason, f"cannot be read: {error.strerror or error}") from error
    if limit is not None and len(data) > limit:
        raise UnreadableError(item.path, Reason.TOO_LARGE, f"more than {limit} bytes")
    return data


def _content(item: Item, data: bytes, options: WalkOptions) -> tuple[Content, str]:
    """What the format's reader makes of the bytes, and the media type."""
    hints = Hints(item.path, options.encoding, item.media, options.max_document, options.max_text)
    asked = rows.Columns(options.text_column, options.id_column, options.date_column, options.title_column)
    if item.row is not None:
        return sources.checked(rows.read(item.row, hints, asked), hints), ROW
    kind = recognise(data[:HEAD], item.path, item.media)
    if kind is Format.ZIP:
        with zips.opened(io.BytesIO(data), item.path) as archive:
            kind = zips.kind(archive)
    if kind is Format.JSON:
        return sources.checked(json.read(data, hints, asked), hints), TYPES[kind]
    return sources.read(data, kind, hints), TYPES.get(kind, "")


def _document(item: Item, content: Content, media: str, options: WalkOptions, sha256: str) -> Document | Failure:
    language = None if options.languages is None else language_of(content.text)
    if options.languages and language is not None and language not in options.languages:
        detail = f"its language is {language}, and not {' or '.join(options.languages)}"
        return Failure(item.path, Reason.FOREIGN, detail, item.size, sha256)
    extra = content.extra if item.address is None else {**content.extra, "address": item.address}
    return Document(
        text=content.text,
        source=item.path,
        id=content.id,
        title=content.title,
        published=_day(item, content, options),
        language=language or "ru",
        media=media,
        encoding=content.encoding,
        size=item.size,
        sha256=sha256,
        extra=extra,
    )


def _day(item: Item, content: Content, options: WalkOptions) -> str | None:
    """When it appeared: by the document, by its container, by its name, by the caller.

    The name of an archive, a table or a mailbox tells when that was made, and nothing of what is in it.
    """
    name = item.path.rpartition(INSIDE)[2]
    named = None if _ROW.search(name) else filenames.date_in(name, options.date_pattern)
    return content.published or item.published or named or options.published


def _attached(member: Member, options: WalkOptions, depth: int) -> Iterator[Document | Failure]:
    if depth >= DEEPEST:
        yield Failure(member.path, Reason.TOO_DEEP, f"more than {DEEPEST} letters within each other", member.size)
        return
    for each in unpack(member, options):
        if isinstance(each, Item):
            yield from _read(each, options, depth + 1)
        else:
            yield each
