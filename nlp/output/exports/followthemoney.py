"""FollowTheMoney: entities as JSON Lines, for Aleph, OpenSanctions' tools and the command `ftm`.

«Министр Анна Орлова подписала меморандум с верфями» → Article, Person, PublicBody, Company, Contract, Event,
Employment, Representation. An entity's id is made of its archive-wide key ("letopis-" and `sha1(key)`), so that the
documents that name it add to one entity: `ftm aggregate` or any store of the format puts the pieces together.
Everything points to its article by `proof`. Events that did not happen say so in their name, and state no relation.
Source: https://followthemoney.tech
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from nlp.output.exports.ftm_entities import Entities
from nlp.output.exports.ftm_links import links
from nlp.output.whole import whole_text
from nlp.schema import Record
from nlp.tables.distinct import distinct


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write the file, entity by entity."""
    with whole_text(target) as stream:
        for record in records:
            stream.writelines(msgspec.json.encode(each).decode() + "\n" for each in entities(record))
    return ["ftm: offsets, scores and places that no event names are not in it"]


def entities(record: Record) -> Iterator[dict[str, Any]]:
    """What one record tells, each entity once, with none but known values."""
    made = Entities(record)
    yield made.article()
    yield from map(made.person, record.people)
    yield from map(made.organisation, record.organisations)
    told = distinct(record)
    yield from made.places(each.event for each in told)
    yield from map(made.agreement, record.agreements)
    yield from (made.event(each.event) for each in told)
    yield from links(record, made, [each.event for each in told])
