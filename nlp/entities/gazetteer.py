"""Countries, regions and cities of the lexicon, found by any form of their names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec
from spacy.tokens import Token

from nlp.entities.words import Phrases, candidates
from nlp.knowledge import lexicons
from nlp.knowledge.dictionary import fold


class Spot(msgspec.Struct, frozen=True):
    """A place of the lexicon: its usual name, its country, its label, whether an adjective named it («китайский»)."""

    name: str
    country: str | None
    label: str
    adjective: bool = False


def country(tokens: Sequence[Token]) -> Spot | None:
    """The country that these words name, by noun or adjective: «КНР», «Китайской Народной Республике», «китайская»."""
    return _countries().find(tokens)


def country_nouns() -> Phrases[Spot]:
    """The countries' own names, without adjectives."""
    return _country_nouns()


def place(tokens: Sequence[Token]) -> Spot | None:
    """The region or city that these words name."""
    return _places().find(tokens)


def adjective(token: Token) -> Spot | None:
    """The country whose adjective the word is: «российский» → Россия."""
    found = _adjectives()
    return next((found[form] for form in {fold(token.lemma_), *candidates(token.norm_)} if form in found), None)


def origin(token: Token) -> Spot | None:
    """The country, region or city whose adjective the word is: «подмосковный» → Подмосковье."""
    spot = adjective(token) or _places().find([token])
    return spot if spot is not None and spot.adjective else None


@cache
def _country_nouns() -> Phrases[Spot]:
    entries = [
        (name, Spot(row.name, row.iso, "COUNTRY"))
        for row in lexicons.countries()
        for name in (row.name, *(row.names or ()))
    ]
    return Phrases(entries)


@cache
def _adjectives() -> dict[str, Spot]:
    return {
        fold(word): Spot(row.name, row.iso, "COUNTRY", adjective=True)
        for row in reversed(lexicons.countries())
        for word in row.adjectives or ()
    }


@cache
def _countries() -> Phrases[Spot]:
    nouns = [
        (name, Spot(row.name, row.iso, "COUNTRY"))
        for row in lexicons.countries()
        for name in (row.name, *(row.names or ()))
    ]
    return Phrases([*nouns, *_adjectives().items()])


@cache
def _places() -> Phrases[Spot]:
    cities = lexicons.cities()
    regions = lexicons.regions()
    capitals = [(name, Spot(name, row.iso, "CITY")) for row in lexicons.countries() for name in row.capital or ()]
    entries = [(name, Spot(row.name, row.country, "CITY")) for row in cities for name in (row.name, *(row.names or ()))]
    parts = [
        (name, Spot(row.name, row.country, row.label)) for row in regions for name in (row.name, *(row.names or ()))
    ]
    named = [
        (word, Spot(row.name, row.country, "CITY", adjective=True)) for row in cities for word in row.adjectives or ()
    ]
    areas = [
        (word, Spot(row.name, row.country, row.label, adjective=True))
        for row in regions
        for word in row.adjectives or ()
    ]
    return Phrases([*capitals, *entries, *parts, *named, *areas])
