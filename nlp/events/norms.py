"""Rules are no news: «порядок создания комиссий», «сторона, заключившая договор, обязана…» tell of nothing done."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec
from spacy.tokens import Token

from nlp.events.clauses import clause
from nlp.events.conditions import Trigger
from nlp.events.words import feature, is_attribute, is_passive, is_verb, lemma, preposition
from nlp.knowledge.reader import read_table, resource

CIRCUMSTANCES = frozenset({"при", "для", "в случае", "без", "путем", "в целях"})
"""Prepositions by which a noun only tells when a rule holds, or what for: «при заключении договора»."""

AGAIN = "R"
"""How the value of a date that comes back begins: «ежегодно» R/P1Y."""


class Norm(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """«порядок» makes a rule of what hangs on it whoever takes part, «случай» only where nobody known does."""

    lemma: str
    who: Literal["any", "nobody"]


@lru_cache(maxsize=1)
def norms() -> dict[str, str]:
    """Who may take part, by lemma."""
    return {row.lemma: row.who for row in read_table(resource("modality/norms.tsv"), Norm)}


def is_rule(trigger: Trigger) -> bool:
    """Whether the words make a rule of the event whoever takes part: «порядок назначения судей»."""
    return any(norms().get(lemma(each)) == "any" for each in _above(trigger.token))


def may_be_rule(trigger: Trigger, when: str | None) -> bool:
    """Whether they make a rule of it when nobody known takes part: «создаются комиссии», «при заключении договора».

    `when` is the value of its date; «ежегодно рассматривается на заседании» tells of no one session.
    """
    token, told = trigger.token, _is_told(clause(trigger.token))
    again = when is not None and when.startswith(AGAIN)
    beside = not is_verb(token) and preposition(token) in CIRCUMSTANCES
    habit = not trigger.frame.state and _is_habit(token)
    prescribed = _is_bound(token) or any(lemma(each) in norms() for each in _above(token))
    return prescribed or habit or _is_item(token) or (not told and (again or beside))


def _above(noun: Token) -> Iterator[Token]:
    """The nouns that a noun hangs on."""
    while not is_verb(noun) and noun.dep_ in ("nmod", "conj", "appos") and noun.head.i != noun.i:
        noun = noun.head
        yield noun


def _is_habit(verb: Token) -> bool:
    """«приобретаемый», «создаются»: what is being done is told in the passive of the present, as rules do."""
    present = feature(verb, "Tense") == "Pres" and feature(verb, "Aspect") == "Imp"
    return is_verb(verb) and present and is_passive(verb)


def _is_bound(token: Token) -> bool:
    """Whether it is prescribed or forbidden, or done by somebody to whom something is («купивший обязан»)."""
    head = token.head.head if is_attribute(token) else token.head
    hangs = is_attribute(token) or feature(token, "VerbForm") == "Inf" or token.dep_ in ("xcomp", "csubj", "nsubj")
    return hangs and lemma(head) in norms() and not _is_told(head)


def _is_told(word: Token) -> bool:
    """«обязал», «могли»: what was, not what must be."""
    return feature(word, "VerbForm") == "Fin" and feature(word, "Tense") == "Past"


def _is_item(token: Token) -> bool:
    """Whether a noun stands in an item of a list that has no predicate: «- создание комиссий;»."""
    sentence = [each for each in token.sent if each.pos_ != "SPACE"]
    if is_verb(token) or not sentence or any(feature(each, "VerbForm") == "Fin" for each in sentence):
        return False
    first = sentence[0]
    return first.text in "-–—•*" or first.is_lower or first.like_num
