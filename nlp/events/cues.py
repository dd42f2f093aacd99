"""The words of `nlp/knowledge/modality` that tell what happened from what did not, or not yet."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from nlp.knowledge.reader import read_table, resource
from nlp.schema import Status

GOVERNED = frozenset({"", "о", "к", "от", "за", "про", "против"})
"""Prepositions by which a noun hangs on its governor, not merely beside it."""
Reach = Literal["infinitive", "clause", "noun"]


class Governor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """«отказаться» makes what it governs negated, as an infinitive or as a noun; its subject is the `doer` of that.

    With "other" the subject never does it, but who is told to: «запретить».
    """

    lemma: str
    status: Status
    reach: tuple[Reach, ...]
    doer: Literal["yes", "other"] | None = None


class Modifier(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """«якобы», «предстоящий»: stands beside the trigger."""

    lemma: str
    status: Status


class Conjunction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """«если»: opens the trigger's clause or stands as a preposition before it."""

    words: str
    status: Status


@lru_cache(maxsize=1)
def governors() -> dict[tuple[str, str], Status]:
    """Status by lemma and reach."""
    rows = read_table(resource("modality/governors.tsv"), Governor)
    return {(row.lemma, reach): row.status for row in rows for reach in row.reach}


@lru_cache(maxsize=1)
def doers() -> frozenset[str]:
    """Governors of nouns whose subject would do the thing: «отказаться (от переговоров)»."""
    rows = read_table(resource("modality/governors.tsv"), Governor)
    return frozenset(row.lemma for row in rows if row.doer == "yes" and "noun" in row.reach)


@lru_cache(maxsize=1)
def orders() -> frozenset[str]:
    """Governors of infinitives whose subject never does the thing: «запретить (продавать)»."""
    rows = read_table(resource("modality/governors.tsv"), Governor)
    return frozenset(row.lemma for row in rows if row.doer == "other")


@lru_cache(maxsize=1)
def modifiers() -> dict[str, Status]:
    """Status by lemma."""
    return {row.lemma: row.status for row in read_table(resource("modality/modifiers.tsv"), Modifier)}


class Hearsay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """«по некоторым данным»: a noun behind a preposition, with one of some words beside it when any are given."""

    noun: str
    preposition: str
    status: Status
    beside: tuple[str, ...] | None = None


@lru_cache(maxsize=1)
def hearsay() -> dict[tuple[str, str], Hearsay]:
    """What tells that something is only said, by noun and preposition."""
    rows = read_table(resource("modality/hearsay.tsv"), Hearsay)
    return {(row.noun, row.preposition): row for row in rows}


@lru_cache(maxsize=1)
def conjunctions() -> dict[str, Status]:
    """Status by the words as written, in lower case."""
    return {row.words: row.status for row in read_table(resource("modality/conjunctions.tsv"), Conjunction)}
