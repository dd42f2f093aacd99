"""Words that hold a number: «двадцатипятилетний», «трёхдневный», and their second halves after digits: «34-летний»."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from nlp.knowledge.dictionary import analyzer
from nlp.knowledge.reader import read_table, resource

HUNDRED = "сто"
HIGHEST = 99


class Prefix(msgspec.Struct, frozen=True):
    """An irregular first part."""

    number: float
    prefix: str


class Number(msgspec.Struct, frozen=True):
    """A row of the table of numbers, as far as it serves here."""

    word: str
    kind: str
    value: str
    forms: str


def tails(word: str) -> list[str]:
    """All forms of the second half of a compound: «летний» → летний, летнего …, by the paradigm of «столетний»."""
    parse = analyzer().parse(HUNDRED + word)[0]
    forms = {form.word for form in parse.lexeme if form.tag.POS == parse.tag.POS}
    return sorted(form.removeprefix(HUNDRED) for form in forms if form.startswith(HUNDRED))


@lru_cache(maxsize=1)
def prefixes() -> dict[str, float]:
    """First halves and their numbers: «двух» → 2, «двадцатипяти» → 25, up to 99 and the hundreds."""
    simple = _simple(resource("quantities"))
    joined = {
        tens + unit: high + low
        for tens, high in simple.items()
        for unit, low in simple.items()
        if 20 <= high <= 90 and 2 <= low <= 9
    }
    return simple | joined


def _simple(folder: Path) -> dict[str, float]:
    odd = {row.number: row.prefix for row in read_table(folder / "prefixes.tsv", Prefix)}
    found = {prefix: number for number, prefix in odd.items()}
    for row in read_table(folder / "numbers.tsv", Number):
        number = float(row.value.partition("=")[2])
        if row.kind == "card" and number and number not in odd:
            genitive = analyzer().parse(row.word)[0].inflect({"gent"})
            found |= dict.fromkeys({genitive.word, genitive.word.replace("ё", "е")}, number)
    return found
