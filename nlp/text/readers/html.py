"""A page of the web: its main text, title and day, by trafilatura (Barbaresi, 2021), without menus and banners."""

from __future__ import annotations

import re
from typing import Any

from nlp.text.content import Content, Hints
from nlp.text.encodings import Decoded, decode
from nlp.text.published import find_date
from nlp.text.readers.visible import visible
from nlp.text.reasons import Reason, UnreadableError

DEEPEST = 200
"""Elements within elements: libxml2 leaves out what stands deeper than 256, and says nothing."""
DATES = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2099-12-31"}
"""Of the day of publication; without its own bounds htmldate would ask the clock of the machine."""
KEPT = ("author", "sitename", "url", "description")

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,30})", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
_VOID = frozenset(
    [
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        *("p", "li", "dt", "dd", "option", "tr", "td", "th", "wbr"),  # closed by what follows them
    ]
)


def read(data: bytes, hints: Hints) -> Content:
    """The main text under its title; all that is shown of a page without main text, or nested too deep for one."""
    page = decoded(data, hints)
    found = _extracted(page.text) if depth(page.text) <= DEEPEST else None
    text = (found.text if found is not None else "") or visible(page.text)
    title = found.title if found is not None else None
    return Content(
        text=titled(text, title),
        title=title,
        published=find_date(found.date) if found is not None and found.date else None,
        encoding=page.encoding,
        extra={name: value for name in KEPT if found is not None and (value := getattr(found, name, None))},
    )


def decoded(data: bytes, hints: Hints) -> Decoded:
    """The source of the page; what it or its sender says of its encoding counts when its bytes do not tell."""
    told = _CHARSET.search(data[:4096])
    stated = told[1].decode("ascii") if told else None
    if hints.media and "charset=" in hints.media:
        stated = hints.media.rpartition("charset=")[2].strip("\"' ;")
    try:
        return decode(data, hints.source, hints.encoding)
    except UnreadableError as error:
        if stated is None or hints.encoding is not None or error.code is Reason.BINARY:
            raise
        return Decoded(*_stated(data, stated, hints.source))


def _stated(data: bytes, encoding: str, source: str) -> tuple[str, str]:
    try:
        return data.decode(encoding, "replace"), encoding.lower()
    except LookupError as error:
        raise UnreadableError(
            source, Reason.ENCODING, f"says that it is in {encoding!r}, which is no encoding"
        ) from error


def depth(page: str) -> int:
    """How many elements stand within each other at most; those that need no end are not counted."""
    deepest = now = 0
    for found in _TAG.finditer(page):
        if not found[0].endswith("/>") and found[2].lower() not in _VOID:
            now = max(now - 1, 0) if found[1] else now + 1
            deepest = max(deepest, now)
    return deepest


def _extracted(page: str) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        date_extraction_params=dict(DATES),
    )


def titled(text: str, title: str | None) -> str:
    """The text under its title, unless it begins with it: an event may be told in the title alone."""
    plain = " ".join((title or "").split())
    if not plain or plain.casefold() in " ".join(text[: 4 * len(plain) + 400].split()).casefold():
        return text
    return f"{plain}\n\n{text}"
