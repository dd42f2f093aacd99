"""What a stretch of words is, by the dictionary alone: whether it has a predicate, whether it only says when."""

from __future__ import annotations

import re
from functools import lru_cache

from nlp.knowledge import lists
from nlp.knowledge.dictionary import parse
from nlp.text.joints import abbreviations

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_END = re.compile(r"[.!?…]\s+(?=[«\"А-ЯЁA-Z])")
_COPULA = re.compile(r"\s[-–—]\s")


def first_clause(words: str) -> str:
    """What comes before the first full stop: «Документ подписан. Он…» → «Документ подписан»."""
    return _END.split(words, maxsplit=1)[0]


def is_adverbial(words: str) -> bool:
    """Nothing but a time: «С 17 по 18 июня 2025 г», «В начале июля 2024 г»."""
    every = [word.lower() for word in _WORD.findall(words)]
    return all(word in abbreviations() or tags(word) & {"PREP", "time"} for word in every)


def has_verb(words: str) -> bool:
    """A finite verb or a short participle: «подписан», «вошла»."""
    return any("finite" in tags(word.lower()) for word in _WORD.findall(words))


def tells(words: str) -> bool:
    """A predicate or a dash in its place: «Общая площадь – 5,7 млн га»."""
    return has_verb(words) or _COPULA.search(words) is not None


def is_small(word: str) -> bool:
    """A word that is no name and no noun, so that only the start of a sentence gives it a capital: «Также», «Он»."""
    return bool(tags(word.lower()) & {"PREP", "CONJ", "PRCL", "NPRO", "ADVB"})


@lru_cache(maxsize=1 << 11)
def tags(word: str) -> frozenset[str]:
    """The part of speech of a word, "finite" for a predicate, "time" for a month, a season, a part of a year."""
    best = parse(word)[0]
    found = {str(best.tag.POS)}
    if found & {"VERB", "PRTS", "PRED"}:
        found.add("finite")
    if best.normal_form in _times():
        found.add("time")
    return frozenset(found)


def _times() -> frozenset[str]:
    return lists.words("text/times.txt")
