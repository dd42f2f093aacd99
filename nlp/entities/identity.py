"""Whom a word means: «министр», «компания», «стороны», «документ», «он» and their antecedents in the document.

Precision before recall: when two fit, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Literal

import msgspec
from spacy.tokens import Doc, Span, Token

from nlp.entities.nominals import nominals
from nlp.entities.pairs import COUNTRIES, PEOPLE, SIDES, pair_before
from nlp.entities.pronouns import pronoun
from nlp.entities.referents import Referent, earlier, referents
from nlp.entities.spans import head, plural, sentence_starts
from nlp.knowledge import lists
from nlp.knowledge.dictionary import fold
from nlp.knowledge.reader import read_table, resource

AGREEMENT = "agreement"
_TWO = frozenset({"оба", "два"})


class PluralNominal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `plural_nominals.tsv`."""

    word: str
    of: Literal["sides", "countries", "people"]


def antecedents(doc: Doc, span: Span) -> tuple[str, ...]:
    """The ids of the entities that the words stand for, () if unclear: «стороны» → ("l1", "l2")."""
    table = referents(doc)
    for rule in RULES:
        if found := rule(doc, span, table):
            return found
    return ()


def _mention(doc: Doc, span: Span, table: Sequence[Referent]) -> tuple[str, ...]:
    """The words are a mention of the entity, or their head is."""
    same = [each for each in table if (each.start, each.end) == (span.start, span.end)]
    root = head(span)
    around = [each for each in table if span.start <= each.start <= root.i < each.end <= span.end]
    return tuple(dict.fromkeys(each.entity for each in (same or around)[:1]))


def _plural(doc: Doc, span: Span, table: Sequence[Referent]) -> tuple[str, ...]:
    """«стороны», «обе страны», «президенты»: the pair spoken of; the parties of the only agreement."""
    noun = head(span)
    row = _plurals().get(fold(noun.lemma_))
    counted = [child for child in noun.children if fold(child.lemma_) in _TWO]
    if row is None or not (plural(noun) or counted) or not _takes_up(noun, counted):
        return ()
    letters = {"sides": SIDES, "countries": COUNTRIES, "people": PEOPLE}[row.of]
    found = pair_before(doc, span, table, letters, 2 if counted else None)
    if found or row.of != "sides":
        return found
    lists = [agreement.parties for agreement in doc._.agreements if len(agreement.parties) > 1]
    return tuple(lists[0]) if len(lists) == 1 else ()


def _noun(doc: Doc, span: Span, table: Sequence[Referent]) -> tuple[str, ...]:
    """«компания», «город», «документ»: the only one of its kind in the last sentences, or in the text so far."""
    noun = head(span)
    kinds = nominals().get(fold(noun.lemma_))
    if kinds is None or plural(noun) or not _takes_up(noun, ()):
        return ()
    before = [each for each in earlier(table, span) if _is_of(each, kinds)]
    near = [each for each in before if each.start >= _window(span)]
    for choice in (near, before):
        entities = dict.fromkeys(each.entity for each in choice)
        if entities:
            return tuple(entities) if len(entities) == 1 else ()
    return ()


def _is_of(each: Referent, kinds: Iterable[str]) -> bool:
    return each.kind in kinds or (AGREEMENT in kinds and each.entity.startswith("a"))


def _takes_up(noun: Token, allowed: Sequence[Token]) -> bool:
    """No adjective but «данный» and its like, no complement: «другая компания» is something else."""
    own = [
        child
        for child in noun.children
        if child not in allowed and child.dep_ in {"amod", "det", "nmod", "nummod", "acl"}
    ]
    return all(fold(child.lemma_) in _light() and child.dep_ in {"amod", "det"} for child in own)


def _window(span: Span) -> int:
    """Where the sentence before last begins."""
    return sentence_starts(span, 3)[-1]


@cache
def _plurals() -> dict[str, PluralNominal]:
    return {fold(row.word): row for row in read_table(resource("identity/plural_nominals.tsv"), PluralNominal)}


def _light() -> frozenset[str]:
    return lists.folded("identity/bare_modifiers.txt")


RULES: tuple[Callable[[Doc, Span, Sequence[Referent]], tuple[str, ...]], ...] = (_mention, pronoun, _plural, _noun)
