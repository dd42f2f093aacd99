"""The last component: what the others left on the Doc becomes one record.

«Павел Ткач провёл переговоры» → `doc._.record`, with `m1` «Павел Ткач» and whatever was made of it.
"""

from __future__ import annotations

from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document, schema
from nlp.entities.taken_up import taken_up

LANGUAGE = "ru"
REFERENCES = frozenset({"mention", "mentions", "from", "to"})
"""The fields of a record's parts that hold ids of mentions."""


def mention(index: int, span: Span, text: str) -> schema.Mention:
    """The record of one kept span of the text: «Павла Ткача» → m1, PERSON, entity p1."""
    return schema.Mention(
        id=document.mention_id(index),
        start=span.start_char,
        end=span.end_char,
        text=text[span.start_char : span.end_char],
        label=span.label_,
        entity=span.kb_id_ or None,
        rule=span.id_,
        score=float(span._.score),
    )


def mentions(doc: Doc, text: str) -> tuple[schema.Mention, ...]:
    """Every kept mention of the document, whose text this is, numbered from m1."""
    return tuple(mention(index, span, text) for index, span in enumerate(doc.spans.get(document.MENTIONS, ())))


def settle(doc: Doc) -> None:
    """Give mentions that came late, such as a «он» that plays a role, their place in the order of the text.

    Every part that names a mention follows, and an entity lists every mention that points to it.
    """
    spans = list(doc.spans.get(document.MENTIONS, ()))
    order = sorted(range(len(spans)), key=[(span.start_char, -span.end_char) for span in spans].__getitem__)
    names = {document.mention_id(old): document.mention_id(new) for new, old in enumerate(order)}
    doc.spans[document.MENTIONS] = [spans[index] for index in order]
    pointing = _pointing(spans)
    for name, part in document.PARTS.items():
        plain = [_listing(item, pointing) for item in msgspec.to_builtins(getattr(doc._, name))]
        setattr(doc._, name, tuple(msgspec.convert(item, type=part) for item in renamed(plain, names)))


def _pointing(spans: list[Span]) -> dict[str, list[str]]:
    """The ids of the mentions of every entity."""
    found: dict[str, list[str]] = {}
    for index, span in enumerate(spans):
        found.setdefault(span.kb_id_, []).append(document.mention_id(index))
    return found


def _listing(item: dict[str, Any], pointing: dict[str, list[str]]) -> dict[str, Any]:
    """An entity with the mentions that point to it, any other part as it is."""
    if "mentions" not in item:
        return item
    return {**item, "mentions": list({*item["mentions"], *pointing.get(item["id"], ())})}


def renamed(plain: Any, names: dict[str, str], *, refers: bool = False) -> Any:
    """Plain data with the ids of mentions changed and put in order: {"mention": "m9"} → {"mention": "m8"}."""
    if isinstance(plain, dict):
        return {key: renamed(value, names, refers=key in REFERENCES) for key, value in plain.items()}
    if isinstance(plain, list | tuple):
        items = [renamed(item, names, refers=refers) for item in plain]
        return sorted(items, key=_number) if refers else items
    return names[plain] if refers and plain is not None else plain


def _number(key: str) -> int:
    return int(key[1:])


def build(doc: Doc) -> schema.Record:
    """The record of a Doc that has been through the pipeline; the Doc is only read."""
    text = doc.text  # spaCy puts it together anew at every question
    return schema.Record(
        id=doc._.id or schema.record_id(doc._.source, text),
        source=doc._.source,
        title=doc._.title,
        published=doc._.published,
        language=LANGUAGE,
        text=text,
        mentions=mentions(doc, text),
        **{name: getattr(doc._, name) for name in document.PARTS},
    )


class RecordBuilder:
    """The spaCy component: writes `doc._.record`; the mentions of the Doc are then in the order of the text."""

    def __call__(self, doc: Doc) -> Doc:
        """Build the record and leave it on the Doc."""
        doc.spans[document.MENTIONS] = [*doc.spans.get(document.MENTIONS, ()), *taken_up(doc)]
        settle(doc)
        document.set_record(doc, build(doc))
        return doc


@Language.factory(
    "letopis_record",
    requires=["doc.spans", "doc._.dates", "doc._.people", "doc._.agreements", "doc._.events"],
    assigns=["doc.spans", "doc._.record"],
)
def make_record(nlp: Language, name: str) -> RecordBuilder:
    """Called by spaCy when a pipeline is put together."""
    return RecordBuilder()
