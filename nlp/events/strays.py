"""Subjects that the tree has hung elsewhere: «Орлов» below «указом» in «Указом президента Орлов был награждён».

A name in the nominative is no apposition of a noun in another case.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.events.words import NOUNS, SUBJECTS, feature

DEEP = 2
"""How far below an adjunct of the verb it may hang."""
ASIDE = "parataxis"
"""How a name behind «напомним,» hangs: «Напомним, Орлов был избран»."""
PREDICATES = frozenset({"Fin", "Part"})


def strayed(verb: Token) -> Iterator[Token]:
    """Whoever stands before a verb without a subject in the nominative, below a noun in another case."""
    if feature(verb, "VerbForm") not in PREDICATES or verb.dep_ == "amod":
        return
    if any(child.dep_ in SUBJECTS for child in verb.children) or feature(verb, "Case"):
        return
    yield from (child for child in verb.lefts if child.dep_ == ASIDE and child.pos_ == "PROPN" and _agrees(child, verb))
    for adjunct in verb.lefts:
        if adjunct.pos_ in NOUNS and feature(adjunct, "Case") not in ("", "Nom"):
            yield from (each for each in _below(adjunct, DEEP) if _is_subject(each, verb))


def _below(noun: Token, depth: int) -> Iterator[Token]:
    for child in noun.rights if depth else ():
        yield child
        yield from _below(child, depth - 1)


def _is_subject(token: Token, verb: Token) -> bool:
    return token.dep_ == "appos" and len(token) > 1 and token.i < verb.i and _agrees(token, verb)


def _agrees(token: Token, verb: Token) -> bool:
    """Somebody in the nominative, of the gender that the verb shows."""
    person = feature(token, "Case") == "Nom" and feature(token, "Animacy") == "Anim"
    genders = {feature(each, "Gender") for each in (token, verb)} - {""}
    return person and (len(genders) <= 1 or feature(verb, "Number") == "Plur")
