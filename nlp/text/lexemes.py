"""What spaCy notes of every new word, answered sooner: its own answers, but for words of letters alone at once.

spaCy asks twenty functions about each word that its vocabulary has not met; three of them take more than the others
together: one looks for the word in a *list* of four hundred number words, two walk through it letter by letter.
"""

from __future__ import annotations

from typing import Any

from spacy.attrs import LIKE_NUM, LIKE_URL, SHAPE
from spacy.lang.lex_attrs import like_url, word_shape
from spacy.lang.ru import lex_attrs
from spacy.vocab import Vocab

NUMBERS = frozenset(lex_attrs._num_words)
_spacys: Any = lex_attrs.like_num
LONG = 100
"""Letters of a word whose shape spaCy does not write out."""


def quicken(vocab: Vocab) -> None:
    """Let a vocabulary ask the functions of this file."""
    asked: Any = vocab  # whose types lack the attribute
    asked.lex_attr_getters.update({LIKE_NUM: like_number, LIKE_URL: like_address, SHAPE: shape})


def like_number(word: str) -> bool:
    """«двадцать», «1 000» and «1/2» look like numbers, «Минск» does not."""
    return word.lower() in NUMBERS if word.isalpha() else bool(_spacys(word))


def like_address(word: str) -> bool:
    """«belta.by» and «https://…» look like addresses; without a dot or «://» nothing does."""
    return ("." in word or "://" in word) and bool(like_url(word))


def shape(word: str) -> str:
    """«Минск» is Xxxxx, «она» xxx: of equal signs in a row four are shown."""
    if word.isalpha() and len(word) < LONG:
        if word.islower():
            return "xxxx"[: len(word)]
        if word[1:].islower() and word[0].isupper():
            return "X" + "xxxx"[: len(word) - 1]
    return str(word_shape(word))
