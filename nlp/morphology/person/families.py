"""The list of family names that come first: «Сюн», «Ким», «Нгуен»."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from nlp.knowledge.reader import read_table, resource

Tradition = Literal["chinese", "korean", "vietnamese"]


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `surnames_east.tsv`."""

    surname: str
    tradition: Tradition
    distinct: Literal["yes", "no"]


@cache
def families() -> dict[str, tuple[Family, ...]]:
    """The family names that come first, by word."""
    found: dict[str, tuple[Family, ...]] = {}
    for row in read_table(resource("identity/surnames_east.tsv"), Family):
        found[row.surname] = (*found.get(row.surname, ()), row)
    return found
