"""Whom a pronoun means: rules of grammar where they decide, else the most salient of those who agree.

«Ткач сказал, что он доволен своим визитом»: «своим» is the subject of its clause; «он» agrees in gender and number with
the most salient person. The factors of salience and their weights are those of Lappin and Leass, An Algorithm for
Pronominal Anaphora Resolution, 1994, found for English manuals; nothing was fitted to a corpus here.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.entities.chains.clusters import Item, Thing
from nlp.entities.chains.nodes import Node

SENTENCES = 3
"""How many sentences back an antecedent is looked for."""
THIRD = frozenset({"он", "она", "оно", "они", "его", "ее", "их"})
OWN = frozenset({"свой", "себя"})
RELATIVE = frozenset({"который", "чей"})
RECENT, SUBJECT, OBJECT, OBLIQUE, HEAD, PARALLEL = 100.0, 80.0, 50.0, 40.0, 80.0, 35.0
"""Of any mention; of subjects, objects, other parts of the clause; of what is in no other phrase; of a like role."""
PERSON = SUBJECT
"""A person rather than a thing, by as much as a subject: Silverstein, Hierarchy of Features and Ergativity, 1976."""
ROLES = {"obj": OBJECT, "iobj": OBLIQUE, "obl": OBLIQUE}
MENTIONS = 12
"""How many of the latest mentions of a thing are looked at."""


def antecedent(item: Item, before: Sequence[Item]) -> Thing | None:
    """The thing that the pronoun means; `before` are the items so far, those of this sentence after it left out."""
    lemma = item.head.lemma
    if lemma in RELATIVE or lemma == "где":
        return _relative(item, before)
    if lemma in OWN:
        return _subject(item.head, before)
    if lemma in THIRD:
        return _third(item, before)
    return None


def _relative(item: Item, before: Sequence[Item]) -> Thing | None:
    """What the clause hangs on."""
    clause = next((node for node in (item.head, *item.head.above()) if node.relation == "acl:relcl"), None)
    found = _thing_at(clause.head, before, item) if clause is not None and clause.head is not None else None
    return found or _beside(item, before)


def _beside(item: Item, before: Sequence[Item]) -> Thing | None:
    """The nearest noun of its sentence that agrees with it, where the tree does not tell."""
    for each in reversed(before[-12:]):
        same = each.head.sentence == item.head.sentence and not each.pronoun and each.end <= item.start
        if same and each.head.plural == item.head.plural and item.head.gender in {None, each.head.gender}:
            return each.thing
    return None


def _thing_at(node: Node, before: Sequence[Item], item: Item) -> Thing | None:
    """The thing whose phrase has the word."""
    over = [each for each in before[-60:] if each.head is node and each is not item]
    over = over or [each for each in before[-60:] if each.start <= node.place < each.end <= item.start]
    return min(over, key=_length).thing if over else None


def _length(item: Item) -> int:
    return item.end - item.start


def _subject(node: Node, before: Sequence[Item]) -> Thing | None:
    """The subject of the clause, of the nearest clause above that has one."""
    at = {each.head.place: each for each in before[-60:]}
    for verb in node.above():
        subject = next(
            (child for child in verb.children if child.relation.startswith("nsubj") and child is not node), None
        )
        if subject is not None and subject.place in at and node.head is not subject:
            return at[subject.place].thing
        if verb.relation == "acl" and verb.head is not None and verb.head.place in at:
            return at[verb.head.place].thing
    return None


def _third(item: Item, before: Sequence[Item]) -> Thing | None:
    start = item.head.sentence - SENTENCES
    best: tuple[float, Thing] | None = None
    for each in reversed(before):
        if each.head.sentence < start:
            break
        if each.thing is None or each.end > item.start or not _agrees(item, each) or _bound(item, each):
            continue
        score = _score(item, each)
        if best is None or score > best[0]:
            best = score, each.thing
    return best[1] if best else None


def _agrees(item: Item, each: Item) -> bool:
    """In number and gender; a pronoun before lends those of what it means."""
    thing = each.thing
    if thing is None or each.head.lemma in {"я", "мы", "мой", "наш"}:
        return False
    many = item.head.lemma in {"они", "их"} or (item.head.plural and item.head.lemma == "он")
    if many != thing.plural:
        return False
    if many:
        return True
    wanted = "Fem" if item.head.lemma in {"она", "ее"} else item.head.gender or "Masc"
    told = thing.gender
    if wanted == "Fem":
        return told in {"Fem", None}
    oblique = item.head.lemma == "его" or item.head.features.get("Case") != "Nom"
    return told in ({"Masc", "Neut", None} if oblique else {wanted, None})


def _bound(item: Item, each: Item) -> bool:
    """«Ткач встретил его»: who is subject of the same verb is not the object; nor who stands in the phrase itself."""
    head, verb = item.head, item.head.head
    if each.head is verb:
        return True
    possessive = head.part == "DET"
    if possessive and verb is not None:
        clause = next((node for node in head.above() if node.part == "VERB"), None)
        return each.head.head is clause and each.head.relation.startswith("nsubj") and not verb.subject
    return each.head.head is verb and each.head.relation != "conj"


def _score(item: Item, each: Item) -> float:
    thing = each.thing
    if thing is None:
        return 0.0
    score = salience(thing, item.head.sentence) + PARALLEL * (each.head.relation == item.head.relation)
    return score + PERSON * (thing.person and item.head.lemma != "они")


def salience(thing: Thing, sentence: int) -> float:
    """Each factor counts once, from the mention that has it nearest, and is halved with every sentence between."""
    best: dict[str, float] = {}
    for each in thing.items[-MENTIONS:]:
        fading = 0.5 ** (sentence - each.head.sentence)
        for name, weight in _factors(each.head):
            best[name] = max(best.get(name, 0.0), weight * fading)
    return sum(best.values())


def _factors(node: Node) -> list[tuple[str, float]]:
    role = ("subject", SUBJECT) if node.subject else (node.relation, ROLES.get(node.relation, 0.0))
    return [("recent", RECENT), role, ("head", 0.0 if node.relation in {"nmod", "amod"} else HEAD)]
