"""The pipeline up to the proposals of the span model, loaded once."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import nlp.mentions.resolve
import nlp.mentions.spans.component
import nlp.mentions.spans.relations  # noqa: F401  registers the factories
from tests.morphology.conftest import WEIGHTS

SPANS, RELATIONS = (WEIGHTS.parent / name for name in ("letopis_spans", "letopis_relations"))


@pytest.fixture(scope="session")
def spans() -> Language:
    """Tokenizer, sentences, network, lemmas, span model, overlap policies, relations: no rule proposes anything."""
    built = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}})
    built.add_pipe("letopis_sentences")
    built.add_pipe("letopis_network", config={"context": True}).from_disk(WEIGHTS)
    built.add_pipe("letopis_lemmatizer")
    built.add_pipe("letopis_spans").from_disk(SPANS)
    built.add_pipe("letopis_mentions")
    built.add_pipe("letopis_relations").from_disk(RELATIONS)
    return built
