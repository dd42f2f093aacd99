"""What all the tests share: the pipeline, loaded once."""

import pytest
from spacy.language import Language

import nlp


@pytest.fixture(scope="session")
def pipeline() -> Language:
    """The shipped model, as `nlp.load()` gives it."""
    return nlp.load()
