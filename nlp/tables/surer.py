"""A record without the events that are less certain than asked: fewer are found, and more of them are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from nlp.schema import Event, Record


def surer(record: Record, least: float) -> Record:
    """The same record with the events whose score is `least` or more; the first one left of several tellings leads."""
    leader: dict[str, str] = {}
    kept: list[Event] = []
    for event in record.events:
        if event.score >= least:
            first = leader.setdefault(event.same_as or event.id, event.id)
            kept.append(msgspec.structs.replace(event, same_as=None if first == event.id else first))
    return msgspec.structs.replace(record, events=tuple(kept))
