"""The tokenizer: the text stays, words are clean."""

import pickle

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.text import tokenizer  # noqa: F401  registers itself
from nlp.text.words import words


def blank():
    return spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}})


PIPELINE = blank()
MARKUP = st.text(st.sampled_from(list("*_#>-|`~[]()!<>\\=+.: \t\n\r\u00a0\u00ad\u200b\u0301абвAB1")), max_size=200)


@given(st.text() | MARKUP)
@settings(max_examples=300, deadline=None)
def test_text_is_kept(text):
    assert PIPELINE.make_doc(text).text == text


@given(MARKUP)
@settings(max_examples=200, deadline=None)
def test_norms_are_the_clean_text(text):
    doc = PIPELINE.make_doc(text)
    spoken = words(doc)
    assert "".join(token.norm_ for token in spoken) == "".join(doc._.clean.text.split())


def test_pickle_keeps_the_clean_text():
    doc = PIPELINE.make_doc("**Ми\u00adнск**")
    assert pickle.loads(pickle.dumps(doc))._.clean == doc._.clean


@pytest.mark.parametrize("text", ["", " ", "\x00", "a  b ", "**", "\r\n", "\ufeff", "   \u00a0  "])
def test_odd_strings(text):
    assert PIPELINE.make_doc(text).text == text
