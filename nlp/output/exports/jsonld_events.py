"""Events as Events and Actions of schema.org, by the table `nlp/knowledge/exports/schema_org.toml`."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec

from nlp.knowledge.reader import read_toml, resource
from nlp.output.exports.jsonld_nodes import Addresses
from nlp.schema import Argument, Event
from nlp.tables.edtf import days
from nlp.tables.view import View

HAPPENED = {
    "actual": "https://schema.org/CompletedActionStatus",
    "planned": "https://schema.org/PotentialActionStatus",
    "possible": "https://schema.org/PotentialActionStatus",
    "negated": "https://schema.org/FailedActionStatus",
}


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class of schema.org for events of a type."""

    type: str
    kind: str
    roles: dict[str, str]
    phase: str | None = None
    date: tuple[str, str] = ("startTime", "endTime")


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The cases, in order."""

    case: tuple[Case, ...]


@lru_cache(maxsize=1)
def table() -> Table:
    """The cases of the package."""
    return read_toml(resource("exports/schema_org.toml"), Table)


def event_node(event: Event, view: View, at: Addresses) -> dict[str, Any]:
    """An event with its roles; those that the table does not name are participants."""
    case = next((each for each in table().case if each.type == event.type and each.phase in {None, event.phase}), None)
    case = case or Case(event.type, "Action", {})
    node: dict[str, Any] = {
        "@id": at(event.id),
        "@type": case.kind,
        "name": " ".join(filter(None, (event.type, event.phase))),
        "description": view.sentence(event),
        "additionalType": f"urn:letopis:event/{event.rule}",
        "letopis:status": event.status,
        "location": _place(event, view, at),
        "subjectOf": at.article,
        **_days(event, case),
    }
    if case.kind != "Event":  # an Event's own status knows nothing of what is only possible
        node["actionStatus"] = HAPPENED[event.status]
    if event.agreement and "object" not in node:
        node["object"] = [at.link(event.agreement)]
    for argument in event.arguments:
        filled = node.setdefault(case.roles.get(argument.role, "participant"), [])
        told = _filler(argument, at)
        if told not in filled:
            filled.append(told)
    return node


def _days(event: Event, case: Case) -> dict[str, Any]:
    """EDTF stays beside the days, since schema.org knows no «XXXX-06-16»."""
    if event.date is None:
        return {}
    first, last = days(event.date.value)
    ends = {case.date[0]: first and first.isoformat(), case.date[1]: last and last.isoformat()}
    return {"letopis:date": event.date.value, **ends}


def _place(event: Event, view: View, at: Addresses) -> Any:
    if event.place and event.place.entity:
        return at.link(event.place.entity)
    name = view.place(event)
    return {"@type": "Place", "name": name} if name else None


def _filler(argument: Argument, at: Addresses) -> Any:
    """A reference to an entity; an asset, a sum, a post is a Thing of that name."""
    return at.link(argument.entity) if argument.entity else {"@type": "Thing", "name": argument.name}
