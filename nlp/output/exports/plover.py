"""PLOVER: political events as JSON Lines, an event a line, in the manner of its codebook and of the NGEC coder.

«Лавров посетил Минск» → CONSULT, mode visit, actor Лавров, recipient Минск. What is only planned, possible or denied
says so in `contexts` (future, hypothetical, negation), and cooperation to come is AGREE, as the codebook asks. An event
of letopis that PLOVER has no category for (an appointment, an award) has the `event_type` null.
Source: PLOVER Codebook, 2021; Halterman et al., Creating Custom Event Data Without Dictionaries, 2023.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from nlp.entities.keys import entity_keys
from nlp.knowledge.reader import read_toml, resource
from nlp.output.whole import whole_text
from nlp.schema import Argument, Event, Organisation, Place, Record
from nlp.tables.distinct import Told, distinct
from nlp.tables.edtf import days
from nlp.tables.view import View

GOVERNMENT = frozenset({"ministry", "government", "agency", "committee", "council"})
SECTORS = {
    **dict.fromkeys(GOVERNMENT, "GOV"), "parliament": "LEG", "court": "JUD", "military": "MIL", "police": "COP",
    "party": "PTY", "company": "BUS", "bank": "BUS", "media": "JRN", "university": "EDU", "school": "EDU",
    "hospital": "MED", "church": "REL", "fund": "SOC",
}  # fmt: skip
"""PLOVER's sectors for kinds of organisations."""


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When an event is one of PLOVER's."""

    type: str
    event: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...] = ()
    phase: str | None = None
    mode: str | None = None
    without: tuple[str, ...] = ()

    def fits(self, event: Event) -> bool:
        """Whether this is the case."""
        filled = {each.role for each in event.arguments}
        return event.type == self.type and self.phase in {None, event.phase} and not filled & set(self.without)


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table of `nlp/knowledge/exports/plover.toml`."""

    future: tuple[str, ...]
    quad: dict[str, str]
    auxiliary: dict[str, str]
    case: tuple[Case, ...]


@lru_cache(maxsize=1)
def codebook() -> Codebook:
    """The cases, in order."""
    return read_toml(resource("exports/plover.toml"), Codebook)


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write the file, and tell which types have no event of PLOVER's."""
    outside: Counter[str] = Counter()
    with whole_text(target) as stream:
        for record in records:
            for event in events(record):
                outside[event["letopis"]["type"]] += event["event_type"] is None
                stream.write(msgspec.json.encode(event).decode() + "\n")
    left = ", ".join(f"{name} {number}" for name, number in sorted(outside.items()) if number)
    return [f"plover: no category for {left}; their event_type is null"] if left else []


def events(record: Record) -> Iterator[dict[str, Any]]:
    """Every distinct event once."""
    view, keys = View(record), entity_keys(record)
    for told in distinct(record):
        case = next((each for each in codebook().case if each.fits(told.event)), None)
        yield _event(record, view, keys, told, case)


def _event(record: Record, view: View, keys: dict[str, str], told: Told, case: Case | None) -> dict[str, Any]:
    event = told.event
    kind, mode = _category(event, case)
    found = days(event.date.value) if event.date else None
    return {
        "id": f"{record.id}-{event.id}",
        "date": event.date.value if event.date else None,
        "date_start": found and found.first,
        "date_end": found and found.last,
        "event_type": kind,
        "event_mode": [mode] if mode else [],
        "quad_category": codebook().quad.get(kind or ""),
        "contexts": [codebook().auxiliary[event.status]] if event.status in codebook().auxiliary else [],
        "actor": _entities(record, view, keys, event, case.actor) if case else [],
        "recipient": _entities(record, view, keys, event, case.recipient) if case else [],
        "location": view.place(event),
        "event_text": view.sentence(event),
        "story_id": record.id,
        "source": record.source,
        "headline": record.title,
        "pub_date": record.published,
        "version": record.schema,
        "letopis": _own(event, told.again),
    }


def _category(event: Event, case: Case | None) -> tuple[str | None, str | None]:
    """The category and its mode; what cooperation is only to come is AGREE."""
    if case is None:
        return None, None
    if event.status in {"planned", "possible"} and case.event in codebook().future:
        return "AGREE", None
    return case.event, case.mode


def _entities(record: Record, view: View, keys: dict[str, str], event: Event, roles: Sequence[str]) -> list[Any]:
    """Everyone in these roles once, as a compound actor."""
    filled = {each.entity or each.name: each for each in event.arguments if each.role in roles}
    return [_entity(record, view, keys, each) for each in filled.values()]


def _entity(record: Record, view: View, keys: dict[str, str], argument: Argument) -> dict[str, Any]:
    """The codebook's information object; `country` is ISO 3166-1 alpha-2, as everywhere in letopis."""
    person = next((each for each in record.people if each.id == argument.entity), None)
    bodies: list[Organisation | Place] = [*record.organisations, *record.places]
    body = next((each for each in bodies if each.id == argument.entity), None)
    return {
        "entity_text": view.mentions[argument.mention].text,
        "identifier_id": keys.get(argument.entity or ""),
        "identifier_text": argument.name,
        "country": body.country if body else None,
        "sector": SECTORS.get(body.kind or "") if body else None,
        "office": "; ".join(view.positions(person)) or None if person else None,
        "gender": person.gender if person else None,
        "role": argument.role,
    }


def _own(event: Event, again: tuple[str, ...]) -> dict[str, Any]:
    """The event as the record has it, with all its roles."""
    arguments = [{"role": each.role, "name": each.name, "entity": each.entity} for each in event.arguments]
    told = {"type": event.type, "phase": event.phase, "status": event.status, "trigger": event.trigger.text}
    return {**told, "rule": event.rule, "score": event.score, "arguments": arguments, "told_again": list(again)}
