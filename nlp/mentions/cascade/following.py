"""The word after a run: the grammar does not know it, but what it is may tell what the last word of the run means."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from nlp.knowledge.dictionary import parse

WORD, COUNTED, INANIMATE = "word", "counted", "inanimate"
UNLIKELY = 0.1
"""A reading below this share of the uses of a word is left aside: «готов» as the genitive of «гот»."""
_CLAUSE = re.compile(r"([^\W\d_]+)(?: [^\W\d_]+)*")
_WORDS = re.compile(r"[^\W\d_]+")
_NOMINAL = frozenset({"NOUN", "ADJF"})
KEPT = 1 << 13
"""How many words are remembered by each test."""


@lru_cache(maxsize=KEPT)
def is_counted(word: str) -> bool:
    """Whether a word can be what a number counts: «экземпляров», «рублям», but not «Россия» or «состоялся»."""
    if word[0].isupper():
        return False
    readings = [reading.tag for reading in parse(word.lower())[:3] if reading.score > UNLIKELY]
    plural = any(tag.POS in _NOMINAL and tag.number == "plur" and tag.case not in {"nomn", "accs"} for tag in readings)
    return plural or (bool(readings) and _is_genitive_thing(readings[0]))


def _is_genitive_thing(tag: Any) -> bool:
    """«экземпляра» after 2, 3, 4."""
    return bool(tag.POS == "NOUN" and tag.case == "gent" and tag.animacy == "inan")


@lru_cache(maxsize=KEPT)
def is_genitive(word: str) -> bool:
    """Whether a word is most likely a genitive: «выборов»."""
    tag = parse(word.lower())[0].tag
    return bool(tag.POS in _NOMINAL and tag.case == "gent")


@lru_cache(maxsize=KEPT)
def is_inanimate(words: str) -> bool:
    """Whether a noun of a thing follows, after an adjective at most: «тюремный срок», but not «актёр» or «Бубка»."""
    for word in _WORDS.findall(words)[:2]:
        if word[0].isupper():
            return False
        tag = parse(word)[0].tag
        if tag.POS != "ADJF":
            return bool(tag.POS == "NOUN" and tag.animacy == "inan")
    return False


TESTS: dict[str, Callable[[str], bool]] = {COUNTED: is_counted, "genitive": is_genitive, INANIMATE: is_inanimate}


def following(words: str, asked: str | None) -> str:
    """The kind of an unknown word: what is asked, when it is so, else "word"; only then the dictionary is opened."""
    clause = _CLAUSE.match(words) if asked else None
    if asked is None or clause is None:
        return WORD
    return asked if TESTS[asked](clause[0] if asked == INANIMATE else clause[1]) else WORD
