"""Records of the windows of one long text, made into the record of the text.

Entities meet by their archive-wide keys; a person of whom a window gives only the surname is the one of that surname
whom the text has named, if there is one only. Agreements meet by kind, title, number and date. An event with the same
type, phase, date and known participants as an earlier one tells the same (`same_as`). Pronouns and «министр» are taken
up within their window alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from nlp import document
from nlp.entities.keys import organisation_key, person_key, place_key
from nlp.knowledge.dictionary import fold
from nlp.schema import Agreement, Event, Organisation, Person, Place, Record

IDS = frozenset(
    {"id", "entity", "mention", "mentions", "organisation", "part_of", "from", "to", "place", "parties", "signatories"}
    | {"agreement", "same_as"}
)
"""The fields of a record's parts that hold ids."""
EXTENTS = frozenset({"start", "end"})
GATHERED = ("aliases", "positions", "mentions", "parties", "signatories")
"""What an entity has of every window; of all else the first that is known."""


class Joined:
    """The windows so far; `add` them in the order of the text."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.parts: dict[str, list[Any]] = {"mentions": [], **{name: [] for name in document.PARTS}}
        self.known: dict[str, int] = {}
        self.told: dict[Any, str] = {}

    def add(self, record: Record, offset: int) -> None:
        """Another window, which begins at this character of the text."""
        names = {mention.id: self._new("m") for mention in record.mentions}
        met = [self._meet(name, part, names) for name in ENTITIES for part in getattr(record, name)]
        names |= {event.id: self._new("e") for event in record.events}
        for name, part, place in met:
            self._enter(name, _moved(part, names, offset), place)
        for name in self.parts.keys() - ENTITIES.keys():
            self.parts[name] += [_moved(part, names, offset) for part in getattr(record, name)]
        self._tell(len(record.events))

    def record(self, first: Record, id_: str, text: str) -> Record:
        """The record of the whole text, under what the first window knows of it."""
        return msgspec.structs.replace(
            first, id=id_, text=text, **{name: tuple(parts) for name, parts in self.parts.items()}
        )

    def _new(self, letter: str) -> str:
        self.numbers[letter] = self.numbers.get(letter, 0) + 1
        return f"{letter}{self.numbers[letter]}"

    def _meet(self, name: str, part: Any, names: dict[str, str]) -> tuple[str, Any, int | None]:
        """An entity and its place among those of earlier windows, if it is there; its id is known from now on."""
        keys = ENTITIES[name](part)
        places = [self.known[key] for key in keys if self.known.get(key, -1) >= 0]
        place = next((each for each in places if _may_be(self.parts[name][each], part)), None)
        names[part.id] = self._new(part.id[0]) if place is None else self.parts[name][place].id
        return name, part, place

    def _enter(self, name: str, part: Any, place: int | None) -> None:
        parts = self.parts[name]
        if place is None:
            parts.append(part)
        else:
            parts[place] = _merged(parts[place], part)
        here = len(parts) - 1 if place is None else place
        for key in ENTITIES[name](part):
            self.known[key] = here if self.known.get(key, here) == here else -1  # a key of two is nobody's

    def _tell(self, number: int) -> None:
        """Look for what the last events tell again."""
        events: list[Event] = self.parts["events"]
        for place in range(len(events) - number, len(events)):
            event = events[place]
            if event.same_as is None and (key := _told(event)):
                first = self.told.setdefault(key, event.id)
                if first != event.id:
                    events[place] = msgspec.structs.replace(event, same_as=first)


def _person(person: Person) -> Iterable[str]:
    """The key of the name, then that of the surname alone; who may be a woman is no man."""
    sex = person.gender or ""
    yield f"{person_key(person)} {sex}"
    if person.surname:
        yield f"surname/{fold(person.surname)} {sex}"


def _may_be(one: Any, other: Any) -> bool:
    """Whether entities that share a key are one: people of one surname with two first names are not."""
    return not isinstance(one, Person) or None in {one.given, other.given} or person_key(one) == person_key(other)


def _organisation(organisation: Organisation) -> Iterable[str]:
    yield organisation_key(organisation)


def _place(place: Place) -> Iterable[str]:
    yield place_key(place)


def _agreement(agreement: Agreement) -> Iterable[str]:
    yield f"agreement/{agreement.kind}/{fold(agreement.title)}/{agreement.number}/{agreement.date}"


ENTITIES: dict[str, Callable[[Any], Iterable[str]]] = {
    "people": _person,
    "organisations": _organisation,
    "places": _place,
    "agreements": _agreement,
}
"""Under which keys the entities of two windows meet."""


def _moved(part: Any, names: dict[str, str], offset: int) -> Any:
    return msgspec.convert(_renamed(msgspec.to_builtins(part), names, offset), type=type(part))


def _renamed(plain: Any, names: dict[str, str], offset: int, field: str = "") -> Any:
    """Plain data with its ids renamed and its offsets moved; dates have a `start`, too, but no number there."""
    if isinstance(plain, dict):
        return {key: _renamed(value, names, offset, key) for key, value in plain.items()}
    if isinstance(plain, list | tuple):
        return [_renamed(item, names, offset, field) for item in plain]
    if isinstance(plain, int) and field in EXTENTS:
        return plain + offset
    return names.get(plain, plain) if isinstance(plain, str) and field in IDS else plain


def _merged(one: Any, other: Any) -> Any:
    """An entity of two windows; the longer name of a person is the fuller."""
    first, second = (other, one) if isinstance(one, Person) and len(other.name) > len(one.name) else (one, other)
    found = {}
    for name in one.__struct_fields__:
        own, theirs = getattr(first, name), getattr(second, name)
        found[name] = tuple(dict.fromkeys((*own, *theirs))) if name in GATHERED else theirs if own is None else own
    if "aliases" in found:
        spoken = dict.fromkeys((*found["aliases"], second.name))
        found["aliases"] = tuple(each for each in spoken if each != found["name"])
    return type(one)(**found | {"id": one.id, "mentions": (*one.mentions, *other.mentions)})


def _told(event: Event) -> Any:
    """What an event is known again by; `None` without date or participants."""
    who = frozenset((argument.role, argument.entity) for argument in event.arguments if argument.entity)
    return (event.type, event.phase, event.date.value, who) if event.date and who else None
