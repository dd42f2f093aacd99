"""Titles that mean the same office, and those that may mean several: «замминистра», «лидер»."""

from __future__ import annotations

from functools import cache

import msgspec

from nlp.knowledge.reader import read_table, resource


@cache
def synonyms() -> dict[str, str]:
    """Titles and those they stand for: «замминистра» → «заместитель министра»."""
    return {row.title: row.means for row in read_table(resource("identity/post_synonyms.tsv"), _Synonym)}


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
