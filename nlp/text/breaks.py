"""Where the sentences of one line of clean text lie: our rules, then razdel's, the first that decides wins.

razdel (github.com/natasha/razdel) sees ten characters on either side of a stop. Ours look at the sentence: «в июле
2024 г. Республика Беларусь вошла» goes on, «подписан в 2024 г. Документ предусматривает» does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from razdel.segmenters.sentenize import DELIMITER, RULES, SentSplit

from nlp.knowledge.dictionary import parse
from nlp.text.joints import abbreviations

Action = str | None
JOIN, SPLIT = "join", "split"
"""razdel's own names of the two actions."""

_STOP = re.compile(DELIMITER)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT = re.compile(r"\s*(?P<word>[^\W\d_]+)(?P<dot>\.?)")
_LAST = re.compile(r"[^\W\d_]+\Z")
_YEAR = re.compile(r"(?:\d{4}\s*(?:г|гг)|\b[тТ]\.?\s*г)\Z")
_COUNTED = re.compile(r"\d\s*[^\W\d_]+\Z")
_TAIL = re.compile(r"[^,:;()«»\"]*\Z")
_DATELINE = re.compile(
    r"\s*[А-ЯЁA-Z][А-ЯЁA-Zа-яё-]+(?:[\s/-][А-ЯЁA-Z][\w-]+)*,?\s+\d{1,2}\s+\w{3,8}(?:\s+\d{4}(?:\s+г(?:ода)?)?)?\Z"
)
_COPULA = re.compile(r"\s[-–—]\s")
_SIGN = re.compile(r"\s*[/(\-–—]")
FAR = 400
"""Characters of the sentence looked at on either side of a stop."""


class Stop(NamedTuple):
    """A sign that may end a sentence: what stands before it in the sentence, and what follows in the line."""

    left: str
    sign: str
    right: str
    whole: bool


def sentences(line: str) -> Iterator[tuple[int, int]]:
    """Half-open extents of the sentences of a line, in order, without the blanks between them."""
    begin = 0
    for found in _STOP.finditer(line):
        if _decide(line, begin, found) != JOIN:
            yield from _stripped(line, begin, found.end())
            begin = found.end()
    yield from _stripped(line, begin, len(line))


def _stripped(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and line[start].isspace():
        start += 1
    while start < end and line[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _decide(line: str, begin: int, found: re.Match[str]) -> Action:
    start, end = found.span()
    near = max(begin, start - FAR)
    stop = Stop(line[near:start], found[1], line[end : end + FAR], near == begin)
    for rule in OURS:
        if action := rule(stop):
            return action
    split = SentSplit(line[max(0, start - 10) : start], found[1], line[end : end + 10])
    split.buffer = line[begin : min(start, begin + 21)]
    actions = (rule(split) for rule in RULES)
    return next((action for action in actions if action), None)


def inside_word(stop: Stop) -> Action:
    """«mpt.gov.by», «т.г.»: no blank follows."""
    return JOIN if stop.right and not stop.right[0].isspace() and stop.sign in ".?!…" and _glued(stop) else None


def _glued(stop: Stop) -> bool:
    return stop.right[0].isalnum()


def semicolon(stop: Stop) -> Action:
    """«Участвовали Беларусь; Россия; Китай»: a list in one sentence."""
    return JOIN if stop.sign == ";" else None


def dateline(stop: Stop) -> Action:
    """«МИНСК, 17 июня. /БЕЛТА/.»: the agency belongs to it."""
    return JOIN if stop.whole and _SIGN.match(stop.right) and _DATELINE.fullmatch(stop.left) else None


def shortened(stop: Stop) -> Action:
    """«4 авг. – РИА», «см. приложение», «ст. 5»: a sign, a figure or a small letter follows."""
    last = _LAST.search(stop.left) if stop.sign == "." else None
    if last is None or last[0].lower() not in abbreviations():
        return None
    following = stop.right.lstrip()[:1]
    return JOIN if following.islower() or following.isdigit() or following in tuple("–—-/(,;:%") else None


def new_sentence(stop: Stop) -> Action:
    """«за 50 р. Они», «в 2024 г. Также»: a small word has a capital only where a sentence begins."""
    following = _NEXT.match(stop.right)
    if stop.sign != "." or following is None or following["dot"] or not _COUNTED.search(stop.left):
        return None
    word = following["word"]
    return SPLIT if len(word) > 1 and word[0].isupper() and word[1:].islower() and _is_small(word) else None


def year(stop: Stop) -> Action:
    """«в июле 2024 г. Республика вошла» goes on, «подписан в июле 2024 г. Документ предусматривает» does not."""
    following = _NEXT.match(stop.right)
    if stop.sign != "." or following is None or not following["word"][0].isupper() or not _YEAR.search(stop.left):
        return None
    tail = _TAIL.search(stop.left)
    if tail is None or _is_adverbial(tail[0]):
        return JOIN
    following_clause = _clause(stop.right)
    tells = _has_verb(following_clause) or _COPULA.search(following_clause) is not None
    return SPLIT if tells and _has_verb(stop.left) else JOIN


OURS: tuple[Callable[[Stop], Action], ...] = (inside_word, semicolon, dateline, shortened, new_sentence, year)


def _clause(right: str) -> str:
    return re.split(r"[.!?…]\s+(?=[«\"А-ЯЁA-Z])", right, maxsplit=1)[0]


def _is_adverbial(words: str) -> bool:
    """Nothing but a time: «С 17 по 18 июня 2025 г», «В начале июля 2024 г»."""
    return all(
        word.lower() in abbreviations() or _tags(word.lower()) & {"PREP", "time"} for word in _WORD.findall(words)
    )


def _has_verb(words: str) -> bool:
    return any("finite" in _tags(word.lower()) for word in _WORD.findall(words))


def _is_small(word: str) -> bool:
    return bool(_tags(word.lower()) & {"PREP", "CONJ", "PRCL", "NPRO", "ADVB"})


@lru_cache(maxsize=20_000)
def _tags(word: str) -> frozenset[str]:
    """The part of speech of a word, "finite" for a predicate, "time" for a month, a season, a part of a year."""
    best = parse(word)[0]
    tags = {str(best.tag.POS)}
    if tags & {"VERB", "PRTS", "PRED"}:
        tags.add("finite")
    if best.normal_form in times():
        tags.add("time")
    return frozenset(tags)


@lru_cache(maxsize=1)
def times() -> frozenset[str]:
    """Lemmas of which an adverbial of time may consist."""
    from nlp.knowledge.reader import read_lines, resource

    return frozenset(read_lines(resource("text/times.txt")))
