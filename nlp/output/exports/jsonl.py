"""JSON Lines: the records themselves, a line each; what `letopis extract` writes, also out of an archive."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nlp.output.jsonl import write as write_lines
from nlp.output.whole import whole_text
from nlp.schema import Record


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write the file; nothing is lost."""
    with whole_text(target) as stream:
        write_lines(records, stream)
    return []
