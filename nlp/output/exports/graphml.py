"""GraphML: who met, visited, signed with or dealt with whom, for Gephi, Cytoscape, yEd and networkx.

A node is a person, body or country under its archive-wide key; an edge joins two that took part in events of one type
in the same two roles, with their number, the first and last day, and sources. Only what happened counts: no plans.
A visit leads from the visitor to the host. The whole graph is held in memory: it grows with names, not with documents.
Format: http://graphml.graphdrawing.org
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from nlp.entities.keys import entity_keys
from nlp.output.page.plain import one_line
from nlp.output.whole import whole
from nlp.schema import Event, Record
from nlp.tables.distinct import distinct
from nlp.tables.edtf import days
from nlp.tables.view import View

SOURCES = 5
"""Documents that an edge names; it counts them all."""
BESIDE = frozenset({"document", "position", "amount", "asset", "award"})
"""Roles that no actor plays."""


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write the file; needs networkx."""
    import networkx as nx

    graph = nx.MultiDiGraph()
    for record in records:
        _take(graph, record)
    for _, _, told in graph.edges(data=True):
        told["sources"] = "; ".join(told.pop("found")[:SOURCES])
    with whole(target) as path:
        nx.write_graphml(graph, path, named_key_ids=True)
    told = f"{graph.number_of_nodes()} names, {graph.number_of_edges()} ties"
    return [f"graphml: {told}; events that did not happen, or that name one actor, are not in it"]


def _take(graph: Any, record: Record) -> None:
    keys, view = entity_keys(record), View(record)
    kinds = {**dict.fromkeys((each.id for each in record.people), "person")}
    kinds.update((each.id, each.kind or "organisation") for each in record.organisations)
    kinds.update((each.id, each.kind) for each in record.places)
    for event, _ in distinct(record):
        if event.status != "actual":
            continue
        for one, other, tie in _ties(event, keys):
            for entity in (one, other):
                graph.add_node(keys[entity], label=one_line(view.names[entity]), kind=kinds[entity])
            _add(graph, keys[one], keys[other], tie, event, record)


def _ties(event: Event, keys: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Pairs of entities and what joins them: «meeting participant–participant»."""
    actors = {(each.entity, each.role): None for each in event.arguments if each.entity in keys}
    for (one, role), (other, its) in combinations([each for each in actors if each[1] not in BESIDE], 2):
        if one and other and keys[one] != keys[other]:
            swap = role == its and keys[one] > keys[other]  # equals stand in the order of their keys
            yield (other, one, f"{event.type} {role}–{its}") if swap else (one, other, f"{event.type} {role}–{its}")


def _add(graph: Any, one: str, other: str, tie: str, event: Event, record: Record) -> None:  # noqa: PLR0913
    if not graph.has_edge(one, other, tie):
        graph.add_edge(
            one, other, tie, type=event.type, roles=tie.partition(" ")[2], weight=0, first="", last="", found=[]
        )
    told = graph.edges[one, other, tie]
    told["weight"] += 1
    if event.date and (day := days(event.date.value).first):
        told["first"] = min(filter(None, (told["first"], day.isoformat())))
        told["last"] = max(told["last"], day.isoformat())
    if record.source and record.source not in told["found"][-1:]:
        told["found"].append(record.source)
