"""Phrases that a document will be asked about are ranked together, in few large products instead of many small ones.

Each for itself costs three times as much, nearly all of it the price of calling numpy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias
from weakref import WeakKeyDictionary

import numpy as np
from spacy.tokens import Doc, Token

from nlp.morphology.options import Option
from nlp.morphology.ranker import ranker
from nlp.morphology.ranking import asked, offers, settled
from nlp.morphology.sums import Floats

Asked: TypeAlias = tuple[tuple[int, ...], str | None, frozenset[str]]
Ranked: TypeAlias = tuple[list[tuple[Option, ...]], list[Floats]]
"""For each word of a phrase its options, and a score for each of these."""
_KEPT: WeakKeyDictionary[Doc, dict[Asked, Ranked]] = WeakKeyDictionary()
"""Each document's own, as long as it lives; its tags are not changed any more."""


def rank_ahead(phrases: Iterable[tuple[Sequence[Token], str | None]], refused: frozenset[str]) -> None:
    """Rank phrases of one document, so that `ranked` finds them: words, and the clue of what they name."""
    wanted = {_key(words, label, refused): (words, label) for words, label in phrases}
    if wanted:
        doc = next(iter(wanted.values()))[0][0].doc
        _KEPT.setdefault(doc, {}).update(zip(wanted, _ranked(list(wanted.values()), refused), strict=True))


def ranked(words: Sequence[Token], label: str | None, refused: frozenset[str]) -> Ranked:
    """The options of a phrase's words and their scores, found now unless they were foreseen."""
    known = _KEPT.get(words[0].doc, {}).get(_key(words, label, refused))
    return known if known is not None else _ranked([(words, label)], refused)[0]


def _ranked(phrases: Sequence[tuple[Sequence[Token], str | None]], refused: frozenset[str]) -> list[Ranked]:
    """The scores of phrases whose words can have but one form are all the same."""
    offered = [offers(words, refused) for words, _ in phrases]
    open_to = [not settled(each) for each in offered]
    questions = [asked(*phrase, own) for phrase, own, is_open in zip(phrases, offered, open_to, strict=True) if is_open]
    scores = iter(ranker().all(questions) if questions else ())
    return [
        ([options for options, _ in own], next(scores) if is_open else [_even(options) for options, _ in own])
        for own, is_open in zip(offered, open_to, strict=True)
    ]


def _even(options: Sequence[Option]) -> Floats:
    return np.zeros(len(options), dtype=np.float32)


def _key(words: Sequence[Token], label: str | None, refused: frozenset[str]) -> Asked:
    return tuple(token.i for token in words), label, refused
