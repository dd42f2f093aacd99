"""Pronouns of the third person, possessive ones too, and relative ones: «он» and «его» are the man spoken of.

«они», «их» are the two, «который» is the noun before the comma.

A pronoun takes the one person of its gender in its own sentence before it and the two sentences before; when there are
several, the one who is subject there; when that does not decide, nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from nlp.entities.pairs import PEOPLE, pair_before
from nlp.entities.referents import Referent, earlier, root
from nlp.entities.spans import feature, head, sentence_starts
from nlp.knowledge.dictionary import fold

_SINGULAR = {"он": "male", "его": "male", "она": "female", "ее": "female"}
_PLURAL = frozenset({"они", "их"})
BACK = 2
"""How many sentences back a person is looked for."""
_RELATIVE = frozenset({"который", "кто", "чей"})


def pronoun(doc: Doc, span: Span, table: Sequence[Referent]) -> tuple[str, ...]:
    """The entities that a pronoun means, () for other words and unclear ones."""
    word = head(span)
    lemma = fold(word.lemma_)
    if len(span) > 1 or word.pos_ not in {"PRON", "DET"}:
        return ()
    if lemma in _RELATIVE:
        return _antecedent_of_clause(word, table)
    if lemma in _PLURAL or (lemma == "он" and feature(word, "Number") == "Plur"):
        return pair_before(doc, span, table, PEOPLE, None)
    gender = "female" if lemma == "она" or feature(word, "Gender") == "Fem" else _SINGULAR.get(lemma)
    return _person(doc, span, table, gender) if gender else ()


def _antecedent_of_clause(word: Token, table: Sequence[Referent]) -> tuple[str, ...]:
    """«Павел Ткач, который возглавил делегацию»: what the relative clause hangs on."""
    clause = next((token for token in (word, *word.ancestors) if token.dep_ == "acl:relcl"), None)
    if clause is None:
        return ()
    over = [each for each in table if each.start <= clause.head.i < each.end <= word.i]
    return tuple(each.entity for each in sorted(over, key=_length)[:1])


def _person(doc: Doc, span: Span, table: Sequence[Referent], gender: str) -> tuple[str, ...]:
    fitting = [e for e in earlier(table, span) if e.kind == "person" and e.gender in {gender, None}]
    starts = sentence_starts(span, BACK + 1)
    near = [each for each in fitting if each.start >= starts[-1]]
    subjects = [each for each in near if _is_subject(root(doc, each))]
    for choice in (near, subjects):
        entities = list(dict.fromkeys(each.entity for each in choice))
        if len(entities) == 1:
            return (entities[0],)
    return ()


def _is_subject(token: Token) -> bool:
    """The subject of a clause, or one coordinated with it."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token.dep_.startswith("nsubj")


def _length(referent: Referent) -> int:
    return referent.end - referent.start
