"""Names of several people at once: «супруги Ткач», «братья Стругацкие», «семья Ткач»."""

from __future__ import annotations

from spacy.tokens import Token

from nlp.entities.spans import before, plural
from nlp.knowledge.dictionary import parse
from nlp.mentions.kin import Kin, kinds_of_kin
from nlp.morphology.person.forms import kinds

_VOWELS = frozenset("аеёиоуыэюя")
_PLURAL = ("ых", "их", "ов", "ев")


def of_several(name: Token) -> bool:
    """Whether the word before a lone surname says that it is of several; «семья Сомова» is of one man."""
    word = before(name.doc, name.i)
    if word is None or kinds(name.norm_) == {"Name"}:
        return False
    return any(_says(word, row, name) for row in kinds_of_kin(word.norm_))


def _says(word: Token, row: Kin, name: Token) -> bool:
    if row.means == "several" or _undeclined(name.norm_.lower()):
        return row.means != "plural" or _may_be_plural(word)
    return row.means == "plural" and (plural(word) or not _may_be_singular(word))


def _undeclined(low: str) -> bool:
    """In the nominative, though the word before it has another case or number: «семьи Ткач»."""
    return low[-1] not in _VOWELS and not low.endswith(_PLURAL)


def _may_be_plural(word: Token) -> bool:
    return any("plur" in each.tag for each in parse(word.norm_.lower()))


def _may_be_singular(word: Token) -> bool:
    return any("sing" in each.tag for each in parse(word.norm_.lower()))
