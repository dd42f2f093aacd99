"""Where a text tells a sum, a share or a count, and what it is worth."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, cast

import msgspec

from nlp.knowledge.dictionary import parse
from nlp.knowledge.reader import resource
from nlp.mentions.cascade.following import is_counted
from nlp.mentions.cascade.grammar import Grammar
from nlp.mentions.cascade.lexicon import read_words
from nlp.mentions.cascade.shapes import read_shapes
from nlp.mentions.quantities.makers import MAKERS

Label = Literal["MONEY", "PERCENT", "NUMBER", "ORDINAL"]


class Quantity(msgspec.Struct, frozen=True):
    """«£469 млн» → 469000000 GBP; `value` is `None` when not told («миллионы»), `unit` a code, "%" or a lemma."""

    start: int
    end: int
    label: Label
    rule: str
    value: int | float | None
    unit: str | None
    upper: int | float | None = None


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar of sums and counts, read and compiled at the first call."""
    folder = resource("quantities")
    lexicon = read_words(folder / "numbers.tsv") | read_words(folder / "words.tsv")
    return Grammar(folder, lexicon, read_shapes(folder / "shapes.tsv"), MAKERS)


def find(text: str) -> Iterator[Quantity]:
    """The quantities of a text in their order."""
    for node in grammar().find(text):
        label = cast("Label", grammar().output[node.kind])
        value, unit, upper = node.value.get("number"), node.value.get("unit"), node.value.get("upper")
        if label == "NUMBER" and unit is None:
            unit = counted_noun(text, node.end)
        yield Quantity(node.start, node.end, label, f"amounts/{node.rule or 'written'}", value, unit, upper)


def counted_noun(text: str, end: int) -> str | None:
    """The lemma of what the number before `end` counts («300 экземпляров» → «экземпляр»); `None` for no noun."""
    word = "".join(_letters(text[end + 1 : end + 41]))
    if not word or text[end : end + 1].strip() or not _agrees(word.lower()):
        return None
    return next((str(each.normal_form) for each in parse(word.lower()) if each.tag.POS == "NOUN"), None)


def _agrees(word: str) -> bool:
    """The genitive after a number: plural, or singular after 2, 3, 4."""
    return is_counted(word) or any(each.tag.POS == "NOUN" and each.tag.case == "gent" for each in parse(word)[:2])


def _letters(stretch: str) -> Iterator[str]:
    for letter in stretch:
        if not letter.isalpha():
            return
        yield letter
