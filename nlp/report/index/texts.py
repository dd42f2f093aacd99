"""The words of all texts with the documents that they stand in, in small files that the index reads when asked.

«переговоры» stands under «пе» as «переговор»: eight letters at most, since a search is for the beginning of a word.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator
from itertools import pairwise

from nlp.knowledge.dictionary import fold

_WORD = re.compile(r"[^\W_]{3,}")
LETTERS, HEAD = 8, 2
"""Letters of a word that are kept, and those that name its file."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Texts:
    """The words of the documents, added in the order of their numbers."""

    def __init__(self) -> None:
        self.places: dict[str, array[int]] = {}

    def add(self, number: int, text: str) -> None:
        """Take in the text of one document."""
        for word in {fold(word)[:LETTERS] for word in _WORD.findall(text)}:
            self.places.setdefault(word, array("L")).append(number)

    def heads(self) -> list[str]:
        """The beginnings of words that have a file: «пе»."""
        return sorted({word[:HEAD] for word in self.places})

    def files(self) -> Iterator[tuple[str, str]]:
        """Each file's name without its suffix, and its script: «пе» is 043f-0435."""
        shelves: dict[str, dict[str, str]] = {}
        for word in sorted(self.places):
            shelves.setdefault(word[:HEAD], {})[word] = _steps(self.places[word])
        for head, words in shelves.items():
            written = json.dumps(words, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
            yield (
                "-".join(f"{ord(letter):04x}" for letter in head),
                f'letopis.texts.got("{head}",{written})\n',
            )


def _steps(numbers: array[int]) -> str:
    """The step from each number to the next, in base 36: 3, 5, 50 → «3 2 19»."""
    return " ".join(_base36(step) for step in (numbers[0], *(after - at for at, after in pairwise(numbers))))


def _base36(number: int) -> str:
    digits = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return DIGITS[number] + digits
