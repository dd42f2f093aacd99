"""The last component: what the others left on the Doc becomes one record.

«Павел Ткач провёл переговоры» → `doc._.record`, with `m1` «Павел Ткач» and whatever was made of it.
"""

from __future__ import annotations

from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document, schema

LANGUAGE = "ru"


def mention(index: int, span: Span) -> schema.Mention:
    """The record of one kept span: «Павла Ткача» → m1, PERSON, entity p1."""
    return schema.Mention(
        id=document.mention_id(index),
        start=span.start_char,
        end=span.end_char,
        text=span.doc.text[span.start_char : span.end_char],
        label=cast("schema.Label", span.label_),
        entity=span.kb_id_ or None,
        rule=span.id_,
        score=float(span._.score),
    )


def mentions(doc: Doc) -> tuple[schema.Mention, ...]:
    """Every kept mention in the order of the text, numbered from m1."""
    kept = doc.spans.get(document.MENTIONS, ())
    return tuple(mention(index, span) for index, span in enumerate(kept))


def build(doc: Doc) -> schema.Record:
    """The record of a Doc that has been through the pipeline; the Doc is only read."""
    return schema.Record(
        id=doc._.id or schema.record_id(doc._.source, doc.text),
        source=doc._.source,
        title=doc._.title,
        published=doc._.published,
        language=LANGUAGE,
        text=doc.text,
        mentions=mentions(doc),
        **{name: getattr(doc._, name) for name in document.PARTS},
    )


class RecordBuilder:
    """The spaCy component: writes `doc._.record` and changes nothing else."""

    def __call__(self, doc: Doc) -> Doc:
        """Build the record and leave it on the Doc."""
        document.set_record(doc, build(doc))
        return doc


@Language.factory(
    "letopis_record",
    requires=["doc.spans", "doc._.dates", "doc._.people", "doc._.agreements", "doc._.events"],
    assigns=["doc._.record"],
)
def make_record(nlp: Language, name: str) -> RecordBuilder:  # noqa: ARG001  spaCy's signature
    """Called by spaCy when a pipeline is put together."""
    return RecordBuilder()
