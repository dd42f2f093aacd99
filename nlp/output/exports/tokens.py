"""Records as spaCy documents: words and sentences of the text, and the mentions on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from nlp import document
from nlp.output.extents import coarse
from nlp.schema import Record
from nlp.text.sentences import Sentences
from nlp.text.tokenizer import Tokenizer


def docs(records: Iterable[Record]) -> Iterator[tuple[Record, Doc]]:
    """Each record with its `Doc`: `doc.ents` are PER, LOC and ORG, `doc.spans["mentions"]` all mentions, nested."""
    tokenizer, sentences = Tokenizer(Vocab()), Sentences()
    for record in records:
        doc = sentences(tokenizer(record.text))
        doc.ents = tuple(_span(doc, each.start, each.end, each.label) for each in coarse(record))
        doc.spans[document.MENTIONS] = [
            _span(doc, each.start, each.end, each.label, each.entity or "", each.rule) for each in record.mentions
        ]
        yield record, doc


def _span(doc: Doc, start: int, end: int, label: str, entity: str = "", rule: str = "") -> Span:  # noqa: PLR0913
    """The words of the stretch, also those that it only touches."""
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        raise ValueError(f"{start}:{end} lies outside a text of {len(doc.text)} characters")
    return Span(doc, words.start, words.end, label=label, kb_id=entity, span_id=rule)
