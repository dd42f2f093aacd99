"""Which way a clause looks, for «в четверг» and «16 июня»: the convention of the news."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal, cast

import msgspec

from nlp.entities.temporal.place import Direction
from nlp.knowledge.dictionary import fold, parse
from nlp.knowledge.reader import read_lines, read_table, resource

ANNOUNCES, ASIDE = 2, 3
FINITE = frozenset({"VERB", "PRTF"})
REACH = 160
"""How many characters to either side of a date its verb may stand."""
_WORD = re.compile(r"[а-яё]{3,}", re.IGNORECASE)
_EDGE = re.compile(r"[.!?…]\s+(?=[«\"A-ZА-ЯЁ])|[;\n]")


def direction(text: str, start: int, end: int) -> Direction | None:
    """-1 for the past, 1 for the future, 0 for the present, which takes the nearest day; `None` when nothing tells.

    «Форум пройдёт 20 июня» → 1, «Форум прошёл 20 июня» → -1. The verb or the word of announcing that stands nearest
    decides.
    """
    before, after = _clause(text, start, end)
    found = [(len(before) - place, look) for place, look in _looks(before)] + _looks(after)
    nearest = min(found)[1] if found else None
    return 1 if nearest == ANNOUNCES else cast("Direction | None", nearest)


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The text of the sentence before and after the expression, as far as its verb may stand."""
    before = text[max(0, start - REACH) : start]
    edges = [match.end() for match in _EDGE.finditer(before)]
    after = text[end : end + REACH]
    edge = _EDGE.search(after)
    return before[edges[-1] if edges else 0 :], after[: edge.start() if edge else None]


def _looks(stretch: str) -> list[tuple[int, int]]:
    """Where a word tells the time, and which; «будет подписан» is one future, not a future and a past."""
    found: list[tuple[int, int]] = []
    will = False
    finals = _finals()
    for match in _WORD.finditer(stretch):
        word = match[0].lower()
        if not word.endswith(finals):
            continue
        look, short = word_look(word)
        if look is not None:
            found.append((match.start(), 1 if short and will and look < 0 else look))
        will = look == 1 if not short else False
    return found


@lru_cache(maxsize=1 << 14)
def word_look(word: str) -> tuple[int | None, bool]:
    """-1, 0, 1 for a verb by its tense, `ANNOUNCES` for a word that announces («запланирован»), `None` for any other.

    With it, whether the word is a short participle («подписан»), which takes its tense from «будет» before it.
    """
    reading = parse(word)[0]
    tag = reading.tag
    if tag.POS in FINITE or tag.POS in {"PRTS", "ADJF", "ADJS"}:
        look = look_of_lemma(reading.normal_form, str(tag.POS), tag.person == "1per")
        if look == ASIDE or (look == ANNOUNCES and _is_ahead(tag)) or (look == -1 and tag.tense == "pres"):
            return (None if look == ASIDE else look), False
    return _tense(tag), tag.POS == "PRTS"


def _is_ahead(tag: Any) -> bool:
    """What was planned or could be, is told as past."""
    return not (tag.POS == "VERB" and tag.tense == "past")


def look_of_lemma(lemma: str, form: str, first_person: bool) -> int | None:
    """`ANNOUNCES`, -1 for a verb of reporting, `ASIDE` for the writer's own «напомним»; `None` for any other word."""
    words = _looks_of_words()
    told = words.get((fold(lemma), form)) or words.get((fold(lemma), None))
    if told == "aside":
        return ASIDE if first_person else None
    return {"future": ANNOUNCES, "past": -1, None: None}[told]


def _tense(tag: Any) -> int | None:
    """Of a finite verb or a participle; a short one is past."""
    if tag.POS == "PRTS":
        return -1
    if tag.POS not in FINITE or tag.mood == "impr":
        return None
    return {"past": -1, "pres": 0, "futr": 1}[tag.tense]


@lru_cache(maxsize=1)
def _finals() -> tuple[str, ...]:
    return read_lines(resource("calendar/finals.txt"))


class Look(msgspec.Struct, frozen=True):
    """A row of the table of words that tell which way a clause looks."""

    word: str
    look: Literal["past", "future", "aside"]
    form: str | None


@lru_cache(maxsize=1)
def _looks_of_words() -> dict[tuple[str, str | None], str]:
    rows = read_table(resource("calendar/looks.tsv"), Look)
    return {(fold(row.word), row.form): row.look for row in rows}
