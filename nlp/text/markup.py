"""Markdown inside a line: emphasis, links, code, escapes; a few marks of HTML and of wikis.

Every function yields edits, `(start, end, new)` in offsets of the original; where two overlap the first one wins.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

Edit = tuple[int, int, str]

_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,500}\")?\)")
_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]\n]|\[[^\[\]\n]{0,200}\]){1,1000})\]"
    r"(?P<to>\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+[\"'][^\"'\n]{0,500}[\"'])?\)|\[[^\[\]\n]{0,100}\])"
)
_FOOTNOTE = re.compile(r"(?<=[\w.,;:!?»\"')])\[\^?\d{1,3}\]")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,500}\|)?(?P<text>[^\[\]|\n]{1,500})\]\]")
_WIKI_ADDRESS = re.compile(r"\[(?:https?:)?//[^\s\[\]]{1,2000}\s+(?P<text>[^\[\]\n]{1,500})\]")
_WIKI_MARKS = re.compile(r"'{2,5}")
_AUTOLINK = re.compile(r"<(?P<to>(?:https?://|mailto:|ftp://)[^<>\s]{1,2000})>")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|center|cite|code|div|em|font|hr|i|img|mark|p|q|s|small|span|strong|sub|sup|u)"
    r"(?:\s[^<>]{0,1000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_TICKS = re.compile(r"`+")
_STARS = re.compile(r"\*+")
_UNDERSCORES = re.compile(r"(?<![\w\\])(?P<mark>_{1,3})(?=[^\s_])[^_\n]*?(?<=[^\s_])(?P=mark)(?!\w)")
_STRUCK = re.compile(r"~~")
_ANY = re.compile(r"[\[<\\`~'&*_]")
"""What all markup holds: few lines have one."""


def edits(text: str, start: int, end: int) -> Iterator[Edit]:
    """All markup of `text[start:end]`, links before what they may contain."""
    if _ANY.search(text, start, end) is None:
        return
    yield from _removed(_IMAGE, text, start, end)
    yield from _comments(text, start, end)
    yield from _links(text, start, end)
    for pattern in (_TAG, _FOOTNOTE, _ESCAPE, _TICKS, _STRUCK, _WIKI_MARKS):
        yield from _removed(pattern, text, start, end)
    yield from _entities(text, start, end)
    yield from _stars(text, start, end)
    for found in _UNDERSCORES.finditer(text, start, end):
        yield found.start(), found.end("mark"), ""
        yield found.end() - len(found["mark"]), found.end(), ""


def _removed(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Edit]:
    for found in pattern.finditer(text, start, end):
        new = " " if pattern is _TAG and found[0][1:3].lower() in {"br", "p>", "hr", "/p", "di"} else ""
        yield found.start(), found.end(), new


def _comments(text: str, start: int, end: int) -> Iterator[Edit]:
    while (first := text.find("<!--", start, end)) >= 0 and (last := text.find("-->", first + 4, end)) >= 0:
        yield first, last + 3, ""
        start = last + 3


def _links(text: str, start: int, end: int) -> Iterator[Edit]:
    """`[Минсвязи](https://…)` keeps its words, `<https://…>` its address."""
    for pattern in (_WIKI_LINK, _WIKI_ADDRESS, _LINK):
        for found in pattern.finditer(text, start, end):
            yield found.start(), found.start("text"), ""
            yield found.end("text"), found.end(), ""
    for found in _AUTOLINK.finditer(text, start, end):
        yield found.start(), found.start("to"), ""
        yield found.end("to"), found.end(), ""


def _entities(text: str, start: int, end: int) -> Iterator[Edit]:
    for found in _ENTITY.finditer(text, start, end):
        new = html.unescape(found[0])
        if (new != found[0] and len(new) == 1 and new.isprintable()) or new == "\u00a0":
            yield found.start(), found.end(), new
        elif new == "\u00ad":
            yield found.start(), found.end(), ""


def _stars(text: str, start: int, end: int) -> Iterator[Edit]:
    """Emphasis: stars at the edge of a word, pairs inside one; «5 * 3», «2*2», «б*дь» keep theirs."""
    for found in _STARS.finditer(text, start, end):
        left = text[found.start() - 1] if found.start() > start else " "
        right = text[found.end()] if found.end() < end else " "
        inside = left.isalnum() and right.isalnum()
        if left == "\\":
            continue
        alone = left.isspace() and right.isspace() and len(found[0]) == 1
        if not alone and not (inside and len(found[0]) != 2):
            yield found.start(), found.end(), ""
