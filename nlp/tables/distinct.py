"""Every distinct event once: an announcement in the title and the sentence with the details are one row.

«Минтранс и верфи договорились» and «подписан меморандум между Минтрансом и верфями» (`same_as` the first) → one event,
told twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from nlp.schema import Argument, Event, Record


class Told(NamedTuple):
    """An event, what its fullest telling leaves out filled in from the others, and the ids of the others."""

    event: Event
    again: tuple[str, ...]


def distinct(record: Record) -> list[Told]:
    """The distinct events in the order in which the text first tells them."""
    groups: dict[str, list[Event]] = {}
    first: dict[str, str] = {}
    for event in record.events:
        first[event.id] = first.get(event.same_as or "", event.id)
        groups.setdefault(first[event.id], []).append(event)
    return [_merged(tellings) for tellings in groups.values()]


def _merged(tellings: list[Event]) -> Told:
    fullest = max(tellings, key=_fullness)
    others = [event for event in tellings if event is not fullest]
    merged = msgspec.structs.replace(
        fullest,
        arguments=_joined((fullest, *others)),
        date=next((event.date for event in (fullest, *others) if event.date), None),
        place=next((event.place for event in (fullest, *others) if event.place), None),
        agreement=next((event.agreement for event in (fullest, *others) if event.agreement), None),
    )
    return Told(merged, tuple(event.id for event in others))


def _joined(tellings: tuple[Event, ...]) -> tuple[Argument, ...]:
    """Everyone in every role once, as the fullest telling has them."""
    found: dict[tuple[str, str], Argument] = {}
    for event in tellings:
        for argument in event.arguments:
            found.setdefault((argument.role, argument.entity or argument.name), argument)
    return tuple(found.values())


def _fullness(event: Event) -> int:
    return len(event.arguments) + (event.date is not None) + (event.place is not None)
