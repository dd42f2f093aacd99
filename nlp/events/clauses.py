"""Clauses: which predicate a word belongs to.

«Стороны подписали договор, который продлён в мае»: «мае» belongs to «продлён», «договор» to «подписали».
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.events.words import feature, is_verb

OWN = frozenset({"ROOT", "root", "acl", "acl:relcl", "advcl", "ccomp", "parataxis", "csubj"})


def clause(token: Token) -> Token:
    """The predicate of the clause that a word stands in; an infinitive belongs to the verb above it."""
    current = token
    while current.head.i != current.i and not _begins(current):
        current = current.head
    return current


def same_clause(one: Token, other: Token) -> bool:
    """Whether two words belong to one predicate."""
    return bool(clause(one).i == clause(other).i)


def _begins(token: Token) -> bool:
    """A finite clause, a participle with words of its own, or a second verb with a subject of its own."""
    if token.dep_ == "conj":
        return is_verb(token) and feature(token, "VerbForm") in ("Fin", "Part", "Conv", "")
    if token.dep_ not in OWN or feature(token, "VerbForm") == "Inf":
        return False
    return is_verb(token) or token.dep_ in ("ccomp", "parataxis", "acl:relcl")
