"""What fills a role of an event: a stretch of the text, and whom it names."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Span

from nlp.events.names import Named


class Filler(NamedTuple):
    """A stretch that fills a role: a mention of the document, or words that become one under `label`."""

    span: Span
    label: str
    entity: str | None
    named: Named | None


Filled = dict[str, list[Filler]]
"""The fillers of every role."""


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches share a token."""
    return bool(one.start < other.end and other.start < one.end)
