"""Did it happen: actual, planned, possible or negated, from the words around a trigger.

«не подписали» negated, «подпишут» planned, «готовы подписать» possible, «отказались подписать» negated.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from nlp.events.conditions import Trigger
from nlp.events.cues import GOVERNED, Reach, conjunctions, governors, hearsay, modifiers
from nlp.events.triggers import through
from nlp.events.words import SUBJECTS, feature, is_verb, lemma, preposition, slot_name
from nlp.schema import Status

BESIDE = frozenset({"advmod", "amod", "det", "discourse", "parataxis", "aux", "mark", "cc", "acl", "expl", "fixed"})
STRONGEST: tuple[Status, ...] = ("negated", "possible", "planned", "actual")
ALONE = frozenset({"ROOT", "root", "parataxis"})
"""An infinitive that nothing governs."""
HOPS = 5


class Cue(NamedTuple):
    """A word and what it says of the event: «отказались» negated, «подпишут» planned by its tense."""

    status: Status
    word: Token


def status(trigger: Trigger) -> tuple[Status, Token | None]:
    """The strongest of what the words beside the trigger say, else of those above it; what is denied above stays so.

    With the word that said it, `None` when the sense itself does, or nothing.
    """
    own = list(_beside(trigger.token))
    performative = frozenset(trigger.frame.performative)
    above = list(_above(trigger.token, performative))
    if trigger.support is not None:
        own += _beside(trigger.support)
        above += _above(trigger.support, performative)
    said = own + [each for each in above if not own or each.status == "negated"]
    found = min(said, key=_strength, default=None)
    if found is None or found.status == "actual":
        return trigger.sense.status or "actual", None
    return found.status, found.word


def _strength(cue: Cue) -> int:
    return STRONGEST.index(cue.status)


def _beside(word: Token) -> Iterator[Cue]:
    """Negations, particles, adjectives, conjunctions and the tense of the word itself."""
    for child in word.children:
        if child.dep_ in BESIDE and lemma(child) in modifiers():
            yield Cue(modifiers()[lemma(child)], child)
        if child.dep_ in ("mark", "case", "advmod", "cc"):
            written = " ".join(each.norm_.lower() for each in (child, *child.children))
            known = (words for words in (written, child.norm_.lower()) if words in conjunctions())
            yield from (Cue(conjunctions()[words], child) for words in known)
        yield from _only_said(child)
    yield from _tense(word)


def _only_said(child: Token) -> Iterator[Cue]:
    """«по некоторым данным», «по слухам»."""
    row = hearsay().get((lemma(child), preposition(child)))
    if row is not None and (not row.beside or any(lemma(each) in row.beside for each in child.children)):
        yield Cue(row.status, child)


def _tense(word: Token) -> Iterator[Cue]:
    auxiliary = _auxiliary(word)
    if not auxiliary and word.dep_ == "conj" and feature(word, "VerbForm") in ("Part", "Inf"):
        auxiliary = _auxiliary(word.head)  # «будут обновлены и переданы»
    yield from (Cue("planned", each) for each in (word, *auxiliary) if _is_future(each))
    if feature(word, "Mood") in ("Imp", "Cnd"):
        yield Cue("possible", word)
    if feature(word, "VerbForm") == "Inf" and word.dep_ in ALONE:
        yield Cue("planned", word)  # «Администрации: создать центр»: an order


def _auxiliary(word: Token) -> list[Token]:
    return [child for child in word.children if child.dep_ in ("aux", "aux:pass", "cop")]


def _is_future(verb: Token) -> bool:
    """«подпишут», «будет»: present forms of perfective verbs, and of «быть» but «есть», mean the future."""
    if feature(verb, "Tense") == "Fut":
        return True
    perfective = feature(verb, "Aspect") == "Perf" or (lemma(verb) == "быть" and verb.norm_ not in ("есть", "суть"))
    return perfective and feature(verb, "Tense") == "Pres" and feature(verb, "VerbForm") == "Fin"


def _above(word: Token, performative: frozenset[str]) -> Iterator[Cue]:
    """What governs the word, and what governs that: «намерен предложить подписать»."""
    whole, told = True, True
    for _ in range(HOPS):
        head, reach = word.head, _reach(word)
        if head.i == word.i or reach is None:
            return
        if reach == "clause" and not told:
            return
        yield from (cue for cue in _governed(word, reach, performative) if whole or cue.status != "negated")
        whole = whole and (reach != "noun" or _passes_on(head))
        told = told and not (
            reach == "noun" and (is_verb(head) or word.dep_ in SUBJECTS)
        )  # «предполагают, что отставка связана с …»
        word = head


def _passes_on(head: Token) -> bool:
    """«избежать огласки переговоров» denies no talks, «отказаться от начала переговоров» does."""
    return head.pos_ != "NOUN" or is_verb(head) or lemma(head) in through() or (lemma(head), "noun") in governors()


def _reach(word: Token) -> Reach | None:
    """How a word hangs on its head; `None` for what is merely beside it («на переговорах»)."""
    told = word.dep_ == "acl" and feature(word, "VerbForm") == "Fin"  # «предположения, что он уйдёт»
    if told or (word.dep_ in ("ccomp", "conj", "csubj") and feature(word, "VerbForm") != "Inf"):
        return "clause"
    if feature(word, "VerbForm") == "Inf" or word.dep_ == "xcomp":
        return "infinitive"
    if word.dep_ in ("obj", "iobj", "obl", "nmod", "appos", *SUBJECTS):
        accusative = slot_name(word) == "на+Acc"
        return "noun" if preposition(word) in GOVERNED or accusative else _adjunct(word)
    return None


def _adjunct(word: Token) -> Reach | None:
    """A noun beside a verb of the future is future too: «в ходе визита подпишут»."""
    return "clause" if _is_future(word.head) else None


def _governed(word: Token, reach: Reach, performative: frozenset[str]) -> Iterator[Cue]:
    head = word.head
    said = "actual" if lemma(head) in performative else governors().get((lemma(head), reach))
    if said is None:
        yield from _beside(head) if reach == "infinitive" else () if is_verb(word) else _tense(head)
        return
    around = list(_beside(head))
    denied = any(each.status == "negated" for each in around)
    yield Cue(_denied(said, reach) if denied else said, head)
    yield from (each for each in around if each.status != "negated")


def _denied(said: Status, reach: Reach) -> Status:
    """«не отказался» actual, «не исключает визита» possible, «не готов подписать» negated."""
    if said == "negated":
        return "actual"
    return "possible" if said == "possible" and reach != "infinitive" else "negated"
