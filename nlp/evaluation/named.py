"""The proper names of a record, as corpora of names mark them: people, places and bodies, flat, by their names alone.

A record holds more: «правительство», «он», «белорусский», «аэропорт Минска». Such a corpus has the name in them or
nothing, and leaves out the quotes around a name. Conventions: Piskorski et al., SlavicNER annotation guidelines, 2024;
Mozharova and Loukachevitch, Two-stage approach in Russian named entity recognition, 2016 (Collection5).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from nlp.entities.taken_up import RULE as COMMON_NOUN
from nlp.knowledge.dictionary import parse
from nlp.knowledge.reader import read_lines
from nlp.mentions.quotes import CLOSING, OPENING
from nlp.mentions.resolve import COARSE
from nlp.output.extents import Extent
from nlp.schema import Mention, Record

_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_LEARNED = "spans"
"""The rule of mentions that nothing but the model tells: its adjectives are not marked as such."""


def named(record: Record) -> list[Extent]:
    """The outermost names in the order of the text: PER, LOC, ORG, as code points."""
    found = [each for each in record.mentions if each.label in COARSE and _is_name(each)]
    flat: list[Extent] = []
    for each in found:
        if (not flat or each.start >= flat[-1].end) and not _describes(each, found):
            flat.append(_unquoted(each))
    return flat


def _is_name(mention: Mention) -> bool:
    """A capital letter, and no adjective of a place, pronoun or noun alone: not «Он», «Ирландская», «Банк»."""
    if mention.rule == COMMON_NOUN or not any(letter.isupper() for letter in mention.text):
        return False
    words = _WORDS.findall(mention.text)
    if len(words) != 1:
        return bool(words)
    return not (_is_pronoun(words[0]) or (COARSE[mention.label] == "LOC" and _is_adjective(mention, words[0])))


def _is_pronoun(word: str) -> bool:
    return "NPRO" in parse(word)[0].tag or "Apro" in parse(word)[0].tag


def _is_adjective(mention: Mention, word: str) -> bool:
    learned = mention.rule == _LEARNED and parse(word)[0].tag.POS in _ADJECTIVES
    return learned or mention.rule.endswith("-adjective")


def _describes(mention: Mention, names: Sequence[Mention]) -> bool:
    """Whether the words only lead to a name inside: «аэропорт Минска», «Власти Пакистана»."""
    words = _WORDS.findall(mention.text)
    place = COARSE[mention.label] == "LOC" and words[0][:1].islower()
    body = COARSE[mention.label] == "ORG" and parse(words[0])[0].normal_form in _authorities()
    return (place or body) and any(
        each is not mention and mention.start <= each.start and each.end <= mention.end for each in names
    )


def _unquoted(mention: Mention) -> Extent:
    """«Газпром» → Газпром; ПАО «Газпром» keeps its quotes."""
    start, end, text = mention.start, mention.end, mention.text
    if text[0] in OPENING and (text[-1] in CLOSING or not CLOSING & set(text[1:])):
        start += 1
        end -= text[-1] in CLOSING
    return Extent(start, end, COARSE[mention.label])


@lru_cache(maxsize=1)
def _authorities() -> frozenset[str]:
    return frozenset(read_lines(Path(__file__).with_name("authorities.txt")))
