"""A record's mentions under another corpus's labels: fine as they are, or its names as PER, LOC and ORG."""

from __future__ import annotations

from collections.abc import Collection

from nlp.evaluation.named import named
from nlp.mentions.resolve import COARSE
from nlp.output.extents import Extent, coarse, fine
from nlp.schema import Record

__all__ = ["Extent", "coarse", "fine", "seen_as"]


def seen_as(record: Record, labels: Collection[str]) -> list[Extent]:
    """The names when the corpus labels them PER, LOC and ORG, else all mentions."""
    return named(record) if set(COARSE.values()) & set(labels) else fine(record)
