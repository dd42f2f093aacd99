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
from nlp.morphology.clues import Bag, Change, Fit, Manner, OfForm, OfTag
from nlp.morphology.echoes import Echoes, echoes, rivals, votes
from nlp.morphology.options import KEEP, Option, counted_options, options
from nlp.morphology.placing import place_clues, tagged
from nlp.morphology.sight import sight

LABEL = "label="
UNTOLD = LABEL + "?"
COUNTING = 3
"""Words between a numeral and what it counts."""
WORDS_KEPT = 1 << 12
UNASKED = "", ""
Word: TypeAlias = tuple[OfForm, OfTag, Bag]
"""What a word tells by its form, by its tag, by its place."""
Way: TypeAlias = tuple[Manner | None, Change | None, Fit | None]
"""What an option tells wherever its word stands, the last here alone; a lone option tells nothing."""
LONE: Way = (None, None, None)


@dataclass(frozen=True, slots=True)
class Question:
    """`words` seen; of the phrase's own, from the place `first`, the `options` and what each tells, `ways`."""

    words: list[Word]
    first: int
    options: list[tuple[Option, ...]]
    ways: list[list[Way]]


def question(phrase: Sequence[Token], label: str | None, refused: Collection[str] = ()) -> Question:
    """`phrase` is of words alone; options whose kind is `refused` are not offered."""
    return asked(phrase, label, offers(phrase, frozenset(refused)))


def asked(phrase: Sequence[Token], label: str | None, offered: Sequence[Offer]) -> Question:
    """What is asked about a phrase whose words may become what is offered."""
    seen = sight(phrase)
    heard = echoes(phrase[0].doc)
    places = place_clues(seen, heard, label or UNTOLD)
    words = [_word(token, place) for token, place in zip(seen.words, places, strict=True)]
    ways = [_ways(token, each, heard) for token, each in zip(phrase, offered, strict=True)]
    return Question(words, seen.first, [each for each, _ in offered], ways)


def offers(phrase: Sequence[Token], refused: frozenset[str]) -> list[Offer]:
    """What each word of a phrase may become."""
    governing = [token for token in phrase if fold(form(token)) in substantives()]
    return [_offered(phrase, place, governing, refused) for place in range(len(phrase))]


def settled(offered: Sequence[Offer]) -> bool:
    """Whether every word can have but one form, so that nothing is to be asked: «МВД»."""
    return all(len(options) == 1 or len({each.text for each in options}) == 1 for options, _ in offered)


def _word(token: Token, place: Bag) -> Word:
    return OfForm(form(token)), OfTag(token.pos_, str(token.morph), token.dep_), place


Offer: TypeAlias = tuple[tuple[Option, ...], tuple[tuple[Manner, Change], ...]]
"""Options, and what each tells wherever it stands."""


def _offered(own: Sequence[Token], place: int, governing: Sequence[Token], refused: frozenset[str]) -> Offer:
    """What the word at a place of the phrase may become; `governing` are those of its words that may keep others."""
    token = own[place]
    word = form(token)
    governed = any(_governs(each, token) for each in governing if each.i < token.i)
    if governed or not any(map(str.isalpha, word)):
        return (Option(word.lower(), KEEP),), ()
    counted = any(each.pos_ == "NUM" for each in own[max(place - COUNTING, 0) : place])
    return _offer(word, counted, refused)


@lru_cache(maxsize=WORDS_KEPT)
def _offer(word: str, counted: bool, refused: frozenset[str]) -> Offer:
    low = word.lower()
    found = (*options(low), *(counted_options(low) if counted else ()))
    left = tuple(each for each in found if each.kind not in refused)
    return left, tuple((Manner.of(each, word), Change.of(each, word)) for each in left)


def _governs(word: Token, later: Token) -> bool:
    """«исполняющего обязанности губернатора»: nothing after the participle changes; «управляющим директором» does."""
    return not (word.dep_ == "amod" and word.i < word.head.i <= later.i)


@lru_cache(maxsize=1)
def substantives() -> frozenset[str]:
    """Every form of participles that name a person and keep what they govern: «исполняющего обязанности»."""
    words = read_lines(resource("morphology/substantives.txt"))
    lexemes = [(word[:-2], each) for word in words for reading in parse(word) for each in reading.lexeme]
    return frozenset(fold(each.word) for stem, each in lexemes if each.word.startswith(stem))


def _ways(token: Token, offered: Offer, heard: Echoes) -> list[Way]:
    """Of capitalised words alone the document votes."""
    options, told = offered
    if len(options) == 1:
        return [LONE]
    part, shown = token.pos_, tagged(token)
    others = rivals(form(token), heard) if token.text[:1].isupper() else None
    voted = (votes(each, others) if others is not None else UNASKED for each in options)
    fits = (Fit.of(each, part, shown, vote) for each, vote in zip(options, voted, strict=True))
    return [(*own, fit) for own, fit in zip(told, fits, strict=True)]
