"""Everybody is told once in an event: ranks, titles beside names and echoes of other roles are left out.

«подписал заместитель министра Андрей Орлов»: the title is no second party.
"""

from __future__ import annotations

from spacy.tokens import Token

from nlp.events.filler import Filled, Filler, overlap
from nlp.events.frames import POST, Role
from nlp.events.titles import agree, ranks
from nlp.events.words import feature, lemma


def once(filled: Filled, roles: dict[str, Role]) -> Filled:
    """The fillers of every role without what repeats another, or is nobody."""
    filled = _without_own_titles(_without_ranks(_without_echoes(filled, roles), roles), roles)
    return _apart(_named_first(filled, roles))


def _without_echoes(filled: Filled, roles: dict[str, Role]) -> Filled:
    """Drop the second role of several people whom their words do not name: «семеро генералов» are no position."""
    kept: Filled = {}
    for name, found in filled.items():
        kept[name] = [each for each in found if not (roles[name].shared and _is_echo(each, name, filled))]
    return kept


def _is_echo(filler: Filler, name: str, filled: Filled) -> bool:
    others = (each for role, found in filled.items() if role != name for each in found if not each.entity)
    return feature(filler.span.root, "Number") == "Plur" and any(overlap(filler.span, each.span) for each in others)


def _without_ranks(filled: Filled, roles: dict[str, Role]) -> Filled:
    """«освобождён генерал-майор полиции»: a rank is no post."""
    posts = [name for name, role in roles.items() if role.for_posts]
    kept = {name: [each for each in filled[name] if lemma(each.span.root) not in ranks()] for name in posts}
    return filled | kept


def _without_own_titles(filled: Filled, roles: dict[str, Role]) -> Filled:
    """«подписал заместитель министра Андрей Орлов»: the title of who signed is no party beside him."""
    people = {each.span.start: each.span.root for found in filled.values() for each in found if each.label == "PERSON"}
    return {
        name: [each for each in found if roles[name].for_posts or not _is_title_of(each, people)]
        for name, found in filled.items()
    }


def _is_title_of(filler: Filler, people: dict[int, Token]) -> bool:
    behind = people.get(filler.span.end)
    return filler.label == POST and behind is not None and agree(filler.span.root, behind)


def _named_first(filled: Filled, roles: dict[str, Role]) -> Filled:
    """«глава «Волги» покинул компанию»: the body is named, and told again by a common noun."""
    owners = [name for name, role in roles.items() if role.of is not None and any(each.entity for each in filled[name])]
    return filled | {name: [each for each in filled[name] if each.entity] for name in owners}


def _apart(filled: Filled) -> Filled:
    """«Указом президента Орлов награждён»: a title is somebody else than whom the sentence names in another role."""
    named = {(each.entity, name) for name, found in filled.items() for each in found if each.label == "PERSON"}
    return {
        name: [each._replace(entity=None) if _is_named_elsewhere(each, name, named) else each for each in found]
        for name, found in filled.items()
    }


def _is_named_elsewhere(filler: Filler, name: str, named: set[tuple[str | None, str]]) -> bool:
    others = {entity for entity, role in named if role != name}
    return filler.label == POST and filler.entity is not None and filler.entity in others
