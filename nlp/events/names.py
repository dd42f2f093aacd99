"""The mentions and entities of a document as the event engine looks them up, and the frames it looks for.

`Names(doc, shipped()).over(token, ("CITY",))` → the mentions of that label that hold the token, the longest first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from nlp import document, schema
from nlp.events.inventory import Inventory

PLACES = frozenset({"COUNTRY", "STATE_OR_PROVINCE", "CITY", "DISTRICT", "LOCATION", "FACILITY"})
WHOLES = ("ORGANIZATION", "LAW", "EVENT", "FACILITY", "AWARD", "WORK_OF_ART", "PRODUCT", "PROFESSION")
"""Names whose parts are nobody of their own: «Беларуси» in «Совет министров Беларуси»."""


class Named(NamedTuple):
    """One mention: its place among the mentions of the document, and its span."""

    number: int
    span: Span

    @property
    def label(self) -> str:
        """A label of NEREL: «PERSON»."""
        return str(self.span.label_)

    @property
    def entity(self) -> str | None:
        """The id of what is named, `None` when it is no entity."""
        return self.span.kb_id_ or None


class Names:
    """What the floors below found, indexed by token and by id."""

    def __init__(self, doc: Doc, inventory: Inventory) -> None:
        self.doc = doc
        self.inventory = inventory
        self.mentions = [Named(number, span) for number, span in enumerate(doc.spans.get(document.MENTIONS, ()))]
        self._starts = [named.span.start for named in self.mentions]
        self.entities = _entities(doc)
        self._bodies = {each.mention: each.organisation for person in doc._.people for each in person.positions}
        self.agreements = frozenset(each.id for each in doc._.agreements)
        self.dates: dict[str, schema.Date] = {date.mention: date for date in doc._.dates}
        self._over: dict[int, list[Named]] = {}
        for named in sorted(self.mentions, key=_longest):
            for token in named.span:
                self._over.setdefault(token.i, []).append(named)

    def over(self, token: Token, labels: Iterable[str]) -> list[Named]:
        """The mentions of these labels that hold the token, the longest first."""
        return [named for named in self._over.get(token.i, ()) if named.label in labels]

    def within(self, start: int, end: int, labels: Iterable[str]) -> list[Named]:
        """The mentions of these labels that lie between two tokens, in the order of the text."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [n for n in self.mentions[first:last] if n.span.end <= end and n.label in labels]

    def is_inner(self, named: Named, labels: Iterable[str]) -> bool:
        """Whether the mention is a part of a longer one: «Беларуси» in «Совет министров Беларуси»."""
        outer = self.over(named.span[0], labels)
        return any(each.number != named.number and len(each.span) > len(named.span) for each in outer)

    def body(self, post: Named) -> str | None:
        """The id of the body that a post belongs to, wherever the text tells it; `None` when it is not known."""
        return self._bodies.get(document.mention_id(post.number))

    def date(self, named: Named) -> schema.Date | None:
        """The value of a DATE mention, `None` when it has none."""
        return self.dates.get(document.mention_id(named.number))


def kind(entity: str) -> str:
    """What an id names: p1 → PERSON, o1 → ORGANIZATION, l1 → COUNTRY (any place), a1 → LAW."""
    return {"p": "PERSON", "o": "ORGANIZATION", "l": "COUNTRY", "a": "LAW"}.get(entity[:1], "")


def _entities(doc: Doc) -> dict[str, str]:
    """The names of all entities by id."""
    found = {each.id: each.name for part in (doc._.people, doc._.organisations, doc._.places) for each in part}
    return found | {each.id: each.title for each in doc._.agreements}


def _longest(named: Named) -> tuple[int, int]:
    return -len(named.span), named.number
