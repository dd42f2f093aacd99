"""Relations of FollowTheMoney: posts held, agents of parties, parties of agreements, and what events state.

«Министр Орлова подписала соглашение от Минтранса» → Employment of Орлова at Минтранс, and a Representation: she signs
for the body in which she holds a post.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

import msgspec

from nlp.knowledge.reader import read_toml, resource
from nlp.output.exports.ftm_entities import Entities, day
from nlp.output.exports.names import digest
from nlp.schema import Event, Person, Position, Record

FIT = {
    "asset": {"Company"}, "employer": {"Company", "PublicBody", "Organization"}, "employee": {"Person"},
    "organization": {"Company", "PublicBody", "Organization"},
}  # fmt: skip
"""Schemata that a property takes where it does not take every body and person."""


class End(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A property and the role that fills it."""

    property: str
    role: str


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A relation that events of a type state."""

    type: str
    schema: str
    source: End
    target: End
    date: str
    phase: str | None = None
    post: str | None = None

    def stated(self, event: Event) -> bool:
        """Whether an event states it: only what happened does."""
        return event.type == self.type and self.phase in {None, event.phase} and event.status == "actual"


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table of `nlp/knowledge/exports/followthemoney.toml`."""

    link: tuple[Link, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    """The relations of the package."""
    return read_toml(resource("exports/followthemoney.toml"), Table)


def links(record: Record, made: Entities, events: Sequence[Event]) -> Iterator[dict[str, Any]]:
    """Every relation that a record states."""
    for person in record.people:
        yield from (_held(made, person, held) for held in person.positions if made.acts(held.organisation))
    for agreement in record.agreements:
        yield from (_party(made, each, agreement.id, "party") for each in agreement.parties)
        yield from (_party(made, each, agreement.id, "signatory") for each in agreement.signatories)
    for event in events:
        yield from _agents(record, made, event)
        for link in table().link:
            if link.stated(event):
                yield from _stated(made, link, event)


def _held(made: Entities, person: Person, held: Position) -> dict[str, Any]:
    one, other = made.id(person.id), made.id(held.organisation or "")
    return made.made(
        "Employment", f"letopis-{digest('employment', one, other, held.title)}", employee=[one], employer=[other],
        role=[held.title], status=[held.phase], startDate=[day(held.start)], endDate=[day(held.end)],
    )  # fmt: skip


def _party(made: Entities, entity: str, agreement: str, role: str) -> dict[str, Any]:
    one, other = made.id(entity), made.id(agreement)
    return made.made("UnknownLink", f"letopis-{digest(role, one, other)}", subject=[one], object=[other], role=[role])


def _agents(record: Record, made: Entities, event: Event) -> Iterator[dict[str, Any]]:
    """Who signs for a party: the one who holds a post there."""
    people = {person.id: person for person in record.people}
    parties = {each.entity for each in event.arguments if each.role == "party"}
    for argument in event.arguments:
        person = people.get(argument.entity or "") if argument.role == "signatory" else None
        for held in person.positions if person else ():
            if held.organisation in parties and event.status == "actual" and held.organisation:
                one, other = made.id(argument.entity or ""), made.id(held.organisation)
                own = f"letopis-{digest('representation', one, other, made.record.id, event.id)}"
                date = [day(event.date.value) if event.date else None]
                yield made.made("Representation", own, agent=[one], client=[other], role=[held.title], date=date)


def _stated(made: Entities, link: Link, event: Event) -> Iterator[dict[str, Any]]:
    """One relation for every pair of fillers."""
    sources, targets = _fillers(made, event, link.source.role), _fillers(made, event, link.target.role)
    posts = [each.name for each in event.arguments if each.role == link.post]
    date = {link.date: [day(event.date.value) if event.date else None]}
    for source, target in product(sources, targets):
        one, other = made.id(source), made.id(target)
        own = f"letopis-{digest(link.schema, one, other, made.record.id, event.id)}"
        if _fits(made, link.source.property, source) and _fits(made, link.target.property, target):
            ends = {link.source.property: [one], link.target.property: [other]}
            yield made.made(link.schema, own, **ends, role=posts, **date)
        else:
            yield made.made("UnknownLink", own, subject=[one], object=[other], role=posts or [link.type], **date)


def _fillers(made: Entities, event: Event, role: str) -> list[str]:
    found = dict.fromkeys(each.entity for each in event.arguments if each.role == role)
    return [each for each in found if each and made.acts(each)]


def _fits(made: Entities, name: str, entity: str) -> bool:
    return name not in FIT or made.schemata.get(entity, "PublicBody") in FIT[name]
