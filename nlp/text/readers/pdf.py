"""PDF by pypdf: the text layer of every page; a page without one is a picture, and is said to be."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from nlp.text.content import Content, Hints
from nlp.text.reasons import Reason, UnreadableError

if TYPE_CHECKING:
    from pypdf import PdfReader

PAGES = 20_000
"""Pages of one document."""


def read(data: bytes, hints: Hints) -> Content:
    """The text of all pages; `extra` tells how many pages hold none."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableError(hints.source, Reason.ENCRYPTED, "asks for a password")
    pages = _pages(reader, hints)
    bare = sum(not page.strip() for page in pages)
    if bare == len(pages):
        raise UnreadableError(
            hints.source, Reason.NO_TEXT, f"none of its {len(pages)} pages holds text: they are pictures"
        )
    title, published = _known(reader)
    return Content(
        text="\n\n".join(page for page in pages if page.strip()),
        title=title,
        published=published,
        extra={"pages": len(pages)} | ({"pages_without_text": bare} if bare else {}),
    )


def _pages(reader: PdfReader, hints: Hints) -> list[str]:
    found, size = [], 0
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        size += len(text)
        if number > PAGES or size > hints.max_text:
            limit = f"more than {PAGES} pages or {hints.max_text} characters"
            raise UnreadableError(hints.source, Reason.TOO_LARGE, limit)
        found.append(text)
    return found


def _known(reader: PdfReader) -> tuple[str | None, str | None]:
    """Title and day; a broken date is none."""
    known = reader.metadata
    if known is None:
        return None, None
    title = known.title
    try:
        created = known.creation_date
    except ValueError:
        created = None
    return (title.strip() or None) if title else None, created.date().isoformat() if created else None
