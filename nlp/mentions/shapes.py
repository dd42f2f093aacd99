"""What the look of a single word can tell a pattern: «NOUN.small», «ANY.latin», «ADJ.telling»."""

from __future__ import annotations

import re
from collections.abc import Callable

from nlp.mentions.words import is_telling

ORDINAL = re.compile(r"\d+-[а-яё]{1,3}$|[IVXLC]+$")


def _is_small(text: str) -> bool:
    return text[:1].islower()


def _is_capital(text: str) -> bool:
    return text[:1].isupper()


def _is_upper(text: str) -> bool:
    return text.isupper() and len(text) > 1


def _is_latin(text: str) -> bool:
    return text[:1].isalpha() and text[:1].isascii()


def _is_digit(text: str) -> bool:
    return text[:1].isdigit()


def _is_ordinal(text: str) -> bool:
    return bool(ORDINAL.match(text))


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isupper()


LOOKS: dict[str, Callable[[str], bool]] = {
    "small": _is_small,
    "capital": _is_capital,
    "upper": _is_upper,
    "latin": _is_latin,
    "digit": _is_digit,
    "ordinal": _is_ordinal,
    "letter": _is_letter,
    "telling": is_telling,
}
"""Shapes that the word alone decides."""
SHAPES = frozenset({*LOOKS, "animate", "inner"})
"""Also «animate»: one person may be meant («президента»); «inner»: capital, though not at the start of a sentence."""
