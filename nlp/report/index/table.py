"""What the index of an archive knows: documents, actors and events in few numbers, gathered record by record.

An actor is everyone with one key: «Минсвязи» of two documents is one row. Strings that come again are told by number.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from nlp.report.days import extent
from nlp.report.names import day, happening, headline, line, source
from nlp.report.ties import CROWD, KINDS, Actor, actors
from nlp.report.words import Words
from nlp.schema import Argument, Event, Record
from nlp.tables.distinct import distinct
from nlp.tables.view import View


class Numbered:
    """Strings by number, in the order in which they came."""

    def __init__(self) -> None:
        self.order: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        """The number of a string: 0 for the first one."""
        return self.order.setdefault(text, len(self.order))


class Table:
    """Rows for the page's script; `add` takes records one by one and keeps nothing of their texts."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.strings = Numbered()
        self.keys = Numbered()
        self.names: list[Counter[str]] = []
        self.kinds: list[str] = []
        self.documents: list[list[Any]] = []
        self.events: list[list[Any]] = []

    def add(self, record: Record) -> None:
        """Take in one record."""
        view, known, number = View(record), actors(record), len(self.documents)
        told, published = distinct(record), record.published or ""
        for event, _ in told:
            self.events.append(self._event(view, known, event, number))
        self.documents.append(
            [headline(record), published, self.strings(day(published, self.words)), source(record), len(told)]
        )

    def data(self) -> dict[str, Any]:
        """Everything, ready for JSON."""
        names = [max(counted, key=counted.__getitem__) for counted in self.names]
        return {
            "documents": self.documents,
            "actors": [list(pair) for pair in zip(names, self.kinds, strict=True)],
            "events": self.events,
            "types": self.words.types,
            "ties": {self.strings(code): kind for code, kind in KINDS.items()},
            "crowd": CROWD,
            "strings": list(self.strings.order),
        }

    def _event(self, view: View, known: dict[str, Actor], event: Event, number: int) -> list[Any]:
        """Document, anchor, type, what, status, first day, date in words, place, and who in which role."""
        days = extent(event.date.value) if event.date else None
        what = (self.strings(event.type), self.strings(happening(event, self.words)), self.strings(event.status))
        when = (days.first.isoformat() if days else "", self.strings(day(view.date(event), self.words)))
        who = [self._argument(item, known) for item in event.arguments]
        return [number, event.id, *what, *when, self.strings(line(view.place(event) or "")), who]

    def _argument(self, item: Argument, known: dict[str, Actor]) -> tuple[int, int]:
        """The role, and the actor's number or, below zero, that of a string: an asset, a sum."""
        role = self.strings(self.words.role(item.role))
        actor = known.get(item.entity or "")
        return role, ~self.strings(line(item.name)) if actor is None else self._actor(actor)

    def _actor(self, actor: Actor) -> int:
        number = self.keys(actor.key)
        if number == len(self.names):
            self.names.append(Counter())
            self.kinds.append(actor.kind)
        self.names[number][actor.name] += 1
        return number
