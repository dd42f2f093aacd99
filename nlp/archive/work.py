"""The units that workers are given, and what they answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from nlp.archive.blocks import Block
from nlp.archive.items import Items
from nlp.archive.job import Job
from nlp.archive.read import fingerprint
from nlp.archive.source import Failure, Item
from nlp.text.reasons import Reason, UnreadableError

COUNT, SIZE = 16, 1 << 18
"""A batch is full at this many units, or raw bytes: a long document travels alone."""


class Unit(msgspec.Struct, frozen=True):
    """Something to annotate, or the report that it cannot be had, under the key by which a later run knows it."""

    key: str
    what: Item | Failure


Batch = tuple[Unit, ...]


class Ready(msgspec.Struct, frozen=True):
    """A worker has its model."""


class Begun(msgspec.Struct, frozen=True):
    """A worker turns to this unit of its batch."""

    index: int


class Gone(msgspec.Struct, frozen=True):
    """A worker is no more: «died with exit code -11»."""

    why: str
    reason: Reason = Reason.CRASHED


class Broken(msgspec.Struct, frozen=True):
    """A worker cannot be had at all, and neither can another one: the model does not load."""

    why: str


Event = Ready | Begun | Block | Gone | Broken


def units(found: Iterable[Item | Failure], asked: Job, finished: Items) -> Iterator[Unit]:
    """What is not yet finished, each once; what is met goes among the finished."""
    for each in found:
        key = asked.key(each.path, _content(each, asked.options.max_document))
        if finished.add(key):
            yield Unit(key, each)


def batches(waiting: Iterable[Unit]) -> Iterator[Batch]:
    """Units in batches."""
    batch: list[Unit] = []
    size = 0
    for unit in waiting:
        batch.append(unit)
        size += unit.what.size or 0
        if len(batch) >= COUNT or size >= SIZE:
            yield tuple(batch)
            batch, size = [], 0
    if batch:
        yield tuple(batch)


def _content(each: Item | Failure, largest: int) -> str:
    """What tells whether something has changed; a file that is too large to be a document is not read for it."""
    if isinstance(each, Failure):
        return f"{each.reason} {each.detail}"
    if each.size > largest:
        return str(each.size)
    try:
        return fingerprint(each)
    except UnreadableError as error:
        return str(error)
