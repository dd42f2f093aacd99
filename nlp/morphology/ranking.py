"""The question that the ranker is asked: the clues of a phrase's words, and their options with the clues of each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Token

from nlp.knowledge.dictionary import fold, parse
from nlp.knowledge.reader import read_lines, resource
from nlp.morphology.annotate import form
from nlp.morphology.clues import Sight, fit_clues, option_clues, place_clues, sight, tagged, token_clues, vote
from nlp.morphology.echoes import Echoes, echoes
from nlp.morphology.options import KEEP, Option, counted_options, options

LABEL = "label="
UNTOLD = LABEL + "?"
COUNTING = 3
"""Words between a numeral and what it counts."""


@dataclass(frozen=True, slots=True)
class Question:
    """`clues` of the words seen; of the phrase's own, from the place `first`, the `options` and their `fits`."""

    clues: list[list[str]]
    first: int
    options: list[tuple[Option, ...]]
    fits: list[list[tuple[str, ...]]]


def question(phrase: Sequence[Token], label: str | None, refused: Collection[str] = ()) -> Question:
    """`phrase` is of words alone; options whose kind is `refused` are not offered."""
    seen = sight(phrase)
    heard = echoes(phrase[0].doc)
    clues = [[*place, *token_clues(token)] for token, place in zip(seen.words, place_clues(seen, heard), strict=True)]
    for place in range(seen.first, seen.first + seen.count):
        clues[place].append(label or UNTOLD)
    offered = [_offered(seen, place, refused) for place in range(seen.count)]
    fits = [_fits(token, own, heard) for token, own in zip(seen.own, offered, strict=True)]
    return Question(clues, seen.first, offered, fits)


def _offered(seen: Sight, place: int, refused: Collection[str]) -> tuple[Option, ...]:
    token = seen.own[place]
    word = form(token).lower()
    governed = any(_governs(each, token) for each in seen.own[:place])
    if governed or not any(letter.isalpha() for letter in word):
        return (Option(word, KEEP),)
    found = options(word)
    if any(each.pos_ == "NUM" for each in seen.own[max(place - COUNTING, 0) : place]):
        found += counted_options(word)
    return tuple(each for each in found if each.kind not in refused) if refused else found


def _governs(word: Token, later: Token) -> bool:
    """«исполняющего обязанности губернатора»: nothing after the participle changes; «управляющим директором» does."""
    return fold(form(word)) in substantives() and not (word.dep_ == "amod" and word.i < word.head.i <= later.i)


@lru_cache(maxsize=1)
def substantives() -> frozenset[str]:
    """Every form of participles that name a person and keep what they govern: «исполняющего обязанности»."""
    words = read_lines(resource("morphology/substantives.txt"))
    lexemes = [(word[:-2], each) for word in words for reading in parse(word) for each in reading.lexeme]
    return frozenset(fold(each.word) for stem, each in lexemes if each.word.startswith(stem))


def _fits(token: Token, offered: Sequence[Option], heard: Echoes) -> list[tuple[str, ...]]:
    if len(offered) == 1:
        return [()]
    word, shown = form(token), tagged(token)
    return [
        (*option_clues(word, each), *fit_clues(each, token.pos_, shown, vote(token, each, heard))) for each in offered
    ]
