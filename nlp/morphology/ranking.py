"""The question that the ranker is asked: the clues of a phrase's words, and their options with the clues of each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from spacy.tokens import Token

from nlp.knowledge.dictionary import fold, parse
from nlp.knowledge.reader import read_lines, resource
from nlp.morphology.annotate import form
from nlp.morphology.clues import Bag, OfOption, Told, fit_clues, of_token, place_clues, sight, tagged, vote
from nlp.morphology.echoes import Echoes, echoes
from nlp.morphology.options import KEEP, Option, counted_options, options

LABEL = "label="
UNTOLD = LABEL + "?"
COUNTING = 3
"""Words between a numeral and what it counts."""
WORDS_KEPT = 1 << 12
Clues: TypeAlias = tuple[Told, Bag]
"""Those of a word or an option wherever it stands, and those of this place."""


@dataclass(frozen=True, slots=True)
class Question:
    """`clues` of the words seen; of the phrase's own, from the place `first`, the `options` and their `fits`."""

    clues: list[Clues]
    first: int
    options: list[tuple[Option, ...]]
    fits: list[list[Clues]]


def question(phrase: Sequence[Token], label: str | None, refused: Collection[str] = ()) -> Question:
    """`phrase` is of words alone; options whose kind is `refused` are not offered."""
    seen = sight(phrase)
    heard = echoes(phrase[0].doc)
    own = seen.own
    places = place_clues(seen, heard, label or UNTOLD)
    clues: list[Clues] = [(of_token(token), place) for token, place in zip(seen.words, places, strict=True)]
    offered = [_offered(own, place, frozenset(refused)) for place in range(seen.count)]
    fits = [_fits(token, each, heard) for token, each in zip(own, offered, strict=True)]
    return Question(clues, seen.first, [each for each, _ in offered], fits)


Offer: TypeAlias = tuple[tuple[Option, ...], tuple[Told, ...]]
"""Options, and what each tells wherever it stands."""


def _offered(own: Sequence[Token], place: int, refused: frozenset[str]) -> Offer:
    """What the word at a place of the phrase may become."""
    token = own[place]
    word = form(token)
    governed = any(_governs(each, token) for each in own[:place])
    if governed or not any(map(str.isalpha, word)):
        return (Option(word.lower(), KEEP),), ((),)
    counted = any(each.pos_ == "NUM" for each in own[max(place - COUNTING, 0) : place])
    return _offer(word, counted, refused)


@lru_cache(maxsize=WORDS_KEPT)
def _offer(word: str, counted: bool, refused: frozenset[str]) -> Offer:
    low = word.lower()
    found = (*options(low), *(counted_options(low) if counted else ()))
    left = tuple(each for each in found if each.kind not in refused)
    return left, tuple(OfOption(word, each) for each in left)


def _governs(word: Token, later: Token) -> bool:
    """«исполняющего обязанности губернатора»: nothing after the participle changes; «управляющим директором» does."""
    return fold(form(word)) in substantives() and not (word.dep_ == "amod" and word.i < word.head.i <= later.i)


@lru_cache(maxsize=1)
def substantives() -> frozenset[str]:
    """Every form of participles that name a person and keep what they govern: «исполняющего обязанности»."""
    words = read_lines(resource("morphology/substantives.txt"))
    lexemes = [(word[:-2], each) for word in words for reading in parse(word) for each in reading.lexeme]
    return frozenset(fold(each.word) for stem, each in lexemes if each.word.startswith(stem))


def _fits(token: Token, offered: Offer, heard: Echoes) -> list[Clues]:
    """A lone option needs no clues."""
    if len(offered[0]) == 1:
        return [((), ())]
    part, shown = token.pos_, tagged(token)
    return [(own, fit_clues(each, part, shown, vote(token, each, heard))) for each, own in zip(*offered, strict=True)]
