"""The word lists of `lexicon/`, read once and checked; every row says what an item is: «Шанхай», a city, CN."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from nlp.knowledge.reader import read_lines, read_table, resource
from nlp.schema import Label

Names = tuple[str, ...]


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The base of a row: frozen, and strict about its columns."""


class Country(Row, frozen=True):
    """«Китай», also «КНР»; `iso` is ISO 3166-1 alpha-2, `None` for states few recognise."""

    name: str
    iso: str | None = None
    names: Names | None = None
    adjectives: Names | None = None
    people: Names | None = None
    capital: Names | None = None


class City(Row, frozen=True):
    """«Санкт-Петербург», also «Петербург»; `country` is `None` where states dispute it."""

    name: str
    names: Names | None = None
    country: str | None = None
    adjectives: Names | None = None


class Region(Row, frozen=True):
    """«Татарстан», also «РТ»: a part of a country, or a part of the world («Европа», LOCATION)."""

    name: str
    label: Label
    names: Names | None = None
    country: str | None = None
    adjectives: Names | None = None


class Organisation(Row, frozen=True):
    """A head word: «министерство», which needs a complement (`titled`); «правительство» needs none (`bare`)."""

    word: str
    kind: str
    use: Literal["bare", "titled", "weak", "generic"]


class LegalForm(Row, frozen=True):
    """«ООО», общество с ограниченной ответственностью."""

    form: str
    name: str
    kind: str
    country: str | None = None


class Name(Row, frozen=True):
    """A name known as such: «ШОС», ORGANIZATION, «Шанхайская организация сотрудничества»."""

    form: str
    label: Label
    kind: str
    country: str | None = None
    long: str | None = None


class Post(Row, frozen=True):
    """«министр»: what its complement names (`of`) and the kind of body it implies."""

    post: str
    of: Literal["organisation", "country", "office", "unit", "member", "none"]
    body: str | None = None


class PostModifier(Row, frozen=True):
    """«бывший», «исполняющий обязанности», «первый заместитель»."""

    words: str
    deputy: Literal["yes", "no"]
    phase: Literal["former", "acting"] | None = None


class Document(Row, frozen=True):
    """«меморандум»: the sort of document a head word names, and its kind in the record's agreements."""

    word: str
    sort: Literal["agreement", "act", "part"]
    kind: str
    bare: Literal["yes", "no"]


class Gathering(Row, frozen=True):
    """«форум»: a head word of events."""

    word: str
    kind: str
    bare: Literal["yes", "no"]


class PlaceHead(Row, frozen=True):
    """«область»: a word that tells what the name beside it is; `keep` when it belongs to the mention."""

    word: str
    label: Label
    side: Literal["before", "after", "both"]
    keep: Literal["yes", "no"]


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """«Китай», «Беларусь» and the like."""
    return read_table(resource("lexicon/countries.tsv"), Country)


@lru_cache(maxsize=1)
def cities() -> tuple[City, ...]:
    """«Шанхай» and the like; capitals without adjectives stand with their countries."""
    return read_table(resource("lexicon/cities.tsv"), City)


@lru_cache(maxsize=1)
def regions() -> tuple[Region, ...]:
    """«Татарстан», «Европа» and the like."""
    return read_table(resource("lexicon/regions.tsv"), Region)


@lru_cache(maxsize=1)
def organisations() -> tuple[Organisation, ...]:
    """«министерство», «банк» and the like."""
    return read_table(resource("lexicon/organisations.tsv"), Organisation)


@lru_cache(maxsize=1)
def legal_forms() -> tuple[LegalForm, ...]:
    """«ООО», «РУП» and the like."""
    return read_table(resource("lexicon/legal_forms.tsv"), LegalForm)


@lru_cache(maxsize=1)
def names() -> tuple[Name, ...]:
    """«ШОС», «Минсвязи» and the like."""
    return read_table(resource("lexicon/names.tsv"), Name)


@lru_cache(maxsize=1)
def posts() -> tuple[Post, ...]:
    """«министр», «генеральный директор» and the like."""
    return read_table(resource("lexicon/posts.tsv"), Post)


@lru_cache(maxsize=1)
def post_modifiers() -> tuple[PostModifier, ...]:
    """«первый заместитель», «бывший» and the like."""
    return read_table(resource("lexicon/post_modifiers.tsv"), PostModifier)


@lru_cache(maxsize=1)
def occupations() -> tuple[str, ...]:
    """«писатель», «генерал» and the like."""
    return read_lines(resource("lexicon/occupations.txt"))


@lru_cache(maxsize=1)
def no_names() -> tuple[str, ...]:
    """What looks like a name and is none: «электронное правительство», «СМИ»."""
    return read_lines(resource("lexicon/no_names.txt"))


@lru_cache(maxsize=1)
def documents() -> tuple[Document, ...]:
    """«меморандум», «закон», «статья» and the like."""
    return read_table(resource("lexicon/documents.tsv"), Document)


@lru_cache(maxsize=1)
def gatherings() -> tuple[Gathering, ...]:
    """«форум», «саммит» and the like."""
    return read_table(resource("lexicon/events.tsv"), Gathering)


@lru_cache(maxsize=1)
def place_heads() -> tuple[PlaceHead, ...]:
    """«область», «улица» and the like."""
    return read_table(resource("lexicon/place_heads.tsv"), PlaceHead)
