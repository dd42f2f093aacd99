"""What was found in the clean text, as spans of the document and as plain data kept with it."""

from __future__ import annotations

from typing import Any, Protocol, TypeVar

import msgspec
from spacy.tokens import Doc, Span

from nlp.text.offsets import Clean


class Found(Protocol):
    """Anything with a place in the clean text, a label and the rule that found it."""

    @property
    def start(self) -> int:
        """Offset of the first character in the clean text."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""

    @property
    def label(self) -> str:
        """A label of NEREL: «DATE»."""

    @property
    def rule(self) -> str:
        """What found it: «dates/range»."""


Each = TypeVar("Each", bound=Found)
T = TypeVar("T")


def located(doc: Doc, found: list[Each]) -> list[tuple[Span, Each]]:
    """The tokens under each; what lies under no token is left out."""
    clean = doc._.clean
    pairs = [(_span(doc, each, clean), each) for each in found]
    return [(span, each) for span, each in pairs if span is not None]


def _span(doc: Doc, found: Found, clean: Clean) -> Span | None:
    start, end = clean.original(found.start, found.end)
    span = doc.char_span(start, end, label=found.label, alignment_mode="expand")
    if span is not None:
        span.id_ = found.rule
    return span


def keep(doc: Doc, key: str, pairs: list[tuple[Span, Each]]) -> None:
    """Under `doc.user_data[key]`: the offsets of each span in the original, and what was found there."""
    doc.user_data[key] = [
        {"span": [span.start_char, span.end_char], "found": msgspec.to_builtins(each)} for span, each in pairs
    ]


def kept(doc: Doc, key: str, kind: type[T]) -> list[tuple[int, int, T]]:
    """The inverse of `keep`: start and end in the original, and what was found."""
    entries: list[dict[str, Any]] = doc.user_data.get(key, [])
    return [(*entry["span"], msgspec.convert(entry["found"], kind)) for entry in entries]
