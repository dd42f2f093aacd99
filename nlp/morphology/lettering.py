"""Letter case and quotation marks of a changed phrase."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

STRAIGHT = '"'
OPENING = "«„"
MARKS = "«»“”„" + STRAIGHT


def like(word: str, model: str) -> str:
    """`word` in the letter case of `model`, part by part: «нью-йорк» like «Нью-Йорке» → Нью-Йорк.

    Capitals inside are kept as far as both spell alike: «мегафон» like «МегаФону» → МегаФон.
    """
    ours, theirs = word.split("-"), model.split("-")
    if len(ours) != len(theirs):
        return _like(word, model)
    return "-".join(_like(part, other) for part, other in zip(ours, theirs, strict=True))


def _like(word: str, model: str) -> str:
    if word.lower() == model.lower():
        return model
    if len(model) > 1 and model[:2].isupper():
        return word.upper()
    if model[:1].isupper():
        shared = max(1, _shared(word.lower(), model.lower()))
        return f"{word[:1].upper()}{model[1:shared]}{word[shared:]}"
    return word


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def quoted(pieces: Iterable[str]) -> str:
    """The pieces as one string, every pair of quotation marks as «…»; a mark without its pair is dropped.

    Where two closing marks meet, papers print one: «АО «НК «Заря»» → АО «НК «Заря»».
    """
    text = " ".join("".join(pieces).split())
    letters, opened = list(text), list[int]()
    for index, letter in enumerate(text):
        if letter not in MARKS:
            continue
        if _opens(text, index, opened):
            opened.append(index)
        elif opened:
            letters[opened.pop()], letters[index] = "«", "»"
        else:
            letters[index] = ""
    for index in opened:
        letters[index], end = ("«", "»") if _shares_its_end(letters, index) else ("", "")
        letters.append(end)
    return " ".join("".join(letters).replace("« ", "«").replace(" »", "»").split())


def _shares_its_end(letters: Sequence[str], index: int) -> bool:
    """Whether other words stand before the next mark, and the last of all letters closes that."""
    return letters[-1] == "»" and letters[index + 1 : index + 2] != ["«"]


def _opens(text: str, index: int, opened: list[int]) -> bool:
    """Straight marks open at the start, after a blank or a bracket; “ closes what „ has opened."""
    if text[index] == "“":
        return not (opened and text[opened[-1]] == "„")
    if text[index] == STRAIGHT:
        return index == 0 or (text[index - 1] in ' («"' and index - 1 in (*opened, -1, *_blanks(text, index)))
    return text[index] in OPENING


def _blanks(text: str, index: int) -> tuple[int, ...]:
    return (index - 1,) if text[index - 1] in " (" else ()
