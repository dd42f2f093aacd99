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

from nlp.events.words import NOUNS, feature, is_attribute, is_passive, is_verb, lemma, preposition, slot_name

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
OBLIQUE = frozenset({"obl", "obl:agent", "nmod", "iobj", "obj", "advmod", "xcomp", "parataxis", "obl:tmod", "dep"})
_POSSESSIVES = frozenset({"его", "ее", "их", "свой"})
CLAUSES = frozenset({"acl", "acl:relcl"})


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


def antecedent(relative: Token) -> Token:
    """The noun that «который» stands for, else the word itself."""
    if lemma(relative) not in ("который", "кто", "что", "чей") or relative.pos_ == "NOUN":
        return relative
    clause = next((each for each in relative.ancestors if each.dep_ in CLAUSES), None)
    if clause is None:
        return relative
    left = (each for each in reversed(list(relative.doc[clause.head.sent.start : relative.i])) if each.pos_ in NOUNS)
    heads = [clause.head, *(each for each in left if lemma(each) != lemma(relative))]
    return next((each for each in heads if _agree(relative, each)), clause.head)


def _agree(relative: Token, noun: Token) -> bool:
    """«соглашение с Газпромом, которое»: which noun is meant shows in gender and number, where both words have them."""
    number = feature(relative, "Number"), feature(noun, "Number")
    gender = feature(relative, "Gender"), feature(noun, "Gender")
    same_number = number[0] == number[1] or "" in number
    return same_number and (gender[0] == gender[1] or "" in gender or number[0] == "Plur")


def _predicate(verb: Token) -> Iterator[Slot]:
    passive = is_passive(verb)
    for child in verb.children:
        yield from _dependent(child, passive=passive)
    yield from _head_noun(verb, passive=passive)
    for name, token in _shared(verb):
        yield Slot(name, token)


def _dependent(child: Token, *, passive: bool) -> Iterator[Slot]:
    token = antecedent(child)
    if child.dep_ in SUBJECTS and not is_verb(child):
        yield Slot("object" if passive else "subject", token)
    elif child.dep_ in OBLIQUE and (child.pos_ in NOUNS or child.pos_ == "ADJ" or feature(child, "Case")):
        yield from _oblique(child, token, passive=passive)


def _oblique(child: Token, token: Token, *, passive: bool) -> Iterator[Slot]:
    name = slot_name(child)
    if child.dep_ == "obj" and "+" not in name:
        yield Slot("object", token)
    if passive and name == "Ins":
        yield Slot("agent", token)
    if child.dep_ == "iobj" and name == "Gen":
        yield Slot("Dat", token)  # «Белоруссии выделено»: one form for both cases, and the tree knows which is meant
    if name:
        yield Slot(name, token)


def _head_noun(verb: Token, *, passive: bool) -> Iterator[Slot]:
    """«подписавший договор министр», «подписанный договор»: the noun that a participle stands by."""
    if is_attribute(verb):
        yield Slot("object" if passive else "subject", verb.head)


def _shared(verb: Token) -> Iterator[Slot]:
    """What a verb shares with another: «приехал и подписал», «намерен подписать», «выступая, заявил»."""
    own = {child.dep_ for child in verb.children}
    if not own & SUBJECTS and not is_attribute(verb):
        name = "object" if is_passive(verb) else "subject"
        yield from (Slot(name, token) for token in subject_above(verb))
    if verb.dep_ == "conj" and "obj" not in own and is_verb(verb.head):
        yield from (each for each in _own_objects(verb.head) if each.token.i > verb.i)
    for other in verb.children:
        if other.dep_ == "conj" and is_verb(other) and not own & {"obj"}:
            yield from _own_objects(other)


def _own_objects(verb: Token) -> Iterator[Slot]:
    return (Slot("object", antecedent(child)) for child in verb.children if child.dep_ == "obj")


def subject_above(verb: Token, depth: int = 4) -> Iterator[Token]:
    """The doer of an infinitive, a converb or a second verb: «поручил министру подписать» → министру."""
    head = verb.head
    if depth == 0 or head.i == verb.i or not _borrows(verb):
        return
    subjects = [child for child in head.children if child.dep_ in SUBJECTS and not is_verb(child)]
    if bound := _bound(verb):
        yield from bound
    elif subjects:
        yield from (antecedent(child) for child in subjects)
    elif is_attribute(head) and not is_passive(head):
        yield head.head
    elif head.pos_ == "NOUN" and feature(verb, "VerbForm") == "Inf":
        yield from _planner(head, depth - 1)
    else:
        yield from subject_above(head, depth - 1)


def _planner(noun: Token, depth: int) -> Iterator[Token]:
    """Who has the plan that an infinitive tells: «намерение банка купить», «банк имеет право купить»."""
    owners = [child for child in noun.rights if child.dep_ == "nmod" and slot_name(child) == "Gen"]
    verb = next((each for each in noun.ancestors if is_verb(each)), None)
    if owners:
        yield owners[0]
    elif verb is not None and verb.i < noun.i:
        own = [antecedent(child) for child in verb.children if child.dep_ in SUBJECTS and not is_verb(child)]
        yield from () if is_passive(verb) else own or subject_above(verb, depth)


def _borrows(verb: Token) -> bool:
    """Whether the doer may stand in the clause above: «заявил, что уйдёт» has none of its own."""
    if verb.dep_ in ("conj", "xcomp", "csubj"):
        return True
    if verb.dep_ in ("ccomp", "advcl"):
        return feature(verb, "Gender") != "Neut" and not is_passive(verb)
    bare = feature(verb, "VerbForm") in ("Inf", "Conv")
    return bare and verb.dep_ in ("acl", "obl", "obj", "nmod")


def _bound(verb: Token) -> list[Token]:
    """The dative that does what an infinitive says: «удалось партиям договориться»."""
    if feature(verb, "VerbForm") != "Inf" or verb.dep_ == "conj":
        return []
    deps = ("iobj", "obl", "obj")
    return [child for child in verb.head.children if child.dep_ in deps and slot_name(child) == "Dat"]


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


def _nominal(noun: Token) -> Iterator[Slot]:
    """The dependents of a noun or of a predicative adjective («Россия готова», «X — владелец Y»)."""
    for child in noun.children:
        if child.dep_ in SUBJECTS and not is_verb(child):
            yield Slot("subject", antecedent(child))
        elif child.dep_ in ("amod", "det") and lemma(child) not in _POSSESSIVES:
            yield Slot("adjective", child)
        elif child.dep_ in ("appos", "flat", "flat:name"):
            yield Slot("apposition", child)
        elif child.dep_ in OBLIQUE and child.pos_ in NOUNS:
            name = slot_name(child)
            token = antecedent(child)
            yield Slot("genitive" if name in ("Gen", "") else name, token)
    yield from _possessor(noun)
    if (verb := _clause_of(noun)) is not None:
        yield from (Slot("clause", each.token) for each in slots(verb) if each.name in ("subject", "agent"))
    if noun.dep_ == "nmod" and noun.head.pos_ in NOUNS:
        yield Slot("head", noun.head)
    if noun.dep_ in ("amod", "acl") and noun.pos_ == "ADJ" and noun.head.pos_ in NOUNS:
        yield Slot("noun", noun.head)
    if noun.dep_ in ("appos", "flat", "flat:name") and noun.head.pos_ in NOUNS:
        yield Slot("apposition", noun.head)
