"""Where results live on a spaCy `Doc`, in one place.

    doc._.published, doc._.source, doc._.title  given by the caller or read from the document, `None` when unknown
    doc._.id                                    the caller's own key of the document, `None` for the record's usual id
    doc.spans["candidates"]                     what the matchers propose, possibly overlapping
    doc.spans["mentions"]                       what was kept, sorted by (start, -end); mention n is "m{n+1}"
    doc.spans["dropped"]                        what was not kept; `doc._.reasons` says why, one reason a span
    doc.spans["cues"]                           the words that tell the status (`label_`) of events (`id_`)
    doc._.people … doc._.events                 tuples of the records of `nlp.schema`
    doc._.record                                the finished record

On every such span `label_` is a NEREL label, `id_` the rule that made it, `kb_id_` the id of its entity ("" for none),
and `span._.score` its score. Values are kept in `doc.user_data` as plain lists and dicts, so that a `Doc` travels
between processes and to disk as spaCy's own do.
"""

from __future__ import annotations

from typing import Any

import msgspec
from spacy.tokens import Doc, Span

from nlp import schema

MENTIONS, CANDIDATES, DROPPED, CUES = "mentions", "candidates", "dropped", "cues"

PARTS: dict[str, Any] = {
    "people": schema.Person,
    "organisations": schema.Organisation,
    "places": schema.Place,
    "dates": schema.Date,
    "amounts": schema.Amount,
    "relations": schema.Relation,
    "agreements": schema.Agreement,
    "events": schema.Event,
}


class _Parts:
    """Getter and setter of one tuple of schema records, stored as plain data under `doc.user_data["letopis"]`."""

    def __init__(self, name: str) -> None:
        self.name = name

    def get(self, doc: Doc) -> tuple[Any, ...]:
        """The records kept, none before their component has run."""
        kept = doc.user_data.get(f"letopis.{self.name}", ())
        part = PARTS[self.name]
        return tuple(msgspec.convert(item, type=part) for item in kept)

    def set(self, doc: Doc, values: tuple[Any, ...]) -> None:
        """Keep the records in place of the former ones."""
        doc.user_data[f"letopis.{self.name}"] = msgspec.to_builtins(list(values))


def get_record(doc: Doc) -> schema.Record | None:
    """The finished record, `None` before the last component has run."""
    kept = doc.user_data.get("letopis.record")
    return None if kept is None else msgspec.convert(kept, type=schema.Record)


def set_record(doc: Doc, record: schema.Record) -> None:
    """Keep the finished record."""
    doc.user_data["letopis.record"] = record.to_dict()


def mention_id(index: int) -> str:
    """The id of the mention at `index` of `doc.spans["mentions"]`: 0 → "m1"."""
    return f"m{index + 1}"


def propose(doc: Doc, spans: list[Span]) -> None:
    """Add candidates for the overlap policy to choose from."""
    if CANDIDATES not in doc.spans:
        doc.spans[CANDIDATES] = []
    doc.spans[CANDIDATES].extend(spans)


def register() -> None:
    """Declare the extension attributes; safe to call again."""
    for name in ("id", "published", "source", "title"):
        Doc.set_extension(name, default=None, force=True)
    Doc.set_extension("reasons", default=(), force=True)
    for name in PARTS:
        parts = _Parts(name)
        Doc.set_extension(name, getter=parts.get, setter=parts.set, force=True)
    Doc.set_extension("record", getter=get_record, setter=set_record, force=True)
    Span.set_extension("score", default=1.0, force=True)


register()
