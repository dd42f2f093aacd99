"""A pipeline that finds the words it is told of, for scorers with known answers."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from nlp import document

WORDS = {
    "Орлова": "PERSON",
    "Орлову": "PERSON",
    "Орловой": "PERSON",
    "Казань": "CITY",
    "Казани": "CITY",
    "«Вектор»": "ORGANIZATION",
}


@Language.component("known_words")
def known_words(doc):
    if "сломано" in doc.text:
        raise ValueError("cannot")
    spans = []
    for word, label in WORDS.items():
        start = doc.text.find(word)
        if start >= 0:
            spans.append(
                doc.char_span(start, start + len(word), label=label, span_id="test/word", alignment_mode="expand")
            )
    doc.spans[document.MENTIONS] = sorted(spans, key=lambda span: span.start)
    doc.spans[document.DROPPED] = []
    return doc


@pytest.fixture
def small():
    """Knows five words; a text with «сломано» breaks it."""
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("known_words")
    pipeline.add_pipe("letopis_record")
    return pipeline
