"""Titles that mean the same office, and those that may mean several: «замминистра», «лидер»."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from nlp.knowledge import lexicons
from nlp.knowledge.reader import read_table, resource
from nlp.morphology.inflection import inflect, of_genitive, several


@cache
def synonyms() -> dict[str, str]:
    """Titles and those they stand for: «замминистра» → «заместитель министра»."""
    return {row.title: row.means for row in read_table(resource("identity/post_synonyms.tsv"), _Synonym)}


def one_post(name: str) -> tuple[str, Literal["acting"] | None]:
    """A post by its whole name, of one person, without «врио»: «первые заместители» → «первый заместитель»."""
    low = name.lower()
    mark = next((each for each in _acting() if low.startswith(f"{each} ")), None)
    if mark is not None:
        return of_genitive(name[len(mark) + 1 :]), "acting"
    return inflect(name, "Nom", "Sing") if several(name) else name, None


@cache
def _acting() -> tuple[str, ...]:
    """«временно исполняющий обязанности» before «временно исполняющий»; «временный» is no such mark."""
    marks = (row.words for row in lexicons.post_modifiers() if row.phase == "acting")
    return tuple(sorted((each for each in marks if each != "временный"), key=len, reverse=True))


def may_be(title: str) -> tuple[str, ...]:
    """The offices that a title without one may mean when a country is said with it: «лидер» → президент, …."""
    return _classes().get(title, ())


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    return {row.title: row.may_be for row in read_table(resource("identity/post_classes.tsv"), _Class)}


class _Class(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    may_be: tuple[str, ...]


class _Synonym(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    means: str
