"""Whether two events can be two tellings of one: what their roles have in common, and what contradicts.

«Пресс-секретаря уволили» and «Пётр Орлов лишился поста пресс-секретаря» are one: who is not named in the first is what
the second tells of Орлов. A name against another name contradicts, a name against «стороны» does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nlp.schema import Event

SURE = 2
"""Roles filled by the same names that outweigh another wording of a third."""
SHORTEST = 3
"""Letters of a word that tells something."""
_WORD = re.compile(r"[^\W\d_]+|\d+")


class Fillers(NamedTuple):
    """Who plays a role: ids of those that are known, words for the rest."""

    known: frozenset[str]
    said: frozenset[str]


def agree(one: Event, other: Event, wanted: tuple[str, ...], loose: tuple[str, ...]) -> bool:
    """Whether nothing contradicts, and enough is in common; `wanted` roles must be, `loose` ones may differ."""
    ours, theirs = _by_role(one), _by_role(other)
    both = [role for role in ours if role in theirs]
    if any(_differ(ours[role], theirs[role]) for role in both if role not in loose):
        return False
    same = [role for role in both if _same_names(ours[role], theirs[role])]
    alike = same + [role for role in both if role not in same and _same_words(ours[role], theirs[role])]
    unlike = [role for role in both if role not in alike and not _is_told_by_name(ours[role], theirs[role])]
    if unlike and (set(unlike) - set(loose) or _two_days(one, other)):
        return False
    asked = [role for role in wanted if role in both and role not in alike]
    return bool(alike) if not asked else _outweighed(asked, same, loose) or _described(ours, theirs, asked)


def _two_days(one: Event, other: Event) -> bool:
    return one.date is not None and other.date is not None and one.date.value != other.date.value


def _outweighed(asked: list[str], same: list[str], loose: tuple[str, ...]) -> bool:
    """Other words for what may be told otherwise, between the same people: «12 истребителей», then «самолёты»."""
    return set(asked) <= set(loose) and len(same) >= SURE


def compatible(one: Event, other: Event, loose: tuple[str, ...]) -> bool:
    """Whether no role is filled by other names; less than `agree`: nothing need be in common."""
    ours, theirs = _by_role(one), _by_role(other)
    return not any(_differ(ours[role], theirs[role]) for role in ours if role in theirs and role not in loose)


def _by_role(event: Event) -> dict[str, Fillers]:
    roles = dict.fromkeys(argument.role for argument in event.arguments)
    return {role: _fillers(event, role) for role in roles}


def _fillers(event: Event, role: str) -> Fillers:
    found = [argument for argument in event.arguments if argument.role == role]
    known = frozenset(each.entity for each in found if each.entity)
    said = frozenset(word for each in found if not each.entity for word in _words(each.name))
    return Fillers(known, said)


def _words(name: str) -> Iterator[str]:
    """Words that tell something, and every number."""
    found = _WORD.findall(name.lower().replace("ё", "е"))
    return (word for word in found if len(word) >= SHORTEST or word.isdigit())


def _same_names(one: Fillers, other: Fillers) -> bool:
    """All whom the poorer telling names."""
    return bool(one.known and other.known) and (one.known <= other.known or other.known <= one.known)


def _differ(one: Fillers, other: Fillers) -> bool:
    return bool(one.known and other.known) and not _same_names(one, other)


def _same_words(one: Fillers, other: Fillers) -> bool:
    """Most words of the shorter wording, and no other number: «2 % акций» are not «1,5 % акций»."""
    numbers = [{word for word in each.said if word.isdigit()} for each in (one, other)]
    shorter = min(len(one.said), len(other.said))
    most = len(one.said & other.said) * 2 > shorter and not (all(numbers) and numbers[0] != numbers[1])
    return not (one.known and other.known) and most


def _is_told_by_name(one: Fillers, other: Fillers) -> bool:
    """Whether one telling names whom the other only describes."""
    return bool(one.known) != bool(other.known)


def _covers(said: frozenset[str], description: frozenset[str]) -> bool:
    """At least half of a description: «губернатор» of «губернатор Вологодчины»."""
    return bool(description) and len(said & description) * 2 >= len(description)


def _described(ours: dict[str, Fillers], theirs: dict[str, Fillers], asked: list[str]) -> bool:
    """Whether those who are described in one telling are what another role of the other tells of the one named."""
    for role in asked:
        if not _is_told_by_name(ours[role], theirs[role]):
            return False
        described, rest = (ours, theirs) if not ours[role].known else (theirs, ours)
        others = [fillers.said for name, fillers in rest.items() if name != role]
        own = [fillers.said for name, fillers in described.items() if name != role and fillers.said]
        said_of = described[role].said
        if not any(_covers(said, said_of) for said in others) and not any(said in others for said in own):
            return False
    return True
