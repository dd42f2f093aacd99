"""The lines of a text and what each is in Markdown: a heading, a list item, a table row, a fence.

Plain text comes through the same door: a sign counts as markup only where it stands as Markdown wants it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from nlp.text.characters import BLANKS, INVISIBLE

LineKind = Literal["blank", "text", "heading", "item", "quote", "row", "rule", "underline", "code", "front"]

_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANK = re.compile(f"[\\s{BLANKS}{INVISIBLE}]*")
_HEADING = re.compile(r"#{1,6}(?=\s|$)\s*")
_QUOTE = re.compile(r"(?:>\s?)+")
_SIGNS = "•·▪▫◦●○■□‣⁃∙➢➤✓✔"
_BULLET = re.compile(rf"(?:(?:[-*+{_SIGNS}]|\\-)\s+(?=\S))+")
INLINE_BULLET = re.compile(rf"\s[{_SIGNS}]\s+(?=\S)")
_NUMBER = re.compile(r"(?P<n>\d{1,3}(?=[.)])|(?:\d{1,2}\.){1,3}[1-9](?=[.)])|[а-яa-z](?=\)))[.)]\s+(?=\S)")
_RULE = re.compile(r"(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})")
_FENCE = re.compile(r"```+|~~~+")
_DELIMITER = re.compile(r"[|:\-\s]*")
_KEY = re.compile(r"[\w][\w .-]*:(?:\s|$)")
FRONT_LINES = 100
"""No front matter is longer."""


class Line(NamedTuple):
    """A line without its end; `body` is where its words begin, after «## », «> », «- »."""

    kind: LineKind
    start: int
    end: int
    body: int


def lines(text: str) -> list[Line]:
    """Every line of a text, in order, blank ones too."""
    found = [_line(text, start, end) for start, end in _extents(text)]
    found = _without_front(text, found)
    found = _without_code(text, found)
    return _with_rows(text, found)


def _extents(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for ending in _END.finditer(text):
        yield start, ending.start()
        start = ending.end()
    yield start, len(text)


def _line(text: str, start: int, end: int) -> Line:
    body = _skip(text, start, end)
    while end > body and text[end - 1].isspace():
        end -= 1
    if body >= end:
        return Line("blank", start, end, body)
    if _UNDERLINE.fullmatch(text, body, end):
        return Line("underline", start, end, end)
    if _RULE.fullmatch(text, body, end):
        return Line("rule", start, end, end)
    if heading := _HEADING.match(text, body, end):
        return Line("heading", start, _closing(text, heading.end(), end), heading.end())
    return _prefixed(text, start, end, body)


def _closing(text: str, body: int, end: int) -> int:
    """Where the words of a heading end: «# Форум #»."""
    last = end
    while last > body and text[last - 1] == "#":
        last -= 1
    if last == end or not text[last - 1].isspace():
        return end
    while last > body and text[last - 1].isspace():
        last -= 1
    return last


def _prefixed(text: str, start: int, end: int, body: int) -> Line:
    quote = _QUOTE.match(text, body, end)
    inner = quote.end() if quote else body
    item = _BULLET.match(text, inner, end)
    if item:
        return Line("item", start, end, item.end())
    if quote:
        return Line("quote" if inner < end else "blank", start, end, inner)
    return Line("text", start, end, body)


def _skip(text: str, start: int, end: int) -> int:
    blank = _BLANK.match(text, start, end)
    return blank.end() if blank else start


def number(text: str, line: Line) -> re.Match[str] | None:
    """The marker of a numbered item: «1. », «2.1. », «а) »; the caller knows whether a list may begin here.

    «г. Минск» and «10.15. Открытие» have none: a letter needs its bracket, and the last figure of several is short.
    """
    return _NUMBER.match(text, line.body, line.end)


def _without_front(text: str, found: list[Line]) -> list[Line]:
    """YAML between two lines of «---» at the very start."""
    first = next((i for i, line in enumerate(found) if line.kind != "blank"), None)
    if first is None or text[found[first].start : found[first].end].strip("\ufeff \t") != "---":
        return found
    for last in range(first + 1, min(len(found), first + FRONT_LINES)):
        if text[found[last].start : found[last].end] in {"---", "..."}:
            inner = [text[line.start : line.end] for line in found[first + 1 : last]]
            if not any(_KEY.match(each) for each in inner) or "" in inner:
                return found
            return [line._replace(kind="front") if first <= i <= last else line for i, line in enumerate(found)]
    return found


def _without_code(text: str, found: list[Line]) -> list[Line]:
    """Lines between fences, which come in pairs; the odd last fence is only taken out itself."""
    fences = [i for i, line in enumerate(found) if line.kind == "text" and _FENCE.match(text, line.body, line.end)]
    for first, last in zip(fences[::2], fences[1::2], strict=False):
        found[first : last + 1] = [line._replace(kind="code") for line in found[first : last + 1]]
    if len(fences) % 2:
        found[fences[-1]] = found[fences[-1]]._replace(kind="rule")
    return found


def _with_rows(text: str, found: list[Line]) -> list[Line]:
    """Rows of tables: lines between bars, or with a bar around a line of «---|---»."""
    for index, line in enumerate(found):
        if line.kind != "text" or "|" not in text[line.body : line.end]:
            continue
        barred = text[line.body] == "|" and text.find("|", line.body + 1, line.end) > 0
        if barred or _delimits(text, line) or (index and found[index - 1].kind == "row") or _headed(text, found, index):
            found[index] = line._replace(kind="row")
    return found


def _headed(text: str, found: list[Line], index: int) -> bool:
    return index + 1 < len(found) and found[index + 1].kind == "text" and _delimits(text, found[index + 1])


def _delimits(text: str, line: Line) -> bool:
    return bool(_DELIMITER.fullmatch(text, line.body, line.end)) and text.find("-", line.body, line.end) >= 0
