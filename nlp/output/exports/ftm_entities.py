"""Articles, people, bodies, places, agreements and events as entities of FollowTheMoney."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from nlp.entities.keys import entity_keys
from nlp.events.frame_files import frames
from nlp.output.exports.names import digest
from nlp.schema import Agreement, Event, Organisation, Person, Place, Record
from nlp.tables.edtf import days
from nlp.tables.view import View

STATE = frozenset({"ministry", "government", "agency", "parliament", "court", "committee", "military", "police"})
COMPANIES = frozenset({"company", "bank"})
NOT_SO = {"planned": "планируется", "possible": "возможно", "negated": "не состоялось"}
_PREFIX = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?")
_URL = re.compile(r"https?://\S+")
Values = Iterable[str | None]


class Entities:
    """The entities of one record, and their ids."""

    def __init__(self, record: Record) -> None:
        self.record, self.view, self.keys = record, View(record), entity_keys(record)
        self.proof = f"letopis-document-{record.id}"
        self.schemata: dict[str, str] = dict.fromkeys((each.id for each in record.people), "Person")
        self.schemata.update((each.id, schema_of(each)) for each in record.organisations)
        self.states = {each.id: each for each in record.places}
        self.titles = {frame.type: frame.title for frame in frames()}

    def id(self, entity: str, acting: bool = True) -> str:
        """The id of an entity; a place that acts, «Россия подписала», is a body beside the place itself."""
        if entity not in self.keys:
            return f"letopis-{digest(self.record.id, entity)}"
        beside = "actor/" if acting and entity in self.states else ""
        return f"letopis-{digest(beside + self.keys[entity])}"

    def made(self, schema: str, own: str, **properties: Values) -> dict[str, Any]:
        """An entity with those of its properties that have values."""
        known = {name: sorted({value for value in values if value}) for name, values in properties.items()}
        known["proof"] = [self.proof]
        return {"id": own, "schema": schema, "properties": {name: found for name, found in known.items() if found}}

    def article(self) -> dict[str, Any]:
        """The document; it needs no proof."""
        source = self.record.source or ""
        name = re.split(r"[/\\]", source)[-1]
        article = self.made(
            "Article", self.proof, title=[self.record.title], fileName=[name or f"{self.record.id}.txt"],
            publishedAt=[self.record.published], language=[{"ru": "rus"}.get(self.record.language)],
            sourceUrl=[source if _URL.fullmatch(source) else None], bodyText=[self.record.text.strip()],
            peopleMentioned=[each.name for each in self.record.people],
            companiesMentioned=[each.name for each in self.record.organisations],
            locationMentioned=[each.name for each in self.record.places],
        )  # fmt: skip
        del article["properties"]["proof"]
        return article

    def person(self, person: Person) -> dict[str, Any]:
        """«Анна Орлова», with the posts held."""
        return self.made(
            "Person", self.id(person.id), name=[person.name], firstName=[person.given], fatherName=[person.patronymic],
            lastName=[person.surname], gender=[person.gender], alias=person.aliases,
            position=self.view.positions(person),
        )  # fmt: skip

    def organisation(self, body: Organisation) -> dict[str, Any]:
        """A body; what kind of body is its `classification`."""
        return self.made(
            schema_of(body), self.id(body.id), name=[body.name], alias=[body.short, *body.aliases],
            country=[body.country and body.country.lower()], classification=[body.kind],
            parent=[self.id(body.part_of) if body.part_of else None],
        )  # fmt: skip

    def places(self, events: Iterable[Event]) -> Iterator[dict[str, Any]]:
        """Places that act in events or agreements as bodies, places where something happened as addresses."""
        told = list(events)
        acting = {argument.entity for event in told for argument in event.arguments}
        acting.update(party for each in self.record.agreements for party in each.parties)
        acting.update(held.organisation for person in self.record.people for held in person.positions)
        where = {event.place.entity for event in told if event.place}
        for place in self.record.places:
            if place.id in acting:
                yield self.made("PublicBody", self.id(place.id), name=[place.name], **self._land(place))
            if place.id in where:
                own = self.id(place.id, acting=False)
                city = [place.name if place.kind == "city" else None]
                yield self.made("Address", own, name=[place.name], full=[place.name], city=city, **self._land(place))

    def _land(self, place: Place) -> dict[str, Values]:
        return {"country": [place.country and place.country.lower()]}

    def agreement(self, agreement: Agreement) -> dict[str, Any]:
        """A memorandum, treaty, contract."""
        dates = _dates(agreement.date)
        return self.made(
            "Contract", self.id(agreement.id), name=[agreement.title], title=[agreement.title], type=[agreement.kind],
            status=[agreement.status], summary=[agreement.subject], procedureNumber=[agreement.number],
            contractDate=dates.get("date") or dates.get("startDate") or (),
        )  # fmt: skip

    def event(self, event: Event) -> dict[str, Any]:
        """«Встреча: Анна Орлова, Илья Дрозд (планируется)», with those who take part."""
        actors = {each.entity: each.role for each in event.arguments if self.acts(each.entity)}
        at = event.place.entity if event.place else None
        return self.made(
            "Event", self.id(event.id), name=[self.name(event)], summary=[self.view.sentence(event)],
            recordId=[f"{self.record.id}/{event.id}"],
            keywords=[f"{event.type}/{event.phase}" if event.phase else event.type, event.status],
            location=[self.view.place(event)], addressEntity=[self.id(at, acting=False) if at else None],
            organizer=[self.id(each) for each, role in actors.items() if each and role == "organizer"],
            involved=[self.id(each) for each, role in actors.items() if each and role != "organizer"],
            namesMentioned=[each.name for each in event.arguments if not self.acts(each.entity)],
            **_dates(event.date.value if event.date else None),
        )  # fmt: skip

    def acts(self, entity: str | None) -> bool:
        """Whether it is someone, a body, or a place that stands for its people."""
        return entity in self.schemata or entity in self.states

    def name(self, event: Event) -> str:
        """Its type in Russian, who takes part, and whether it happened."""
        title = self.titles.get(event.type, event.type)
        names = ", ".join(name for names in self.view.roles(event).values() for name in names)
        doubt = f" ({NOT_SO[event.status]})" if event.status in NOT_SO else ""
        return f"{title}: {names}{doubt}" if names else f"{title}{doubt}"


def schema_of(body: Organisation) -> str:
    """Company, PublicBody or, for a body of another kind, Organization."""
    if body.kind in COMPANIES:
        return "Company"
    return "PublicBody" if body.kind in STATE else "Organization"


def _dates(value: str | None) -> dict[str, Values]:
    """A day, month or year is a date; anything longer has its first and last day."""
    if value is None:
        return {}
    if _PREFIX.fullmatch(value):
        return {"date": [value]}
    first, last = days(value)
    ends = {"startDate": first, "endDate": last}
    return {name: [end.isoformat()] for name, end in ends.items() if end}


def day(value: str | None) -> str | None:
    """The value where it is a day, month or year; else its first day."""
    if value is None or _PREFIX.fullmatch(value):
        return value
    first = days(value).first
    return first.isoformat() if first else None
