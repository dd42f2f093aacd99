"""What events tell about people's posts: «С 1 марта директором завода назначена Анна Орлова».

An appointment that happened gives the post and its start, a dismissal its end; what was known stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

import msgspec

from nlp.entities.posts import lowered
from nlp.entities.titles import one_post, synonyms
from nlp.knowledge import lists
from nlp.knowledge.reader import read_table, resource
from nlp.schema import Argument, Event, Person, Position

ACTUAL = "actual"
GAP = 2
"""Characters between two sentences of one paragraph at most."""


class Turn(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `careers.tsv`: which roles of an event tell whose post begins or ends."""

    event: str
    person: str
    position: str
    organisation: str
    turn: Literal["start", "end"]


@lru_cache(maxsize=1)
def turns() -> dict[str, Turn]:
    """By the type of event."""
    return {row.event: row for row in read_table(resource("identity/careers.tsv"), Turn)}


def promoted(people: tuple[Person, ...], events: Sequence[Event]) -> tuple[Person, ...]:
    """The people with the posts that events give them, in the same order."""
    told = {person.id: person for person in people}
    begun: Event | None = None
    for each in events:
        turn = turns().get(each.type)
        if turn is None or each.status != ACTUAL:
            continue
        begun = each if turn.turn == "start" else begun
        event = _succeeded(each, begun, turn)
        holder = _one(event, turn.person)
        if holder is not None and holder.entity in told:
            told[holder.entity] = _with(told[holder.entity], event, turn)
    return tuple(told.values())


def _succeeded(event: Event, begun: Event | None, turn: Turn) -> Event:
    """With the post of the successor, told in the same sentence or the one before: «сменившую Павла Котова»."""
    if begun is None or event.rule not in _successions() or _one(event, turn.position) is not None:
        return event
    near = event.sentence.start - begun.sentence.end <= GAP
    roles = {turn.position, turn.organisation}
    told = tuple(each for each in begun.arguments if each.role in roles) if near else ()
    return msgspec.structs.replace(event, arguments=(*event.arguments, *told))


def _successions() -> frozenset[str]:
    return lists.words("identity/successions.txt")


def _with(person: Person, event: Event, turn: Turn) -> Person:
    """«Директор уходит»: a post that is the person's own mention is the only one known of them."""
    post, body = _one(event, turn.position), _one(event, turn.organisation)
    if post is None or (post.entity == person.id and len(person.positions) != 1):
        return person
    organisation = body.entity if body is not None else None
    title = person.positions[0].title if post.entity == person.id else one_post(post.name)[0]
    kept = [each for each in person.positions if not _same(each, title, organisation)]
    known = next((each for each in person.positions if each not in kept), None)
    return msgspec.structs.replace(person, positions=(*kept, _position(known, post, organisation, event, turn)))


def _position(known: Position | None, post: Argument, organisation: str | None, event: Event, turn: Turn) -> Position:
    title, phase = one_post(post.name)
    base = known or Position(lowered(title), organisation, None, None, post.mention, phase)
    date = _day(event, turn)
    if turn.turn == "start":
        return msgspec.structs.replace(base, start=base.start or date, organisation=base.organisation or organisation)
    return msgspec.structs.replace(base, end=base.end or date, phase=base.phase or "former")


def _day(event: Event, turn: Turn) -> str | None:
    """The end of an interval that tells: «с 1 марта» is `2024-03-01/..`, and the post begins on 2024-03-01."""
    first, _, last = (event.date.value if event.date is not None else "").partition("/")
    day = first if turn.turn == "start" or not last else last
    return day if any(map(str.isdigit, day)) else None


def _same(known: Position, title: str, organisation: str | None) -> bool:
    one, two = known.title.lower(), title.lower()
    named = synonyms().get(one, one) == synonyms().get(two, two)
    alike = named or one.startswith(f"{two} ") or two.startswith(f"{one} ")
    return alike and (known.organisation is None or organisation in {None, known.organisation})


def _one(event: Event, role: str) -> Argument | None:
    """The only filler of a role: two posts of two people cannot be told apart."""
    found = [argument for argument in event.arguments if argument.role == role]
    return found[0] if len(found) == 1 else None
