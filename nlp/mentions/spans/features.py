"""Words in, numbers out: what the span model sees. Training and running read words with this code alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from nlp.knowledge.dictionary import parse
from nlp.mentions.spans.tables import Tables
from nlp.morphology.encoder import shape_of

Integers: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
VECTORS = 300
"""Numbers of navec's vector of a word: the first columns of what `letopis_network` leaves."""
LETTERS = 18
"""Letters of a word that are read; of a longer one the first and the last nine."""
BUCKETS = 8192
READ = 6
"""Readings of the dictionary that count."""
MARKS = ("Name", "Surn", "Geox", "Orgn", "Abbr")
"""pymorphy3's marks of first names, surnames, places, organisations, abbreviations."""


class Forms(NamedTuple):
    """One row a form: what a word brings wherever it stands.

    `vectors` 300 numbers; `shapes` one; `letters` 18; `readings` 0 or 1 for each reading and mark; `endings` three
    buckets.
    """

    vectors: Floats
    shapes: Integers
    letters: Integers
    readings: Floats
    endings: Integers


class Reader:
    """Reads forms by the tables of a model."""

    def __init__(self, tables: Tables) -> None:
        self.letters, self.shapes = tables.letter_ids(), tables.shape_ids()
        self.readings = tables.reading_ids()

    def read(self, forms: Sequence[str], vectors: NDArray[Any]) -> Forms:
        """«Министр», «Павел», «Ткач» with their vectors: three rows."""
        return Forms(
            vectors=vectors.astype(np.float32),
            shapes=np.array([self.shapes[shape_of(form)] for form in forms], dtype=np.int64),
            letters=_rows([self._letters(form) for form in forms], LETTERS),
            readings=self._readings(forms),
            endings=_rows([endings(form) for form in forms], 3),
        )

    def _letters(self, form: str) -> list[int]:
        known = [self.letters.get(letter, 1) for letter in cut(form)]
        return known + [0] * (LETTERS - len(known))

    def _readings(self, forms: Sequence[str]) -> Floats:
        width = len(self.readings) + len(MARKS)
        found = np.zeros(len(forms) * width, dtype=np.float32)
        found[[row * width + column for row, form in enumerate(forms) for column in self._columns(form)]] = 1
        return found.reshape(len(forms), width)

    def _columns(self, form: str) -> list[int]:
        said, marks, _ = dictionary(form.lower())
        read = [self.readings[each] for each in said if each in self.readings]
        return read + [len(self.readings) + place for place, marked in enumerate(marks) if marked]


def cut(word: str) -> str:
    """«железнодорожниками» → «железнодоожниками»: the middle of a long word is left out."""
    return word if len(word) <= LETTERS else word[: LETTERS // 2] + word[-(LETTERS // 2) :]


def endings(word: str) -> tuple[int, int, int]:
    """Buckets of the last three letters, the last four, the first four: «минску» → «ску», «нску», «минс»."""
    low = word.lower()
    return _bucket("s" + low[-3:]), _bucket("l" + low[-4:]), _bucket("p" + low[:4])


def _bucket(part: str) -> int:
    return crc32(part.encode()) % BUCKETS


@lru_cache(maxsize=1 << 14)
def dictionary(word: str) -> tuple[tuple[str, ...], tuple[bool, ...], str]:
    """Readings, marks and lemma of a word in lower case: «минска» → (NOUN|gent|sing, …), Geox, «минск»."""
    found = parse(word)
    said = sorted({reading(each.tag) for each in found[:READ]})
    borne = frozenset[str]().union(*(each.tag.grammemes for each in found))
    return tuple(said), tuple(mark in borne for mark in MARKS), found[0].normal_form if found else word


@lru_cache(maxsize=1 << 12)
def reading(tag: Any) -> str:
    """Part of speech, case and number: «NOUN|gent|sing», «VERB|None|plur»."""
    return f"{tag.POS}|{tag.case}|{tag.number}"


def groups(words: Sequence[str]) -> list[int]:
    """«Ткач … Ткача … он» → 0, 0, 1: words with a capital letter share a number with those of the same lemma."""
    seen: dict[str | int, int] = {}
    return [seen.setdefault(_shared(word) or place, len(seen)) for place, word in enumerate(words)]


@lru_cache(maxsize=1 << 14)
def _shared(word: str) -> str:
    """The lemma of a word with a capital letter; nothing for another: it is in a group of its own."""
    return dictionary(word.lower())[2] if len(word) > 2 and word[0].isupper() else ""


def together(groups: Integers) -> tuple[Integers, Integers]:
    """The words that are not alone in their group, and the number of each one's group: 5, 7, 5 → 0, 2; 0, 0."""
    _, numbers, counts = np.unique(groups, return_inverse=True, return_counts=True)
    (repeated,) = np.nonzero(counts[numbers] > 1)
    return repeated, np.unique(numbers[repeated], return_inverse=True)[1]


def _rows(rows: Sequence[Sequence[int]], width: int) -> Integers:
    return np.array(rows, dtype=np.int64).reshape(len(rows), width)
