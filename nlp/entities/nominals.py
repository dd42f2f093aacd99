"""Common nouns that take up what was named before: «компания», «страна», «документ»."""

from __future__ import annotations

from functools import cache

import msgspec

from nlp.knowledge.dictionary import fold
from nlp.knowledge.reader import read_table, resource


class Nominal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `nominals.tsv`."""

    word: str
    kinds: tuple[str, ...]


@cache
def nominals() -> dict[str, tuple[str, ...]]:
    """Common nouns and the kinds of entity that they take up: «компания» → company."""
    return {fold(row.word): row.kinds for row in read_table(resource("identity/nominals.tsv"), Nominal)}
