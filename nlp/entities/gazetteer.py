"""Countries, regions and cities of the lexicon, found by any form of their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from spacy.tokens import Token

from nlp.entities.words import Phrases, forms
from nlp.knowledge import lexicons
from nlp.knowledge.dictionary import fold


class Spot(msgspec.Struct, frozen=True):
    """A place of the lexicon; `form` is the name or adjective that was found: «КНР» of Китай."""

    name: str
    country: str | None
    label: str
    form: str
    adjective: bool = False


def country(tokens: Sequence[Token]) -> Spot | None:
    """The country that these words name, by noun or adjective: «КНР», «Китайской Народной Республике», «китайская»."""
    return _countries().find(tokens)


def country_nouns() -> Phrases[Spot]:
    """The countries' own names, without adjectives."""
    return _country_nouns()


def countries() -> Phrases[Spot]:
    """The countries by the keys of their nouns and adjectives."""
    return _countries()


def place(tokens: Sequence[Token]) -> Spot | None:
    """The region or city that these words name."""
    return _places().find(tokens)


def adjective(token: Token) -> Spot | None:
    """The country whose adjective the word is: «российский» → Россия."""
    found = _adjectives()
    return next((found[form] for form in forms(token) if form in found), None)


def origin(token: Token) -> Spot | None:
    """The country, region or city whose adjective the word is: «подмосковный» → Подмосковье."""
    spot = adjective(token) or _places().find([token])
    return spot if spot is not None and spot.adjective else None


@cache
def _country_nouns() -> Phrases[Spot]:
    return Phrases([item for row in lexicons.countries() for item in _named(row, row.iso, "COUNTRY")])


@cache
def _adjectives() -> dict[str, Spot]:
    return {
        fold(word): spot for row in reversed(lexicons.countries()) for word, spot in _derived(row, row.iso, "COUNTRY")
    }


@cache
def _countries() -> Phrases[Spot]:
    nouns = [item for row in lexicons.countries() for item in _named(row, row.iso, "COUNTRY")]
    return Phrases([*nouns, *_adjectives().items()])


@cache
def _places() -> Phrases[Spot]:
    """Capitals, cities and regions, their nouns before their adjectives."""
    capitals = [(name, Spot(name, row.iso, "CITY", name)) for row in lexicons.countries() for name in row.capital or ()]
    cities = [item for row in lexicons.cities() for item in _named(row, row.country, "CITY")]
    regions = [item for row in lexicons.regions() for item in _named(row, row.country, row.label)]
    of_cities = [item for row in lexicons.cities() for item in _derived(row, row.country, "CITY")]
    of_regions = [item for row in lexicons.regions() for item in _derived(row, row.country, row.label)]
    return Phrases([*capitals, *cities, *regions, *of_cities, *of_regions])


Row = lexicons.Country | lexicons.City | lexicons.Region


def _named(row: Row, iso: str | None, label: str) -> Iterator[tuple[str, Spot]]:
    return ((name, Spot(row.name, iso, label, name)) for name in (row.name, *(row.names or ())))


def _derived(row: Row, iso: str | None, label: str) -> Iterator[tuple[str, Spot]]:
    return ((word, Spot(row.name, iso, label, word, adjective=True)) for word in row.adjectives or ())
