"""What one word shows of itself: its features, its preposition, the slot that both make.

«с Китаем» → "с+Ins"; «подписан» is passive; «подписанный договор» has an attribute.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec
from spacy.tokens import Token

from nlp.knowledge.reader import read_table, resource

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "X", "SYM"})


class _Preposition(msgspec.Struct, frozen=True):
    written: str
    preposition: str


SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


def feature(token: Token, name: str) -> str:
    """One morphological feature, "" for none: `feature(token, "Case")` of «Минску» is "Dat"."""
    return _features(str(token.morph)).get(name, "")


@lru_cache(maxsize=4096)
def _features(written: str) -> dict[str, str]:
    """«Case=Dat|Number=Sing» taken apart once: a corpus has a few hundred such strings."""
    return dict(part.split("=", 1) for part in written.split("|") if "=" in part)


def lemma(token: Token) -> str:
    """The dictionary form as knowledge files write it, without «ё»."""
    return str(token.lemma_).replace("ё", "е")


def is_verb(token: Token) -> bool:
    """Finite verbs, infinitives, converbs, participles, short forms."""
    return token.pos_ in ("VERB", "AUX") or bool(feature(token, "VerbForm"))


def is_attribute(token: Token) -> bool:
    """A participle that stands by a noun: «подписанный договор», «приехавший министр»."""
    return feature(token, "VerbForm") == "Part" and token.dep_ in ("acl", "amod") and token.head.pos_ in NOUNS


def is_passive(token: Token) -> bool:
    """«подписан», «подписанный», «подписывается (кем)»."""
    return feature(token, "Voice") == "Pass" or any(child.dep_ == "nsubj:pass" for child in token.children)


def preposition(token: Token) -> str:
    """The preposition of a noun, in its plain form: «со» → «с», «в ходе» stays whole; "" for none."""
    for child in token.lefts:
        if child.dep_ == "case" or (child.dep_ in ("fixed", "mark") and child.pos_ == "ADP"):
            words = [child, *(each for each in child.children if each.dep_ == "fixed")]
            written = " ".join(word.norm_.lower() for word in words)
            return _plain_prepositions().get(written, written)
    return ""


def slot_name(token: Token) -> str:
    """«с Китаем» → "с+Ins", «министром» → "Ins"; the preposition alone where the word shows no case: «с КНР» → "с+"."""
    before, shown = preposition(token), feature(token, "Case")
    if not before:
        return shown
    return f"{before}+" if token.text.isupper() and len(token) > 1 else f"{before}+{shown}"


def fits(found: str, wanted: str) -> bool:
    """A slot found in the text fits one named in a frame, also when the word shows no case."""
    return found == wanted or (found.endswith("+") and wanted.startswith(found))


@lru_cache(maxsize=1)
def _plain_prepositions() -> dict[str, str]:
    rows = read_table(resource("grammar/prepositions.tsv"), _Preposition)
    return {row.written: row.preposition for row in rows}
