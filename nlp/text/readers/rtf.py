"""Rich Text Format, by striprtf; title and day from its group of information."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from nlp.text.content import Content, Hints
from nlp.text.encodings import decode
from nlp.text.reasons import Reason, UnreadableError

_TITLE = re.compile(r"\{\\title\s?([^{}]{0,2000})\}")
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_PAGE = re.compile(r"\\ansicpg(\d{3,5})")


def read(data: bytes, hints: Hints) -> Content:
    """The text without its formatting."""
    source = data.decode("latin-1")
    if not data.rstrip(b"\x00\r\n \t").endswith(b"}"):
        raise UnreadableError(hints.source, Reason.DAMAGED, "ends before its last bracket: it is truncated")
    if data.isascii():
        return _content(source)
    return _content(decode(data, hints.source, hints.encoding).text)


def _content(source: str) -> Content:
    from striprtf import striprtf

    plain: Any = striprtf.rtf_to_text

    page = f"cp{found[1]}" if (found := _PAGE.search(source)) else "cp1251"
    title, created = _TITLE.search(source), _CREATED.search(source)
    head = "{\\rtf1\\ansi" + (f"\\ansicpg{page[2:]} " if found else "\\ansicpg1251 ")
    named = plain(f"{head}{title[1]}}}", encoding=page, errors="replace").strip() if title else None
    return Content(
        text=plain(source, encoding=page, errors="replace"),
        title=named or None,
        published=_day(*created.groups()) if created else None,
    )


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
