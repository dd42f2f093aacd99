"""Meetings, deals and ownership as factRuEval counts them: among those who are named, a fine being a deal too.

«Oracle купила Sun» → deal / participant : Oracle / participant : Sun / type : купля/продажа
"""

from __future__ import annotations

from collections.abc import Iterator

from nlp.evaluation.fact_posts import owners
from nlp.schema import Argument, Event, Record

DEALS = {"purchase": "купля/продажа", "investment": "инвестиции", "loan": "займ/возвращение займа", "supply": "услуги"}
FINE, FINES = "наложение/выплата штрафа", ("sanction/fine", "sanction/fined")
MEET = 2
"""How many people a meeting has at least."""
Fact = tuple[str, list[tuple[str, str]]]


def facts(record: Record) -> list[Fact]:
    """What was told once and not denied, each fact with its keys and values; none twice."""
    told = (event for event in record.events if event.status != "negated" and event.same_as is None)
    found = [fact for event in told for fact in _of(event, _Names(record))]
    found += [("ownership", [("owner", each.who), ("property", each.where)]) for each in owners(record)]
    return [fact for number, fact in enumerate(found) if fact not in found[:number]]


class _Names:
    """Names by id, and the bodies inside a phrase: «Sun» in «контрольный пакет акций Sun»."""

    def __init__(self, record: Record) -> None:
        self._mentions = {each.id: each for each in record.mentions}
        self._bodies = {each.id: each.name for each in record.organisations}

    def bodies(self, argument: Argument) -> list[str]:
        """Those that the argument is or names, in the order of the text."""
        if argument.entity in self._bodies:
            return [self._bodies[argument.entity]]
        outer = self._mentions[argument.mention]
        inner = (m for m in self._mentions.values() if outer.start <= m.start and m.end <= outer.end)
        return list(dict.fromkeys(self._bodies[m.entity] for m in inner if m.entity in self._bodies))


def _of(event: Event, names: _Names) -> Iterator[Fact]:
    if event.type == "meeting":
        people = [each.name for each in event.arguments if (each.entity or "").startswith("p")]
        if len(people) >= MEET:
            yield "meeting", [("participant", name) for name in people]
    elif event.type == "ownership":
        yield from _owned(event, names)
    elif event.type == "deal" or event.rule in FINES:
        yield from _deal(event, names)


def _owned(event: Event, names: _Names) -> Iterator[Fact]:
    """One fact for every owner that is named."""
    assets = [each for each in event.arguments if each.role == "asset"]
    things = [name for each in assets for name in names.bodies(each) or [each.name]]
    for each in event.arguments:
        if each.role == "owner" and each.entity and things:
            yield "ownership", [("owner", each.name), *(("property", thing) for thing in things)]


def _deal(event: Event, names: _Names) -> Iterator[Fact]:
    """Everybody named who takes part, the body that is bought among them."""
    parties = [each.name for each in event.arguments if each.entity and each.role not in ("asset", "amount")]
    parties += [name for each in event.arguments if each.role == "asset" for name in names.bodies(each)]
    kind = FINE if event.rule in FINES else DEALS.get(event.phase or "")
    if parties:
        pairs = [("participant", name) for name in dict.fromkeys(parties)]
        yield "deal", [*pairs, *([("type", kind)] if kind else [])]
