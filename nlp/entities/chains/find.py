"""The chains of a document: its things, one after another as the text names them, with all that means each."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from nlp.entities.chains.clusters import Item, Thing
from nlp.entities.chains.items import items
from nlp.entities.chains.nodes import nodes
from nlp.entities.chains.nouns import Nouns
from nlp.entities.chains.pronouns import antecedent
from nlp.entities.chains.speakers import speaker, speeches

_GENDER = {"male": "Masc", "female": "Fem"}


def chains(doc: Doc) -> list[list[tuple[int, int]]]:
    """The tokens, `start`:`end`, of every mention of each thing that is mentioned twice at least."""
    found = things(items(doc, nodes(doc)))
    return [[(item.start, item.end) for item in thing.items] for thing in found if len(thing.items) > 1]


def things(each_item: list[Item]) -> list[Thing]:
    """Every item in its thing, in the order of the text."""
    nouns, known, found, before = Nouns(), dict[str, Thing](), list[Thing](), list[Item]()
    for item in each_item:
        thing = antecedent(item, before) if item.pronoun else known.get(item.entity) or _taken_up(item, nouns)
        if thing is None and not item.pronoun:
            thing = _new(item)
            found.append(thing)
        if thing is not None:
            thing.add(item)
            if item.entity:
                known.setdefault(item.entity, thing)
            if not item.pronoun:
                nouns.enter(thing, item)
        before.append(item)
    return [*found, *_spoken(each_item)]


def _spoken(each_item: list[Item]) -> Iterator[Thing]:
    """Put «я» and «мы» to their speakers; those who are not named are things of their own."""
    for run in speeches(each_item):
        known = speaker(run, each_item)
        thing = known or Thing()
        for item in run:
            thing.add(item)
        if known is None:
            yield thing


def _taken_up(item: Item, nouns: Nouns) -> Thing | None:
    return None if item.entity else nouns.find(item)


def _new(item: Item) -> Thing:
    gender = _GENDER.get(item.gender or "") or (None if item.kind == "person" else item.head.gender)
    return Thing(entity=item.entity, kind=item.kind, gender=gender, plural=item.head.plural and item.kind != "person")
