"""Words that say of the name behind them that it is of several people: «супруги», «братья», «чета»."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from nlp.knowledge.dictionary import fold, parse
from nlp.knowledge.reader import read_table, resource


class Kin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of `kin.tsv`."""

    word: str
    means: Literal["plural", "several", "house"]


def kinds_of_kin(word: str) -> list[Kin]:
    """The rows of a word in any form: «Сёстры» → сестра."""
    known = {fold(each.normal_form) for each in parse(word.lower()) if each.is_known}
    return [row for lemma in sorted(known) if (row := kin().get(lemma)) is not None]


@cache
def kin() -> dict[str, Kin]:
    """The words by their lemmas."""
    return {fold(row.word): row for row in read_table(resource("identity/kin.tsv"), Kin)}
