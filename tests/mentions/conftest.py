"""The pipeline up to the mentions, loaded once."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import nlp.mentions.names
import nlp.mentions.patterns
import nlp.mentions.resolve  # noqa: F401  registers the factories
from tests.morphology.conftest import WEIGHTS


@pytest.fixture(scope="session")
def mentions() -> Language:
    """Tokenizer, sentences, network, lemmas, names, patterns, overlap policies; no dates."""
    built = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}})
    built.add_pipe("letopis_sentences")
    built.add_pipe("letopis_network").from_disk(WEIGHTS)
    for name in ("letopis_lemmatizer", "letopis_names", "letopis_patterns", "letopis_mentions"):
        built.add_pipe(name)
    return built
