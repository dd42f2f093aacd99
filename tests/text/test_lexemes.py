"""What is noted of a new word is what spaCy notes."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.lex_attrs import like_url, word_shape
from spacy.lang.ru import lex_attrs

from nlp.text.lexemes import like_address, like_number, quicken, shape

WORDS = ["двадцать", "Тысячи", "минск", "Минск", "США", "МИДа", "IX", "-5%", "1/2", "1 000", "ǅ", "ªº", "字", "а" * 120]
ADDRESSES = ["https://x", "http://", "www.ru", "www.", "belta.by", "г.", ".by", "a@b.by", "mpt.gov.by/news", "x://y"]


@pytest.mark.parametrize("word", WORDS)
def test_as_spacy(word):
    assert (like_number(word), shape(word)) == (lex_attrs.like_num(word), word_shape(word))


@pytest.mark.parametrize("word", WORDS + ADDRESSES)
def test_addresses_as_spacy(word):
    assert like_address(word) == like_url(word)


@given(st.text(min_size=1) | st.text("аяАЯё字ǅ1/-%.", min_size=1) | st.text("htps:/w.яru@", min_size=1))
def test_any_word_as_spacy(word):
    assert (like_number(word), shape(word)) == (lex_attrs.like_num(word), word_shape(word))
    assert like_address(word) == like_url(word)


def test_other_vocabularies_keep_their_functions():
    one, other = spacy.blank("ru").vocab, spacy.blank("ru").vocab
    quicken(one)
    assert one["пять"].like_num
    assert one["Минск"].shape_ == "Xxxxx"
    assert other.lex_attr_getters != one.lex_attr_getters
