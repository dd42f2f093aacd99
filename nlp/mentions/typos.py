"""Misspelt head words: «Сопещание» is meant as «совещание».

A word is taken for another when the dictionary lacks it, one letter added, lost, swapped or exchanged makes it a head
word, and the same single change makes no other word of the dictionary of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from nlp.knowledge.dictionary import analyzer, fold, parse

SHORTEST = 6
"""Letters in a head word that may be misspelt: shorter words have too many neighbours."""
LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюя"


class Typos:
    """Head words by what is left of them when one letter is lost."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, set[str]] = defaultdict(set)
        for word in {fold(word) for word in words if len(word) >= SHORTEST}:
            for rest in (word, *_shortened(word)):
                self._by_rest[rest].add(word)
        self._longest = max(map(len, self._by_rest), default=0)

    def meant(self, text: str) -> str | None:
        """The head word meant by an unknown word, `None` for a known one or when there is doubt."""
        readings = parse(text.lower()) if len(text) >= SHORTEST else ()
        if not readings or any(reading.is_known for reading in readings):
            return None
        for lemma in dict.fromkeys(fold(reading.normal_form) for reading in readings):
            close = [word for word in self._near(lemma) if _one_change(lemma, word)]
            if len(close) == 1 and _neighbours(lemma) <= {close[0]}:
                return close[0]
        return None

    def _near(self, lemma: str) -> set[str]:
        """Head words that share with it what is left when each loses one letter at most."""
        if len(lemma) > self._longest + 1:
            return set()
        return {word for rest in (lemma, *_shortened(lemma)) for word in self._by_rest.get(rest, ())}


def _shortened(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _one_change(left: str, right: str) -> bool:
    """Is the Damerau distance of the two words one?"""
    if len(left) == len(right):
        differ = [place for place in range(len(left)) if left[place] != right[place]]
        if len(differ) == 2 and differ[1] == differ[0] + 1:
            return left[differ[0]] == right[differ[1]] and left[differ[1]] == right[differ[0]]
        return len(differ) == 1
    short, long = sorted((left, right), key=len)
    return len(long) == len(short) + 1 and short in _shortened(long)


@lru_cache(maxsize=1024)
def _neighbours(word: str) -> frozenset[str]:
    """The dictionary forms one change away from `word` that the dictionary has."""
    return frozenset(fold(each) for each in _changes(word) if _is_lemma(each))


def _is_lemma(word: str) -> bool:
    return analyzer().word_is_known(word) and any(reading.normal_form == word for reading in parse(word))


def _changes(word: str) -> Iterator[str]:
    yield from _shortened(word)
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        for letter in LETTERS:
            yield head + letter + tail
            if tail and letter != tail[0]:
                yield head + letter + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
