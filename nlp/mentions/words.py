"""What single words tell about a name: «межправительственное» соглашение, but not «новое»."""

from __future__ import annotations

from functools import lru_cache

from nlp.knowledge import lists
from nlp.knowledge.dictionary import fold, parse

PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn", "Abbr")
UNTELLING = ("Apro", "Anum", "Supr")


@lru_cache(maxsize=4096)
def is_telling(text: str) -> bool:
    """Does an adjective say which one is meant? Pronouns, ordinals, superlatives and listed ones do not."""
    readings = [reading for reading in parse(text.lower()) if "ADJF" in reading.tag]
    if text[:1].isupper():
        return True
    if not readings or any(tag in readings[0].tag for tag in UNTELLING):
        return False
    return fold(readings[0].normal_form) not in _plain()


@lru_cache(maxsize=4096)
def is_common(text: str) -> bool:
    """Can it be a word of no name? «Чад», «Орёл»; not «Минск»."""
    known = [reading for reading in parse(text.lower()) if reading.is_known]
    return any(not any(tag in reading.tag for tag in PROPER) for reading in known)


def _plain() -> frozenset[str]:
    return lists.folded("lexicon/plain_adjectives.txt")
