"""Who does what an infinitive, a converb or a second verb tells, though another word governs it.

«поручил министру подписать» → министру; «намерение банка купить» → банка.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from nlp.events.cues import orders
from nlp.events.relatives import antecedent
from nlp.events.words import SUBJECTS, feature, is_attribute, is_passive, is_verb, lemma, slot_name
from nlp.knowledge import lists


def subject_above(verb: Token, depth: int = 4) -> Iterator[Token]:
    """The doer of an infinitive, a converb or a second verb: «поручил министру подписать» → министру."""
    head = verb.head
    if depth == 0 or head.i == verb.i or not _borrows(verb):
        return
    subjects = [child for child in head.children if child.dep_ in SUBJECTS and not is_verb(child)]
    if (bound := _bound(verb)) or lemma(head) in orders():
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
    """Who does what an infinitive says: «удалось партиям договориться», «обязал завод заключить договор»."""
    if feature(verb, "VerbForm") != "Inf" or verb.dep_ == "conj":
        return []
    ordered = lemma(verb.head) in orders()
    found = _told(verb.head, ("Dat", "Acc") if ordered and is_verb(verb.head) else ("Dat",))
    return found or (_receiver(verb.head) if ordered and verb.head.pos_ == "NOUN" else [])


def _told(word: Token, cases: tuple[str, ...]) -> list[Token]:
    return [
        child for child in word.children if child.dep_ in ("iobj", "obl", "obj", "nmod") and slot_name(child) in cases
    ]


def _receiver(noun: Token) -> list[Token]:
    """«передал министру приглашение посетить Минск» → министру; «министр принял приглашение …» → министр."""
    verb = next((each for each in noun.ancestors if is_verb(each)), None)
    if verb is None:
        return []
    subjects = (antecedent(child) for child in verb.children if child.dep_ in SUBJECTS and not is_verb(child))
    return _told(verb, ("Dat",)) or (list(subjects) if lemma(verb) in receivers() else [])


def receivers() -> frozenset[str]:
    """Verbs whose subject is asked by the order that is their object: «получить (приглашение)»."""
    return lists.words("grammar/receivers.txt")
