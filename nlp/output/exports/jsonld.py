"""schema.org as JSON-LD: one graph of articles, people, organisations, places, agreements and events.

«Анна Орлова, министр» → Person with `worksFor` in an OrganizationRole; «посетила Казань» → TravelAction. An entity has
one address in the whole graph, made of its archive-wide key: what several documents say of it comes together. The
context stands in the file, nothing is fetched. What schema.org has no word for is under `letopis:`.
Source: https://schema.org, https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from nlp.output.exports.jsonld_events import event_node
from nlp.output.exports.jsonld_nodes import (
    Addresses,
    agreement_node,
    article_node,
    organisation_node,
    person_node,
    place_node,
)  # fmt: skip
from nlp.output.whole import whole_text
from nlp.schema import Record
from nlp.tables.distinct import distinct
from nlp.tables.view import View

CONTEXT = {
    "@vocab": "https://schema.org/",
    "letopis": "urn:letopis:",
    **{
        name: {"@type": "@id"}
        for name in ("actionStatus", "eventStatus", "url")
    },
}  # fmt: skip


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write the file, node by node."""
    with whole_text(target) as stream:
        stream.write(f'{{"@context":{_json(CONTEXT)},"@graph":[')
        before = "\n"
        for record in records:
            for node in nodes(record):
                stream.write(before + _json(node))
                before = ",\n"
        stream.write("\n]}\n")
    return ["jsonld: offsets, rules and mentions are not in it"]


def nodes(record: Record) -> Iterator[dict[str, Any]]:
    """What one record adds to the graph, without what is unknown."""
    at, view = Addresses(record), View(record)
    found = [
        article_node(record, at),
        *(person_node(each, view, at) for each in record.people),
        *(organisation_node(each, at) for each in record.organisations),
        *(place_node(each, at) for each in record.places),
        *(agreement_node(each, at) for each in record.agreements),
        *(event_node(told.event, view, at) for told in distinct(record)),
    ]
    yield from map(_known, found)


def _known(node: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in node.items() if value not in (None, "", [], ())}


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
