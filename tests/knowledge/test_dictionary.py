"""The dictionary's readings, and the words on which its reader in C and its reader in Python would part."""

import pymorphy3.dawg
import pytest

from nlp.knowledge.dictionary import parse


def test_the_fast_reader_is_installed():
    assert pymorphy3.dawg.EXTENSION_AVAILABLE


def test_the_likeliest_reading_comes_first():
    assert [reading.normal_form for reading in parse("стали")[:2]] == ["стать", "сталь"]


@pytest.mark.parametrize("word", ["мама\0", "\0мама", "не\0", "h\U00017000", "\U00017000"])
def test_a_word_with_a_nul_or_a_letter_without_a_name_is_unknown(word):
    (reading,) = parse(word)
    assert (reading.word, reading.normal_form, str(reading.tag), reading.is_known) == (word, word, "UNKN", False)
