"""One analysed document at a time: the floors below names, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import nlp.morphology.lemmatizer
import nlp.morphology.network
import nlp.text.sentences
import nlp.text.tokenizer  # noqa: F401  registers the factories

WEIGHTS = Path(__file__).parents[2] / "models" / "ru_letopis" / "letopis_network"


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """Tokenizer, sentences, network, lemmas."""
    built = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}})
    built.add_pipe("letopis_sentences")
    built.add_pipe("letopis_network").from_disk(WEIGHTS)
    built.add_pipe("letopis_lemmatizer")
    return built
