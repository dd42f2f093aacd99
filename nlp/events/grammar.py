"""What stands in which slot of a verb or noun: «кто», «кого», «с кем», «в чём», seen through the passive and clauses.

«меморандум, подписанный Россией с Китаем» → object: меморандум, agent: Россией, с+Ins: Китаем. The names of slots are:
subject, agent, object, genitive (кого, чего, of a noun), Dat and Ins without preposition, preposition+Case («с+Ins»),
adjective, apposition, noun (which an adjective stands by), clause (who acts in the clause where a noun is an adjunct:
«на встрече Путин отметил»), head (the noun above: «зал заседаний»).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from nlp.events.doers import subject_above
from nlp.events.relatives import antecedent, described
from nlp.events.strays import strayed
from nlp.events.words import NOUNS, SUBJECTS, feature, is_attribute, is_passive, is_verb, lemma, preposition, slot_name
from nlp.knowledge.lists import words

OBLIQUE = frozenset({"obl", "obl:agent", "nmod", "iobj", "obj", "advmod", "xcomp", "parataxis", "obl:tmod", "dep"})
_POSSESSIVES = frozenset({"его", "ее", "их", "свой"})


class Slot(NamedTuple):
    """One dependent and the slot that it stands in."""

    name: str
    token: Token


def slots(token: Token) -> tuple[Slot, ...]:
    """Everything that stands in a slot of a verb, an adjective or a noun, nearest first within a slot."""
    found = list(_predicate(token) if is_verb(token) else _nominal(token))
    return tuple(dict.fromkeys(found))


def conjuncts(token: Token) -> tuple[Token, ...]:
    """The word and everything coordinated with it: «Россия, Китай и Индия»."""
    others = [child for child in token.rights if child.dep_ == "conj" and not is_verb(child)]
    return (token, *(each for other in others for each in conjuncts(other)))


def _predicate(verb: Token) -> Iterator[Slot]:
    passive = is_passive(verb)
    for child in verb.children:
        yield from _dependent(child, passive=passive)
    for token in strayed(verb):
        yield Slot("object" if passive else "subject", token)
    yield from _head_noun(verb, passive=passive)
    for name, token in _shared(verb):
        yield Slot(name, token)


def _dependent(child: Token, *, passive: bool) -> Iterator[Slot]:
    token = antecedent(child)
    if child.dep_ in SUBJECTS and not is_verb(child):
        yield Slot("object" if passive else _stands_as(child), token)
    elif child.dep_ in OBLIQUE and (child.pos_ in NOUNS or child.pos_ == "ADJ" or feature(child, "Case")):
        yield from _oblique(child, token, passive=passive)


def _stands_as(child: Token) -> str:
    """Of two subjects one is none: in «Орлов стал врио» by its case, in «Концерн продала Орлова» by its gender."""
    others = [each for each in child.head.children if each.dep_ == "nsubj" and each.i != child.i]
    case = feature(child, "Case")
    if any(_acts(each) != _acts(child) for each in others):
        return "subject" if _acts(child) else "object"
    if case in ("", "Nom") or all(feature(each, "Case") != "Nom" for each in others):
        return "subject"
    return "object" if case == "Acc" else slot_name(child)


def _acts(noun: Token) -> bool:
    """Whether a thing shows the number and gender of its verb; people may not («министр подписала»)."""
    verb, several = noun.head, len(conjuncts(noun)) > 1
    names = ("Number", "Gender") if feature(noun, "Animacy") == "Inan" else ("Number",)
    both = ((feature(noun, name), feature(verb, name)) for name in names)
    return several or all(one == other or "" in (one, other) for one, other in both)


def _oblique(child: Token, token: Token, *, passive: bool) -> Iterator[Slot]:
    name = slot_name(child)
    if (child.dep_ == "obj" and "+" not in name) or _is_about(child):
        yield Slot("object", token)
    if passive and name == "Ins":
        yield Slot("agent", token)
    if child.dep_ == "iobj" and name == "Gen":
        yield Slot("Dat", token)  # «Белоруссии выделено»: one form for both cases, and the tree knows which is meant
    if name:
        yield Slot(name, token)


def _is_about(child: Token) -> bool:
    """«поставил около 350 машин»: a number that is not exact stands where an exact one would."""
    counted = any(each.dep_.startswith("nummod") for each in child.children)
    return counted and preposition(child) in words("grammar/approximate.txt")


def _head_noun(verb: Token, *, passive: bool) -> Iterator[Slot]:
    """«подписавший договор министр», «подписанный договор»: the noun that a participle stands by."""
    if is_attribute(verb):
        yield Slot("object" if passive else "subject", described(verb))


def _shared(verb: Token) -> Iterator[Slot]:
    """What a verb shares with another: «приехал и подписал», «намерен подписать», «выступая, заявил»."""
    own = {child.dep_ for child in verb.children}
    if not own & SUBJECTS and not is_attribute(verb):
        name = "object" if is_passive(verb) else "subject"
        yield from (Slot(name, token) for token in subject_above(verb))
    has = "obj" in own or any(each.dep_ == "nsubj" and _stands_as(each) == "object" for each in verb.children)
    if verb.dep_ == "conj" and not has and is_verb(verb.head):
        yield from (each for each in _own_objects(verb.head) if each.token.i > verb.i)
    for other in verb.children:
        if other.dep_ == "conj" and is_verb(other) and not own & {"obj"}:
            yield from _own_objects(other)


def _own_objects(verb: Token) -> Iterator[Slot]:
    return (Slot("object", antecedent(child)) for child in verb.children if child.dep_ == "obj")


def _possessor(noun: Token) -> Iterator[Slot]:
    """«его отставка» → его; «заявил о своей отставке» → who declares."""
    for child in noun.children:
        if child.dep_ in ("det", "amod") and child.norm_.lower().replace("ё", "е") in ("его", "ее", "их"):
            yield Slot("genitive", child)
        elif child.dep_ in ("det", "amod") and lemma(child) == "свой":
            verb = next((each for each in noun.ancestors if is_verb(each)), None)
            found = slots(verb) if verb is not None else ()
            yield from (Slot("genitive", each.token) for each in found if each.name == "subject")


def _clause_of(noun: Token) -> Token | None:
    """The verb that a noun is an adjunct of, itself or under other nouns: «с момента вступления в должность он …»."""
    while noun.dep_ == "nmod" and noun.head.pos_ == "NOUN" and noun.head.i < noun.i:
        noun = noun.head
    adjunct = noun.dep_ in ("obl", "nmod", "advmod") and is_verb(noun.head) and preposition(noun)
    return noun.head if adjunct else None


def _actors(verb: Token) -> Iterator[Token]:
    """Who acts in a clause, or of whom it is told: «после отставки Орлов был осуждён»."""
    yield from (each.token for each in slots(verb) if each.name in ("subject", "agent"))
    if is_passive(verb):
        yield from (antecedent(child) for child in verb.children if child.dep_ == "nsubj:pass")


def _acts_as_noun(word: Token) -> bool:
    """«на пост исполняющего обязанности»: a participle that hangs as a noun does."""
    return word.dep_ == "nmod" and feature(word, "VerbForm") == "Part"


def _crosses(noun: Token, below: Token) -> bool:
    """«снят с поста главы отдела и назначен начальником управления»: no genitive reaches over a predicate."""
    between = noun.doc[noun.i + 1 : below.i]
    return any(is_verb(each) and not is_attribute(each) and feature(each, "VerbForm") != "Conv" for each in between)


def _adjoined(noun: Token, child: Token) -> Iterator[Slot]:
    """«визит министра в Минск»: a genitive, or a case with a preposition."""
    name = "genitive" if slot_name(child) in ("Gen", "") else slot_name(child)
    noun_like = child.dep_ in OBLIQUE and (child.pos_ in NOUNS or _acts_as_noun(child))
    if noun_like and (name != "genitive" or not _crosses(noun, child)):
        yield Slot(name, antecedent(child))


def _nominal(noun: Token) -> Iterator[Slot]:
    """The dependents of a noun or of a predicative adjective («Россия готова», «X — владелец Y»)."""
    for child in noun.children:
        if child.dep_ in SUBJECTS and not is_verb(child):
            yield Slot("subject", antecedent(child))
        elif child.dep_ in ("amod", "det") and lemma(child) not in _POSSESSIVES:
            yield Slot("adjective", child)
        elif child.dep_ in ("appos", "flat", "flat:name"):
            yield Slot("apposition", child)
        else:
            yield from _adjoined(noun, child)
    yield from _possessor(noun)
    if (verb := _clause_of(noun)) is not None:
        yield from (Slot("clause", token) for token in _actors(verb))
    if noun.dep_ == "nmod" and noun.head.pos_ in NOUNS:
        yield Slot("head", noun.head)
    if noun.dep_ in ("amod", "acl") and noun.pos_ == "ADJ" and noun.head.pos_ in NOUNS:
        yield Slot("noun", noun.head)
    if noun.dep_ in ("appos", "flat", "flat:name") and noun.head.pos_ in NOUNS:
        yield Slot("apposition", noun.head)
