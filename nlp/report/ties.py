"""Who met whom, and who signed with whom: people, organisations and countries that took part in one event.

«Павел Ткач провёл переговоры с Сюн Цицзюнем» → a tie "met"; «меморандум между Минсвязи и верфями» → "signed".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, Literal, NamedTuple

from nlp.entities.keys import organisation_key, person_key, place_key
from nlp.report.names import line
from nlp.schema import Event, Record
from nlp.tables.distinct import distinct

Kind = Literal["met", "signed"]
KINDS: dict[str, Kind] = {"meeting": "met", "visit": "met", "agreement": "signed"}
"""The types of events that tie those who take part, and how."""
CROWD = 12
"""Where more take part, it is a congress and not a meeting of each with each."""


class Actor(NamedTuple):
    """Who takes part: the key under which documents meet, the name, "person", "org" or "place"."""

    key: str
    name: str
    kind: str


class Tie(NamedTuple):
    """Two who took part in one event, in the order of their keys."""

    one: Actor
    other: Actor
    kind: Kind
    event: Event


def actors(record: Record) -> dict[str, Actor]:
    """Everyone who can take part in something, by entity id; who shares a key in one document stays apart."""
    found: dict[str, Actor] = {}
    for person in record.people:
        found[person.id] = Actor(person_key(person), line(person.name), "person")
    for body in record.organisations:
        found[body.id] = Actor(organisation_key(body), line(body.name), "org")
    for place in record.places:
        found[place.id] = Actor(place_key(place), line(place.name), "place")
    return found


def taking_part(event: Event, known: dict[str, Actor]) -> dict[str, Actor]:
    """The actors of an event, each once, by key."""
    return {known[item.entity].key: known[item.entity] for item in event.arguments if item.entity in known}


def _bound(record: Record, event: Event, known: dict[str, Actor]) -> dict[str, Actor]:
    """The parties of the document that the event tells of: «подписан меморандум между Минсвязи и верфями»."""
    parties = (party for item in record.agreements if item.id == event.agreement for party in item.parties)
    return {known[party].key: known[party] for party in parties if party in known}


def ties(record: Record) -> Iterator[Tie]:
    """The ties of one record; what is only planned, possible or denied makes none."""
    known = actors(record)
    for event, _ in distinct(record):
        kind = KINDS.get(event.type)
        present = taking_part(event, known) | _bound(record, event, known)
        if kind and event.status == "actual" and len(present) <= CROWD:
            for one, other in combinations(sorted(present.values()), 2):
                yield Tie(one, other, kind, event)


def network(found: Iterable[tuple[Tie, str]]) -> dict[str, Any]:
    """Nodes and links to draw; of each tie comes the anchor of its sentence."""
    nodes: dict[str, Actor] = {}
    links: dict[tuple[str, str, str], list[str]] = {}
    for tie, anchor in found:
        nodes |= {tie.one.key: tie.one, tie.other.key: tie.other}
        anchors = links.setdefault((tie.one.key, tie.other.key, tie.kind), [])
        if anchor not in anchors:
            anchors.append(anchor)
    order = {key: at for at, key in enumerate(nodes)}
    return {
        "nodes": [[actor.name, actor.kind] for actor in nodes.values()],
        "links": [[order[one], order[other], kind, anchors] for (one, other, kind), anchors in links.items()],
    }
