"""Meetings, deals and ownership as factRuEval counts them: among those who are named.

«Oracle купила Sun» → deal / participant : Oracle / participant : Sun / type : купля/продажа. A deal there is also a
contract of any kind, a fine, an embargo; ownership also what somebody has founded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from nlp.evaluation.fact_bodies import spelt
from nlp.evaluation.fact_posts import owners
from nlp.schema import Argument, Event, Record

DEALS = {"purchase": "купля/продажа", "investment": "инвестиции", "loan": "займ/возвращение займа", "supply": "услуги"}
LENT = "займ/возвращение займа"
FINE, FINES = "наложение/выплата штрафа", ("sanction/fine", "sanction/fine-paid", "sanction/fined")
BOUGHT = ("asset", "amount", "document", "signatory")
"""Roles that are nobody's."""
BOTH = 2
"""How many people a meeting has at least, and sides an embargo or a contract."""
CONTRACT, LIFTED = "contract", "lifted"
OWNED = {"ownership": ("owner", "asset"), "founding": ("founder", "organisation")}
"""Who has what, by role."""
Fact = tuple[str, list[tuple[str, str]]]


def facts(record: Record) -> list[Fact]:
    """What was told and not denied, its tellings as one; each fact with its keys and values, none twice."""
    names = _Names(record)
    found = [fact for event in _told(record.events) for fact in _of(event, names)]
    found += [("ownership", [("owner", each.who), ("property", each.where)]) for each in owners(record)]
    return [fact for number, fact in enumerate(found) if fact not in found[:number]]


def _told(events: Iterable[Event]) -> list[Event]:
    """The distinct events, each with the arguments of all its tellings."""
    tellings: dict[str, list[Event]] = {}
    for event in events:
        if event.status != "negated":
            tellings.setdefault(event.same_as or event.id, []).append(event)
    return [
        msgspec.structs.replace(told[0], arguments=tuple(chain.from_iterable(each.arguments for each in told)))
        for told in tellings.values()
    ]


class _Names:
    """Names by id, and the bodies inside a phrase: «Sun» in «контрольный пакет акций Sun»."""

    def __init__(self, record: Record) -> None:
        self._mentions = {each.id: each for each in record.mentions}
        self._bodies = {each.id: each.name for each in record.organisations}
        self._spelt = spelt(record, self._bodies)
        self._kinds = {each.id: each.kind for each in record.agreements}

    def bodies(self, argument: Argument) -> list[str]:
        """Those that the argument is or names, in the order of the text."""
        if argument.entity in self._bodies:
            return [self._bodies[argument.entity]]
        outer = self._mentions[argument.mention]
        inner = (m for m in self._mentions.values() if outer.start <= m.start and m.end <= outer.end)
        named = (self._bodies.get(m.entity or "") or self._spelt.get(m.text) for m in inner)
        return list(dict.fromkeys(name for name in named if name))

    def is_contract(self, event: Event) -> bool:
        """Whether an event is about a contract, not a treaty or a memorandum."""
        return self._kinds.get(event.agreement or "") == CONTRACT


def _of(event: Event, names: _Names) -> Iterator[Fact]:
    if event.type == "meeting":
        people = dict.fromkeys(each.name for each in event.arguments if (each.entity or "").startswith("p"))
        if len(people) >= BOTH:
            yield "meeting", [("participant", name) for name in people]
    elif event.type in OWNED:
        yield from _owned(event, names)
    else:
        yield from _deal(event, names)


def _owned(event: Event, names: _Names) -> Iterator[Fact]:
    """One fact for every owner or founder that is named."""
    owner, asset = OWNED[event.type]
    assets = [each for each in event.arguments if each.role == asset]
    things = dict.fromkeys(name for each in assets for name in names.bodies(each))
    for each in event.arguments:
        if each.role == owner and each.entity and things:
            yield "ownership", [("owner", each.name), *(("property", thing) for thing in things)]


def _deal(event: Event, names: _Names) -> Iterator[Fact]:
    """Everybody named who takes part, the body that is bought among them."""
    parties = [each.name for each in event.arguments if each.entity and each.role not in BOUGHT]
    parties += [name for each in event.arguments if each.role == "asset" for name in names.bodies(each)]
    pairs = [("participant", name) for name in dict.fromkeys(parties)]
    kind = _kind(event)
    alone = event.type == "deal" or event.rule in FINES
    both = len(pairs) >= BOTH and ((event.type == "sanction" and event.phase != LIFTED) or names.is_contract(event))
    if pairs and (alone or both):
        yield "deal", [*pairs, *([("type", kind)] if kind else [])]


def _kind(event: Event) -> str | None:
    """What the task calls a deal of this phase; money that is given is a loan there, a sanction a fine."""
    lent = any(each.role in ("lender", "borrower") for each in event.arguments)
    return FINE if event.type == "sanction" else LENT if lent else DEALS.get(event.phase or "")
