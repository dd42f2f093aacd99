"""From bytes to items: what is a container is opened, what is in it is looked at in the same way, the rest is an item.

Nothing raises: whatever a container holds or breaks off with becomes a failure that names the place.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, Any

import msgspec

from nlp.archive.budget import Budget, ExhaustedError
from nlp.archive.containers import letters, lists, packed, parquets, sevens, sheets, tars, warcs, zips
from nlp.archive.containers.member import Bad, Context, Found, Member
from nlp.archive.places import is_excluded
from nlp.archive.source import Failure, Item, WalkOptions
from nlp.archive.streams import Counted, Readable, buffered, exactly, rejoined, searchable
from nlp.text.formats import HEAD, Format, recognise
from nlp.text.reasons import Reason, UnreadableError

SOUGHT = {Format.SEVEN_ZIP: sevens.members, Format.PARQUET: parquets.members}
"""What has its directory at the end."""
STREAMED = {
    Format.TAR: tars.members,
    Format.MBOX: letters.members,
    Format.WARC: warcs.members,
    Format.JSONL: lists.members,
    Format.CSV: sheets.members,
}
CONTAINERS = {Format.ZIP, *SOUGHT, *STREAMED, *packed.SUFFIXES}


def unpack(member: Member, options: WalkOptions, outer: Budget | None = None) -> Iterator[Item | Failure]:
    """The items of a stream, in order; `outer` is the budget of the archive it is in."""
    if is_excluded(member.path, options.exclude):
        yield Failure(member.path, Reason.EXCLUDED, "is excluded by its name", member.size)
        return
    try:
        head = exactly(member.stream, HEAD)
        kind = recognise(head, member.name, member.media)
        if kind in CONTAINERS:
            yield from _container(kind, rejoined(head, member.stream), member, options, outer)
        else:
            yield _leaf(head, member, options)
    except UnreadableError as error:
        yield failure(error, member.path)
    except ExhaustedError as error:
        if error.budget is outer or outer is not None:
            raise
        yield Failure(member.path, error.reason, error.detail)
    except Exception as error:  # noqa: BLE001  decompressors raise errors of every kind on damaged bytes
        yield Failure(member.path, Reason.DAMAGED, _told(error), member.size)


def contents(
    kind: Format, stream: IO[bytes], member: Member, options: WalkOptions, outer: Budget | None
) -> Iterator[Item | Failure]:
    """The items of a container on disk or in memory, which can be sought in."""
    budget = Budget(member.size, options, outer)
    if budget.depth > options.max_depth:
        detail = f"{budget.depth} archives within each other; at most {options.max_depth} are opened"
        yield Failure(member.path, Reason.TOO_DEEP, detail, member.size)
        return
    context = Context(member.path, member.name, member.size, options, budget)
    try:
        yield from _found(_members(kind, stream, context), context)
    except ExhaustedError as error:
        if error.budget is not budget:
            raise
        yield Failure(member.path, error.reason, error.detail, member.size)


def failure(error: UnreadableError, path: str, size: int | None = None) -> Failure:
    """An error of a reader as the row it becomes; its own place goes before `path`."""
    place = error.source if error.source.startswith(path) else path
    return Failure(place, error.code, error.reason, size)


def _container(
    kind: Format, stream: io.BufferedReader, member: Member, options: WalkOptions, outer: Budget | None
) -> Iterator[Item | Failure]:
    """A container in a stream; one with its directory at the end is copied to where it can be sought in."""
    if kind is not Format.ZIP and kind not in SOUGHT:
        yield from contents(kind, stream, member, options, outer)
        return
    with searchable(stream) as copy:
        copy.seek(0, 2)
        size = copy.tell()
        copy.seek(0)
        yield from contents(kind, copy, member._replace(size=size), options, outer)


def _members(kind: Format, stream: Any, context: Context) -> Iterator[Found]:
    if kind is Format.ZIP:
        yield from _zip(stream, context)
    elif kind in packed.SUFFIXES:
        plain = packed.unpacked(kind, stream, context.path)
        name = packed.bare(context.name, kind)
        yield Member(context.path, name, buffered(Counted(plain, context.budget)), context.size)
    elif kind in SOUGHT:
        yield from SOUGHT[kind](stream, context)
    else:
        yield from STREAMED[kind](stream, context)


def _zip(stream: IO[bytes], context: Context) -> Iterator[Found]:
    """The members of an archive, or the whole of a document that is a zip."""
    with zips.opened(stream, context.path) as archive:
        if zips.kind(archive) is Format.ZIP:
            yield from zips.members(archive, context)
            return
    stream.seek(0)
    read = whole(stream, context.path, context.size, context.options.max_document)
    yield Bad(*msgspec.structs.astuple(read)[:3]) if isinstance(read, Failure) else read


def _found(members: Iterator[Found], context: Context) -> Iterator[Item | Failure]:
    """What the members hold; that there are none is said."""
    empty, broken = True, None
    try:
        for each in members:
            empty = False
            if isinstance(each, Member):
                yield from unpack(each, context.options, context.budget)
            else:
                yield Failure(*each) if isinstance(each, Bad) else each
    except UnreadableError as error:
        broken = failure(error, context.path, context.size)
    except ExhaustedError:
        raise
    except Exception as error:  # noqa: BLE001  parsers of archives raise errors of every kind on damaged ones
        broken = Failure(context.path, Reason.DAMAGED, f"{_told(error)}: the rest of it is not read", context.size)
    if broken is not None:
        yield broken
    elif empty:
        yield Failure(context.path, Reason.EMPTY, "holds no documents", context.size)


def _leaf(head: bytes, member: Member, options: WalkOptions) -> Item | Failure:
    return whole(rejoined(head, member.stream), member.path, member.size, options.max_document, member)


def whole(stream: Readable, path: str, size: int, limit: int, member: Member | None = None) -> Item | Failure:
    """An item that brings its bytes along; a failure when there are none or too many."""
    data = exactly(stream, limit + 1)
    if not data:
        return nothing(path)
    if len(data) > limit:
        return Failure(path, Reason.TOO_LARGE, f"more than {limit} bytes", max(size, len(data)))
    media, published = (member.media, member.published) if member is not None else (None, None)
    return Item(path=path, size=len(data), data=data, media=media, published=published)


def nothing(path: str) -> Failure:
    """A file without bytes: an error, but for one of annotations, in which nothing was annotated."""
    if recognise(b"", path) is Format.ANNOTATION:
        return Failure(path, Reason.ANNOTATION, f"is a {Format.ANNOTATION} without bytes", 0)
    return Failure(path, Reason.EMPTY, "no bytes", 0)


def _told(error: Exception) -> str:
    said = " ".join(str(error).split())[:200]
    return f"is damaged: {said or type(error).__name__}"
