"""A record's mentions under another corpus's labels: fine as they are, or PER, LOC and ORG without nesting."""

from __future__ import annotations

from collections.abc import Collection

from nlp.mentions.resolve import COARSE
from nlp.output.extents import Extent, coarse, fine
from nlp.schema import Record

__all__ = ["Extent", "coarse", "fine", "seen_as"]


def seen_as(record: Record, labels: Collection[str]) -> list[Extent]:
    """The coarse view when the corpus uses its labels, else the fine one."""
    return coarse(record) if set(COARSE.values()) & set(labels) else fine(record)
