"""One document as it came in."""

from __future__ import annotations

import msgspec

from nlp.errors import InputError
from nlp.text.published import checked


class SourceText(msgspec.Struct, frozen=True):
    """A text and what is known of it from outside: the caller's id, EDTF date, title; `None` when nothing is."""

    text: str
    source: str | None = None
    id: str | None = None
    title: str | None = None
    published: str | None = None

    def __post_init__(self) -> None:
        if self.published is not None:
            try:
                checked(self.published)
            except ValueError as error:
                raise InputError(self.source or "text", str(error)) from error
