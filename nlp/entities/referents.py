"""What later words can refer to: every mention that has an entity, with the entity's class, kind and gender.

Kept on the Doc as plain data by `letopis_entities` and read by `nlp.entities.identity`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec
from spacy.tokens import Doc, Span, Token

from nlp.document import mention_id
from nlp.entities.spans import head, mentions

KEY = "letopis.referents"


class Referent(NamedTuple):
    """A mention from `start` to `end` (tokens, half-open) of `entity`; `kind` is person, or the entity's own kind."""

    start: int
    end: int
    entity: str
    label: str
    kind: str
    gender: str | None


def remember(doc: Doc) -> None:
    """Write the table; the four lists and `kb_id_` must be there."""
    known = {
        **{p.id: ("person", p.gender) for p in doc._.people},
        **{o.id: (o.kind, None) for o in doc._.organisations},
    }
    known |= {
        **{place.id: (place.kind, None) for place in doc._.places},
        **{a.id: (a.kind, None) for a in doc._.agreements},
    }
    holders = {each.mention: person.id for person in doc._.people for each in person.positions}
    rows: list[list[object]] = []
    for index, span in enumerate(mentions(doc)):
        entity = span.kb_id_ or holders.get(mention_id(index), "")
        if entity:
            kind, gender = known[entity]
            rows.append([span.start, span.end, entity, span.label_, kind or "", gender])
    doc.user_data[KEY] = rows


def referents(doc: Doc) -> list[Referent]:
    """The table, in the order of the text."""
    return msgspec.convert(doc.user_data.get(KEY, []), type=list[Referent])


def root(doc: Doc, referent: Referent) -> Token:
    """The syntactic head of the mention."""
    return head(doc[referent.start : referent.end])


def earlier(table: Sequence[Referent], span: Span) -> list[Referent]:
    """The mentions that end before the span begins."""
    return [each for each in table if each.end <= span.start]
