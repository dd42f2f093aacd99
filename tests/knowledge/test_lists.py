"""Lists of words as sets."""

from __future__ import annotations

import pytest

from nlp.errors import KnowledgeError
from nlp.knowledge import lists


def test_words_are_as_written_and_folded_ones_as_words_are_looked_up():
    assert "кандидат" in lists.words("identity/no_posts.txt")
    told = lists.folded("lexicon/plain_adjectives.txt")
    assert told == {word.lower().replace("ё", "е") for word in lists.words("lexicon/plain_adjectives.txt")}


def test_a_list_that_is_not_there():
    with pytest.raises(KnowledgeError, match="no such file"):
        lists.words("lexicon/нет.txt")
