"""Where the sentences of one line of clean text lie: our rules, then razdel's, the first that decides wins.

razdel (github.com/natasha/razdel) sees ten characters on either side of a stop. Ours look at the sentence: «в июле
2024 г. Республика Беларусь вошла» goes on, «подписан в 2024 г. Документ предусматривает» does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from razdel.segmenters.sentenize import DELIMITER, RULES, SentSplit

from nlp.text.clauses import first_clause, has_verb, is_adverbial, is_small, tells
from nlp.text.joints import abbreviations

Action = str | None
JOIN, SPLIT = "join", "split"
"""razdel's own names of the two actions."""

_STOP = re.compile(DELIMITER)
_NEXT = re.compile(r"\s*(?P<word>[^\W\d_]+)(?P<dot>\.?)")
_LAST = re.compile(r"[^\W\d_]+\Z")
_YEAR = re.compile(r"(?:\d{4}\s*(?:г|гг)|\b[тТ]\.?\s*г)\Z")
_UNIT = re.compile(r"\d\s*[^\W\d_]+\Z|[&+/-][A-ZА-ЯЁ]\Z")
_SMALL_NEXT = re.compile(r"\s*[^\W\d_]\s+[а-яё]")
_CLOSING = re.compile(r"[»”\"]")
_CLOSING_ONLY = re.compile(r"[»”]")
_TAIL = re.compile(r"[^,:;()«»\"]*\Z")
_DATELINE = re.compile(
    r"\s*[А-ЯЁA-Z][А-ЯЁA-Zа-яё-]+(?:[\s/-][А-ЯЁA-Z][\w-]+)*,?\s+\d{1,2}\s+\w{3,8}(?:\s+\d{4}(?:\s+г(?:ода)?)?)?\Z"
)
_SIGN = re.compile(r"\s*[/(\-–—]")
TITLE = 80
"""Characters within which a quoted name ends."""
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


def without_blank(stop: Stop) -> Action:
    """«вместо Кудрина.Также он», «в компании.Министр» lack a blank; «mpt.gov.by», «т.г.», «Лента.Ру» do not."""
    if stop.sign not in ".?!…" or stop.right[:1].isspace():
        return None
    following = _NEXT.match(stop.right)
    if following is None:
        return None
    last, word = _last(stop.left), following["word"]
    if last is None or following["dot"] or len(last[0]) < 3 or not (word[0].isupper() and word[1:].islower()):
        return JOIN
    begins = _is_russian(word) and (is_small(word) or (len(word) > 2 and last[0].islower()))
    return SPLIT if begins and last[0].lower() not in abbreviations() else JOIN


def _last(left: str) -> re.Match[str] | None:
    """The word at the very end; a search from the start would try every letter."""
    return _LAST.search(left, left.rfind(" ") + 1)


def _is_russian(word: str) -> bool:
    return all("Ѐ" <= sign <= "ӿ" for sign in word)


def in_title(stop: Stop) -> Action:
    """«редактора газеты "Городские вести. Минск"»: a quotation without a predicate is a name and no speech."""
    opening = max(stop.left.rfind(sign) for sign in "«“„")
    if stop.left.count('"') % 2:
        opening = max(opening, stop.left.rfind('"'))
    closing = _CLOSING.search(stop.right) if opening >= 0 else None
    if closing is None or _CLOSING_ONLY.search(stop.left, opening + 1) or closing.start() > TITLE:
        return None
    return None if has_verb(stop.left[opening:]) or has_verb(stop.right[: closing.start()]) else JOIN


def semicolon(stop: Stop) -> Action:
    """«Участвовали Беларусь; Россия; Китай»: a list in one sentence."""
    return JOIN if stop.sign == ";" else None


def dateline(stop: Stop) -> Action:
    """«МИНСК, 17 июня. /БЕЛТА/.»: the agency belongs to it."""
    return JOIN if stop.whole and _SIGN.match(stop.right) and _DATELINE.fullmatch(stop.left) else None


def shortened(stop: Stop) -> Action:
    """«4 авг. – РИА», «см. приложение», «ст. 5»: a sign, a figure or a small letter follows."""
    last = _last(stop.left) if stop.sign == "." else None
    if last is None or last[0].lower() not in abbreviations():
        return None
    following = stop.right.lstrip()[:1]
    return JOIN if following.islower() or following.isdigit() or following in tuple("–—-/(,;:%") else None


def new_sentence(stop: Stop) -> Action:
    """«за 50 р. Они», «8 G. Из-за», «M&A. В преддверии»: a small word has a capital only where a sentence begins."""
    following = _NEXT.match(stop.right)
    if stop.sign != "." or following is None or following["dot"]:
        return None
    word = following["word"]
    if not (word[0].isupper() and word[1:] == word[1:].lower() and is_small(word)):
        return None
    alone = len(word) == 1 and not _SMALL_NEXT.match(stop.right)
    return SPLIT if not alone and _UNIT.search(stop.left) else None


def year(stop: Stop) -> Action:
    """«в июле 2024 г. Республика вошла» goes on, «подписан в июле 2024 г. Документ предусматривает» does not."""
    if stop.sign != "." or not stop.left.endswith("г") or not _YEAR.search(stop.left):
        return None
    following = _NEXT.match(stop.right)
    if following is None or not following["word"][0].isupper():
        return None
    tail = _TAIL.search(stop.left)
    if tail is None or is_adverbial(tail[0]):
        return JOIN
    return SPLIT if tells(first_clause(stop.right)) and has_verb(stop.left) else JOIN


OURS: tuple[Callable[[Stop], Action], ...] = (
    in_title,
    without_blank,
    semicolon,
    dateline,
    shortened,
    new_sentence,
    year,
)
