"""Records that are there already: an annotated archive, or what `letopis extract` wrote as JSON Lines or JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from nlp.archive.job import MANIFEST, read_manifest
from nlp.archive.restored import records
from nlp.archive.store import open_store
from nlp.errors import InputError, RecordError
from nlp.schema import SCHEMA, Record

LINES, WHOLE = ".jsonl", ".json"
HEAD = 400
_RECORD = re.compile(rb'\s*\[?\s*\{\s*"schema"\s*:\s*"letopis/')


def finished(place: str) -> Iterator[Record | InputError] | None:
    """The records at a place, `None` where there are texts; raises `ArchiveError` for an address without an archive."""
    path = Path(place)
    if "://" in place or (path / MANIFEST).is_file():
        store = open_store(place)
        read_manifest(store)
        return records(store)
    if path.suffix not in {LINES, WHOLE} or not path.is_file():
        return None
    with path.open("rb") as stream:
        if not _RECORD.match(stream.read(HEAD)):
            return None
    return _lines(path) if path.suffix == LINES else _whole(path)


def _lines(path: Path) -> Iterator[Record | InputError]:
    """A record a line; a line that is none is an error and does not stop the others."""
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                try:
                    yield Record.from_json(line)
                except RecordError as error:
                    yield InputError(path, str(error), number)


def _whole(path: Path) -> Iterator[Record | InputError]:
    """A record, or an array of them."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Record | list[Record])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        yield InputError(path, f"not a {SCHEMA} record: {error}")
        return
    yield from found if isinstance(found, list) else [found]
