"""Whose post is whose where one verb tells of several people.

«уволены глава «Волги» Пётр Орлов и ректор Иван Сомов»: Орлов is глава of «Волга», Сомов is ректор; but both are
заместители in «заместителями директора назначены Орлов и Сомов».
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nlp.events.filler import Filled, Filler
from nlp.events.fillers import belonging
from nlp.events.frames import Role
from nlp.events.names import Names

SEVERAL = 2
"""What a single post says holds for everyone."""


def shares(names: Names, filled: Filled, roles: Mapping[str, Role], each: str) -> list[Filled]:
    """What every filler of a role has of the rest, in the order found: one event each."""
    people, told, dealt = filled[each], [dict(filled) for _ in filled[each]], _dealt(roles)
    ahead = _goes_ahead([filler for name in dealt for filler in filled[name]], people)
    for name in dealt:
        for own, part in zip(told, _parts(filled[name], people, ahead=ahead), strict=True):
            own[name] = part
    return [_completed(names, {**own, each: [person]}, roles) for own, person in zip(told, people, strict=True)]


def _dealt(roles: Mapping[str, Role]) -> list[str]:
    """Posts, and the bodies that they belong to."""
    pairs = [(role.of, name) for name, role in roles.items() if role.of is not None]
    return list(dict.fromkeys(name for pair in pairs for name in pair))


def _parts(found: Sequence[Filler], people: Sequence[Filler], *, ahead: bool) -> list[list[Filler]]:
    """What stands in front of each name, or behind it; all of it for everyone when none lies between two names."""
    starts = sorted(each.span.start for each in people)
    if len(found) < SEVERAL or not any(starts[0] < each.span.start < starts[-1] for each in found):
        return [list(found) for _ in people]
    return [[each for each in found if _belongs(each, person, starts, ahead=ahead)] for person in people]


def _goes_ahead(found: Sequence[Filler], people: Sequence[Filler]) -> bool:
    """Whether titles go ahead of names: one stands before the first name, or tells the first person alone."""
    first = min(each.span.start for each in people)
    return any(each.span.start <= first for each in found)


def _belongs(filler: Filler, person: Filler, starts: Sequence[int], *, ahead: bool) -> bool:
    at, own = filler.span.start, person.span.start
    if ahead:
        return max((each for each in starts if each < own), default=-1) < at < max(person.span.end, own + 1)
    following = min((each for each in starts if each > own), default=at + 1)
    return own <= at < following


def _completed(names: Names, filled: Filled, roles: Mapping[str, Role]) -> Filled:
    """With the body that the person's own post belongs to, when none is left for them."""
    for name, role in roles.items():
        if role.of is not None and not filled[name]:
            filled[name] = [owner for post in filled[role.of] for owner in belonging(names, post, role.labels)]
    return filled
