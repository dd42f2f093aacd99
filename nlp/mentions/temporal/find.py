"""Where a text speaks of time, and what it says there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import cast

import msgspec

from nlp.knowledge.reader import resource
from nlp.mentions.cascade.grammar import Grammar
from nlp.mentions.cascade.lexicon import read_words
from nlp.mentions.cascade.shapes import read_shapes
from nlp.mentions.temporal.makers import MAKERS
from nlp.mentions.temporal.said import Expression, Label, Said


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The calendar's grammar, read and compiled at the first call: half a second."""
    folder = resource("calendar")
    lexicon = read_words(resource("quantities/numbers.tsv")) | read_words(folder / "words.tsv")
    return Grammar(folder, lexicon, read_shapes(folder / "shapes.tsv"), MAKERS)


def find(text: str) -> Iterator[Expression]:
    """«Подписан 22 августа 2024 г.» → 22 августа 2024 г., said day=22 month=8 year=2024; in the order of the text."""
    for node in grammar().find(text):
        said = msgspec.convert(node.value, Said)
        rule = f"dates/{node.rule or 'written'}"
        yield Expression(node.start, node.end, _label(said, grammar().output[node.kind]), node.kind, rule, said)


def _label(said: Said, usual: str) -> Label:
    """TIME when an hour, a part of the day or a length of hours is said, as in NEREL."""
    clock = any(each.hour is not None or each.daypart or "T" in (each.amount or "") for each in _each(said))
    return cast("Label", "TIME" if clock and usual == "DATE" else usual)


def _each(said: Said) -> Iterator[Said]:
    yield said
    yield from (end for end in (said.first, said.last, *said.items) if end)
