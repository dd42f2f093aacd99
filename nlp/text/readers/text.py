"""Plain text and Markdown, as they are: cleaning knows Markdown's marks, and no offset may move."""

from __future__ import annotations

from nlp.text.content import Content, Hints
from nlp.text.encodings import decode


def read(data: bytes, hints: Hints) -> Content:
    """The text in the encoding it shows."""
    text, encoding, repaired = decode(data, hints.source, hints.encoding)
    return Content(text=text, encoding=encoding, extra={"repaired": True} if repaired else {})
