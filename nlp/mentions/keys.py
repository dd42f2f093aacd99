"""Under which dictionary forms a word is looked up: «Кубы» → куба, куб; and how list items become such forms."""

from __future__ import annotations

import re
from functools import lru_cache

from razdel import tokenize

from nlp.knowledge.dictionary import fold, parse

ABBREVIATION = re.compile(r"^([А-ЯЁA-Z]{2,}(?:[.-][А-ЯЁA-Z]{2,})?)(?:а|у|ом|е|ы|и|ов|ам|ами|ах)?$")


@lru_cache(maxsize=1 << 13)
def word_keys(text: str) -> frozenset[str]:
    """Every form under which a word of a text may stand in a list: itself and the dictionary forms of its readings."""
    lowered = text.lower()
    return frozenset({fold(lowered), *(fold(reading.normal_form) for reading in parse(lowered))})


def item_keys(item: str) -> tuple[frozenset[str], ...]:
    """The words of a list item, which stands in the nominative, each with its keys: «дорожная карта»."""
    return tuple(_nominative_keys(piece.text) for piece in tokenize(item))


def abbreviation(text: str) -> str | None:
    """The abbreviation a word is a form of: «МИДом» → МИД, «США» → США, «Мид» → none."""
    found = ABBREVIATION.match(text) if text[:2].isupper() else None
    return found[1] if found else None


@lru_cache(maxsize=1 << 12)
def is_plural(item: str) -> bool:
    """Is it one common word, listed in the plural? It is looked for in the plural: «выборы»."""
    if not item.isalpha() or not item.islower():
        return False
    readings = [reading for reading in parse(item) if "nomn" in reading.tag]
    return bool(readings) and all("plur" in reading.tag for reading in readings)


def _nominative_keys(word: str) -> frozenset[str]:
    """Only readings that can stand in the nominative, where there are any: «Того» is no form of «тот» here."""
    lowered = word.lower()
    readings = parse(lowered)
    fitting = [each for each in readings if "nomn" in each.tag or "Fixd" in each.tag] or list(readings)
    fitting = [each for each in fitting if "PRTF" not in each.tag] or fitting
    return frozenset({fold(lowered), *(fold(each.normal_form) for each in fitting)})
