"""Which words of a noun phrase change together when the phrase goes into another case.

«первого заместителя Министра связи»: «заместителя» is the head, «первого» agrees with it, and the rest stays as it is.
The head is the first noun from the left: that is surer than the tree; the tree adds what agrees after the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from nlp.knowledge.dictionary import fold, parse
from nlp.knowledge.reader import read_lines, resource
from nlp.morphology.forms import MODIFIERS

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "X", "SYM"})
PASSED = frozenset({"PUNCT", "CCONJ", "ADV", "PART", "NUM"})
"""What may stand among the words before the head: «особо охраняемой», «чрезвычайного и полномочного», «трёх новых»."""
APPOSED = frozenset({"appos", "flat", "flat:name", "compound"})
QUOTES = frozenset("«»“”„\"'")
_ROMAN = re.compile(r"[IVXLC]+")


@dataclass(frozen=True, slots=True)
class Group:
    """A noun and the words that agree with it, as places in the list of words; no noun: adjectives alone."""

    noun: int | None
    modifiers: tuple[int, ...]


def groups(words: Sequence[Token]) -> list[Group]:
    """The head's group first, then those of nouns that stand in the head's case because they are its equals."""
    first = _leading(words)
    if first is None or first.noun is None:
        return [] if first is None else [first]
    head = words[first.noun]
    after = tuple(place for place in _open_places(words, first.noun) if _agrees_after(words[place], head))
    return [Group(first.noun, first.modifiers + after), *_equals(words, first.noun)]


def name_groups(words: Sequence[Token]) -> list[Group]:
    """A person's name: every capitalised word changes by itself, initials and particles do not."""
    return [Group(place, ()) for place, word in enumerate(words) if word.text[:1].isupper() and len(word.text) > 1]


def _leading(words: Sequence[Token]) -> Group | None:
    modifiers: list[int] = []
    for place, word in enumerate(words):
        if _modifies(word, last=place == len(words) - 1):
            modifiers.append(place)
        elif word.pos_ in NOMINAL and not _ROMAN.fullmatch(word.text):
            return _headed(words, place, modifiers)
        elif word.pos_ not in PASSED and not _ROMAN.fullmatch(word.text):
            break
    return Group(None, tuple(modifiers)) if modifiers else None


def _headed(words: Sequence[Token], place: int, modifiers: list[int]) -> Group:
    """The noun found, unless it is another's: «одобренную министерством стратегию», «исполняющего обязанности»."""
    if not modifiers or not _apart(words[modifiers[-1]], words[place]):
        return Group(place, tuple(modifiers))
    *others, last = modifiers
    for later in range(place + 1, len(words)):
        if words[last].head == words[later] and _same(words[last], words[later], "Case"):
            return Group(later, tuple(modifiers))
    return Group(last, tuple(others))


def _apart(word: Token, noun: Token) -> bool:
    """Whether a participle before a noun does not belong to it."""
    if fold(word.text) in forms_of_substantives():
        return True
    return feature(word, "VerbForm") == "Part" and not _same(word, noun, "Case", "Number")


@lru_cache(maxsize=1)
def forms_of_substantives() -> frozenset[str]:
    """Every form of the words in `knowledge/morphology/substantives.txt`."""
    words = read_lines(resource("morphology/substantives.txt"))
    return frozenset(fold(form.word) for word in words for reading in parse(word) for form in reading.lexeme)


def _modifies(word: Token, *, last: bool) -> bool:
    """Adjectives, determiners, full participles, ordinals; and what is tagged a noun but can only be an adjective."""
    if word.pos_ in {"ADJ", "DET", "NUM"} or "VerbForm=Part" in str(word.morph):
        return any(letter.isalpha() for letter in word.text) and _can_modify(word.text) and not _short(word)
    return word.pos_ in {"NOUN", "PROPN"} and not last and _only_modifies(word.text)


def _short(word: Token) -> bool:
    return feature(word, "Variant") == "Short"


def _can_modify(text: str) -> bool:
    return text[0].isdigit() or any(reading.tag.POS in MODIFIERS for reading in parse(text.lower()))


def _only_modifies(text: str) -> bool:
    known = [reading for reading in parse(text.lower()) if reading.is_known]
    return bool(known) and all(reading.tag.POS in MODIFIERS for reading in known)


def _agrees_after(word: Token, head: Token) -> bool:
    """«системы связи, ориентированные на…»."""
    adjectival = word.pos_ == "ADJ" or "VerbForm=Part" in str(word.morph)
    return adjectival and word.head == head and not _short(word) and _same(word, head, "Case", "Number")


def _equals(words: Sequence[Token], head: int) -> Iterator[Group]:
    """Appositions and coordinated heads in the head's case: «городом-портом Шанхаем», «развития и внедрения»."""
    included = {words[head].i: words[head]}
    for place in _open_places(words, head):
        word = words[place]
        above = included.get(word.head.i)
        if (
            above is not None
            and word.pos_ in {"NOUN", "PROPN"}
            and _same(word, above, "Case")
            and _equal(words, head, place)
        ):
            included[word.i] = word
            own = tuple(each for each in range(head + 1, place) if _agrees_before(words[each], word))
            yield Group(place, own)


def _equal(words: Sequence[Token], head: int, place: int) -> bool:
    word = words[place]
    if word.dep_ in APPOSED:
        return True
    if word.dep_ != "conj" or any(child.dep_ == "case" for child in word.lefts):
        return False
    return not any(each.pos_ in {"NOUN", "PROPN"} and _same(each, word, "Case") for each in words[head + 1 : place])


def _agrees_before(word: Token, noun: Token) -> bool:
    return word.head == noun and _modifies(word, last=False) and _same(word, noun, "Case")


def _open_places(words: Sequence[Token], head: int) -> list[int]:
    """The places after the head that are in no quotation marks of their own."""
    depth, places = 0, []
    for place in range(head + 1, len(words)):
        if words[place].text in QUOTES:
            depth += 1
        elif depth % 2 == 0:
            places.append(place)
    return places


def _same(word: Token, other: Token, *names: str) -> bool:
    return all(feature(word, name) == feature(other, name) is not None for name in names)


def feature(word: Token, name: str) -> str | None:
    """The value of a feature that has one: `feature(token, "Case")` → «Gen»."""
    values = word.morph.get(name, [])
    return values[0] if values else None
