"""Which way a clause looks, for «в четверг» and «16 июня»: the convention of the news."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, cast

from nlp.knowledge.dictionary import analyzer
from nlp.knowledge.reader import read_lines, resource

Direction = Literal[-1, 0, 1]
ANNOUNCES = 2
REACH = 160
"""How many characters to either side of a date its verb may stand."""
_WORD = re.compile(r"[а-яё]+(?:-[а-яё]+)?", re.IGNORECASE)
_EDGE = re.compile(r"[.!?…]\s+(?=[«\"A-ZА-ЯЁ])|[;\n]")


def direction(text: str, start: int, end: int) -> Direction | None:
    """-1 for the past, 1 for the future, 0 for the present, which takes the nearest day; `None` when nothing tells.

    «Форум пройдёт 20 июня» → 1, «Форум прошёл 20 июня» → -1. The verb that stands nearest decides; a word of announcing
    anywhere in the clause makes it the future.
    """
    before, after = _clause(text, start, end)
    found = [(len(before) - place, look) for place, look in _looks(before)] + _looks(after)
    if any(look == ANNOUNCES for _, look in found):
        return 1
    return cast("Direction", min(found)[1]) if found else None


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The text of the sentence before and after the expression, as far as its verb may stand."""
    before = text[max(0, start - REACH) : start]
    edges = [match.end() for match in _EDGE.finditer(before)]
    after = text[end : end + REACH]
    edge = _EDGE.search(after)
    return before[edges[-1] if edges else 0 :], after[: edge.start() if edge else None]


def _looks(stretch: str) -> list[tuple[int, int]]:
    """Where a word tells the time, and which."""
    words = ((match.start(), word_look(match[0].lower())) for match in _WORD.finditer(stretch))
    return [(place, look) for place, look in words if look is not None]


@lru_cache(maxsize=50_000)
def word_look(word: str) -> int | None:
    """-1, 0, 1 for a finite verb by its tense, `ANNOUNCES` for a word that announces («запланирован»), `None` for any other."""
    parse = analyzer().parse(word)[0]
    if parse.normal_form in _announcing():
        return ANNOUNCES
    tag = parse.tag
    if tag.POS == "PRTS" or (tag.POS == "VERB" and tag.tense == "past"):
        return -1
    if tag.POS != "VERB" or tag.mood == "impr":
        return None
    return 1 if tag.tense == "futr" else 0


@lru_cache(maxsize=1)
def _announcing() -> frozenset[str]:
    return frozenset(read_lines(resource("calendar/announcing.txt")))
