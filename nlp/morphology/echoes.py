"""The other mentions of a name in its document, which vote on its dictionary form.

«Цяна» alone may be of Цян, of Цяна or not decline; where the text also has «Цян» and «Цяном», it is of Цян.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

import msgspec
from spacy.attrs import ORTH, POS
from spacy.symbols import SPACE
from spacy.tokens import Doc, Token

from nlp.knowledge.dictionary import fold, parse
from nlp.knowledge.reader import read_table, resource
from nlp.morphology.annotate import form
from nlp.morphology.options import GENDERS, KEEP, Option

STEM = 3
"""Letters that the forms of a name have in common at least: «Цян», «Цяном»."""
TAIL = 2
"""Letters at the end of a dictionary form that another form may lack."""
LONGEST = 3
"""Letters that another form may have in their place."""
UNHEARD = "no", "none"


class Declension(msgspec.Struct, frozen=True):
    """What words of an ending and a gender have in place of it in the other cases."""

    gender: str
    nominative: str
    endings: tuple[str, ...]


@dataclass(slots=True)
class Echo:
    """One spelling of a capitalised word in a document: how often it is tagged nominative, after whose given names."""

    nominative: int = 0
    genders: set[str] = field(default_factory=set)


Spellings: TypeAlias = Mapping[str, Echo]
Echoes: TypeAlias = Mapping[str, Spellings]
"""First letters → spelling, folded → what is known of it."""
_KEPT: WeakKeyDictionary[Doc, Echoes] = WeakKeyDictionary()
"""Each document's own, as long as it lives."""


def echoes(doc: Doc) -> Echoes:
    """The capitalised words of a document, gathered once."""
    if doc not in _KEPT:
        _KEPT[doc] = _gathered(doc)
    return _KEPT[doc]


def _gathered(doc: Doc) -> Echoes:
    found: dict[str, dict[str, Echo]] = defaultdict(dict)
    before: int | None = None
    for place, capital in _words(doc):
        if capital:
            _hear(doc[place], None if before is None else doc[before], found)
        before = place
    return dict(found)


def _words(doc: Doc) -> Iterator[tuple[int, bool]]:
    """The places of the words, and which of them begin with a capital and are long enough for a name."""
    strings = doc.vocab.strings
    columns: Any = doc.to_array([POS, ORTH])
    for place, (part, text) in enumerate(columns.tolist()):
        if part != SPACE:
            word = strings[text]
            yield place, len(word) > 2 and word[0].isupper()


def _hear(token: Token, before: Token | None, found: dict[str, dict[str, Echo]]) -> None:
    word = fold(form(token))
    echo = found[word[:STEM]].setdefault(word, Echo())
    echo.nominative += token.pos_ == "PROPN" and "Case=Nom" in str(token.morph)
    if before is not None and before.pos_ == "PROPN":
        echo.genders |= given_gender(form(before))


@lru_cache(maxsize=1 << 10)
def given_gender(word: str) -> frozenset[str]:
    """Whose given name or patronymic a word may be: «Елене» → Fem; empty for other words."""
    tags = [each.tag for each in parse(word.lower()) if each.is_known]
    return frozenset(GENDERS.get(str(tag.gender), "") for tag in tags if "Name" in tag or "Patr" in tag) - {""}


def bearers(word: str, heard: Echoes) -> frozenset[str]:
    """The genders of the given names before the spellings of a word anywhere in the document."""
    own = fold(word)
    alike = [echo for other, echo in heard.get(own[:STEM], {}).items() if _alike(own, other)]
    return frozenset().union(*(echo.genders for echo in alike))


def rivals(word: str, heard: Echoes) -> Spellings:
    """The spellings that begin like a word but for its own."""
    own = fold(word)
    alike = heard.get(own[:STEM], {})
    return {other: echo for other, echo in alike.items() if other != own} if len(alike) > 1 or own not in alike else {}


def votes(option: Option, others: Spellings) -> tuple[str, str]:
    """What a word's `rivals` say of an option: whether its form stands there; which of them are forms of it."""
    if not others:
        return UNHEARD
    text = fold(option.text)
    others = {other: echo for other, echo in others.items() if _alike(text, other)}
    if not others:
        return UNHEARD
    seen = "no" if text not in others else "nominative" if others[text].nominative else "some"
    gender = "" if option.kind == KEEP else GENDERS.get(option.target, option.gender or "")
    declined = forms(text, gender)
    covered = sum(other in declined for other in others)
    return seen, "all" if covered == len(others) else "part" if covered else "no"


def _alike(text: str, other: str) -> bool:
    shared = max(STEM, len(text) - TAIL, len(other) - LONGEST)
    return len(text) >= shared <= len(other) and text[:shared] == other[:shared]


@lru_cache(maxsize=1 << 11)
def forms(nominative: str, gender: str) -> frozenset[str]:
    """All case forms that a name of this gender, "" for any, may have, itself among them."""
    found = {nominative}
    for row in declensions():
        if gender in {"", row.gender} and nominative.endswith(row.nominative):
            stem = nominative.removesuffix(row.nominative)
            found |= {stem + ending for ending in row.endings}
    return frozenset(found)


@lru_cache(maxsize=1)
def declensions() -> tuple[Declension, ...]:
    """The rows of `knowledge/morphology/declensions.tsv`."""
    return read_table(resource("morphology/declensions.tsv"), Declension)
