"""A record with its ids looked up: names where the record has ids, and the cells that people read.

Several values in one cell are parted by "; ", the roles of an event by " | ":
«party: Минсвязи; Минпромторг | document: меморандум».
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nlp.schema import Event, Mention, Person, Position, Record

PART, ROLE = "; ", " | "


class View:
    """One record, its names by entity id and its mentions by mention id.

    `names` gives «Павел Ткач» for "p1"; an agreement goes by its title.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self.mentions: dict[str, Mention] = {mention.id: mention for mention in record.mentions}
        self.names: dict[str, str] = {item.id: item.title for item in record.agreements}
        for entities in (record.people, record.organisations, record.places):
            self.names.update((item.id, item.name) for item in entities)

    def name(self, entity: str | None) -> str | None:
        """The name of an entity: "o1" → «ШОС»; `None` for `None`."""
        return None if entity is None else self.names[entity]

    def joined(self, entities: Iterable[str]) -> str:
        """Names in one cell: «Минсвязи; Минпромторг»."""
        return PART.join(self.names[entity] for entity in entities)

    def place(self, event: Event) -> str | None:
        """Where it happens: «Карамай»; the words of the text for a place that is no entity."""
        at = event.place
        if at is None:
            return None
        return self.name(at.entity) or (self.mentions[at.mention].text if at.mention else None)

    def date(self, event: Event) -> str | None:
        """When it happens, as EDTF: "2025-06-17/2025-06-18"."""
        return event.date.value if event.date else None

    def roles(self, event: Event) -> dict[str, list[str]]:
        """The names in each role, each once, as the record orders them: {"visitor": ["Ли Цян"]}."""
        roles: dict[str, list[str]] = {}
        for argument in event.arguments:
            filled = roles.setdefault(argument.role, [])
            if argument.name not in filled:
                filled.append(argument.name)
        return roles

    def participants(self, event: Event) -> str:
        """Who and what takes part, in one cell: «visitor: Ли Цян | host: Беларусь»."""
        return ROLE.join(f"{role}: {PART.join(filled)}" for role, filled in self.roles(event).items())

    def sentence(self, event: Event) -> str:
        """The sentence on one line."""
        return " ".join(self.record.text[event.sentence.start : event.sentence.end].split())

    def position(self, held: Position) -> str:
        """A post with its organisation: «министр, Министерство финансов (former)»."""
        parts = [held.title, *filter(None, [self.name(held.organisation)])]
        return ", ".join(parts) + (f" ({held.phase})" if held.phase else "")

    def positions(self, person: Person) -> list[str]:
        """Every post of a person, each once."""
        return list(dict.fromkeys(self.position(held) for held in person.positions))
