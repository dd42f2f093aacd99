"""The word after a run: the grammar does not know it, but what it is may tell what the last word of the run means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from nlp.knowledge.dictionary import parse
from nlp.mentions.cascade.numbers import KINDS

WORD, COUNTED, INANIMATE = "word", "counted", "inanimate"
CARDINALS = frozenset(kind for kind in KINDS if kind.startswith("n"))
UNLIKELY = 0.1
"""A reading below this share of the uses of a word is left aside: «готов» as the genitive of «гот»."""
_CLAUSE = re.compile(r"([^\W\d_]+)(?: [^\W\d_]+)*")
_WORDS = re.compile(r"[^\W\d_]+")
_NOMINAL = frozenset({"NOUN", "ADJF"})
KEPT = 20_000
"""How many words are remembered by each test."""


@lru_cache(maxsize=KEPT)
def is_counted(word: str) -> bool:
    """Whether a word can be what a number counts: «экземпляров», «рублям», but not «Россия» or «состоялся»."""
    readings = [reading.tag for reading in parse(word.lower())[:3] if reading.score > UNLIKELY]
    plural = any(tag.POS in _NOMINAL and tag.number == "plur" and tag.case not in {"nomn", "accs"} for tag in readings)
    return plural or (word.islower() and bool(readings) and _is_genitive_thing(readings[0]))


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
        tag = parse(word.lower())[0].tag
        if tag.POS != "ADJF" or word[0].isupper():
            return tag.POS == "NOUN" and tag.animacy == "inan" and not word[0].isupper()
    return False


TESTS: dict[str, Callable[[str], bool]] = {COUNTED: is_counted, "genitive": is_genitive, INANIMATE: is_inanimate}


def following(words: str, last: str, asks: Mapping[str, str]) -> str:
    """The kind of an unknown word after a node of kind `last`: "counted" after a number, what is asked, or "word"."""
    test = COUNTED if last in CARDINALS else asks.get(last)
    clause = _CLAUSE.match(words)
    if test is None or clause is None:
        return WORD
    return test if TESTS[test](clause[0] if test == INANIMATE else clause[1]) else WORD
