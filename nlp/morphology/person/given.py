"""Given names of many languages, with their gender and whether they take endings: «Тансу» f., never; «Акира» m."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal

import msgspec

from nlp.knowledge.dictionary import fold
from nlp.knowledge.reader import read_table, resource
from nlp.morphology.person.reading import Reading

WEIGHT = 3.2
"""As much as a name of the dictionary of forms at least."""


class GivenName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `given_names.tsv`."""

    name: str
    gender: Literal["male", "female"]
    decline: Literal["yes", "no"]


@cache
def _given() -> dict[tuple[str, str], bool]:
    """Folded name and gender → whether it declines."""
    rows = read_table(resource("identity/given_names.tsv"), GivenName)
    return {(fold(row.name), row.gender): row.decline == "yes" for row in rows}


def recognised(word: str, found: Iterable[Reading]) -> list[Reading]:
    """The readings, those of a listed name trusted more: «Акиру» of «Акира», and «Тансу» in every case."""
    return [each._replace(weight=max(each.weight, WEIGHT), kind="Name") if is_listed(word, each) else each
            for each in found]  # fmt: skip


def is_listed(word: str, reading: Reading) -> bool:
    """Whether a listed name has this reading: «Акиру» as a case of «Акира», «Тансу» as any case of itself."""
    base = fold(reading.base)
    declines = _given().get((base, reading.gender))
    if declines is None:
        return False
    changed = base != fold(word)
    return changed == (declines and reading.case != "Nom")
