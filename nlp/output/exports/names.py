"""Names for the files and nodes that a record becomes elsewhere."""

from __future__ import annotations

import hashlib
import re

from nlp.schema import Record

_UNFIT = re.compile(r"[^\w.-]+")
LONGEST = 60
"""Characters; Cyrillic ones take two bytes each, and a file's name may have 255."""


def file_name(record: Record) -> str:
    """«архив.zip!/2014/Новости дня.html» → "Новости_дня-3f2a9c01": readable, and one for every record."""
    last = re.split(r"[/\\]", record.source or "text")[-1]
    stem = last.rpartition(".")[0] or last
    return f"{_UNFIT.sub('_', stem).strip('._-')[:LONGEST] or 'text'}-{record.id[:8]}"


def digest(*parts: str | None) -> str:
    """SHA-1 in hexadecimal, as DuckDB's `sha1(key)` gives it for one part; several are parted by new lines."""
    return hashlib.sha1("\n".join(part or "" for part in parts).encode(), usedforsecurity=False).hexdigest()
