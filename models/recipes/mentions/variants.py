"""The same text as it may come: in capitals, without any, with slips of the keyboard and broken lines.

No variant moves an offset, so that the marks of the original hold. Chance is seeded by the name of the document.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Final

SLIPS: Final = 0.06
"""The share of words with a slip."""
BREAKS: Final = 0.08
"""The share of spaces that a line break replaces."""


def plain(text: str, name: str) -> str:
    """As it is."""
    return text


def capitals(text: str, name: str) -> str:
    """«Павел Ткач в Минске» → «ПАВЕЛ ТКАЧ В МИНСКЕ»; a letter whose capital is two letters stays."""
    return "".join(each.upper() if len(each.upper()) == 1 else each for each in text)


def lower(text: str, name: str) -> str:
    """«Павел Ткач в Минске» → «павел ткач в минске»."""
    return "".join(each.lower() if len(each.lower()) == 1 else each for each in text)


def worn(text: str, name: str) -> str:
    """«Павел Ткач» → «Пвел аТкач» and the like: letters swapped or struck beside, lines broken between words."""
    chance = random.Random(f"worn {name}")  # noqa: S311  nothing secret
    letters = list(text)
    for place in range(1, len(letters) - 1):
        if letters[place] == " " and letters[place - 1].isalpha() and chance.random() < BREAKS:
            letters[place] = "\n"
        elif _inside(letters, place) and chance.random() < SLIPS / 4:
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return "".join(letters)


def _inside(letters: list[str], place: int) -> bool:
    """Between two small letters that stand in one word: capitals stay where they are."""
    return all(each.isalpha() and each.islower() for each in letters[place - 1 : place + 2])


VARIANTS: Final[Mapping[str, Callable[[str, str], str]]] = {
    "plain": plain,
    "capitals": capitals,
    "lower": lower,
    "worn": worn,
}
