"""What single words tell about a name: «межправительственное» соглашение, but not «новое»."""

from __future__ import annotations

from functools import lru_cache

from nlp.knowledge.dictionary import fold, parse
from nlp.knowledge.reader import read_lines, resource

UNTELLING = ("Apro", "Anum", "Supr", "Qual")


@lru_cache(maxsize=4096)
def is_telling(text: str) -> bool:
    """Does an adjective say which one, so that it is a part of the name? Qualities, pronouns and ordinals do not."""
    readings = [reading for reading in parse(text.lower()) if "ADJF" in reading.tag]
    if text[:1].isupper():
        return True
    return bool(readings) and not any(tag in readings[0].tag for tag in UNTELLING) and not _is_plain(readings[0].normal_form)


def _is_plain(lemma: str) -> bool:
    return fold(lemma) in _plain()


@lru_cache(maxsize=1)
def _plain() -> frozenset[str]:
    return frozenset(fold(word) for word in read_lines(resource("lexicon/plain_adjectives.txt")))
