"""Where a text speaks of time, and what it says there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, cast

import msgspec

from nlp.knowledge.reader import resource
from nlp.mentions.cascade.grammar import Grammar
from nlp.mentions.cascade.lexicon import read_words
from nlp.mentions.cascade.shapes import read_shapes
from nlp.mentions.temporal.makers import MAKERS
from nlp.mentions.temporal.said import Expression, Said


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The calendar's grammar, read and compiled at the first call: half a second."""
    folder = resource("calendar")
    lexicon = read_words(resource("quantities/numbers.tsv")) | read_words(folder / "words.tsv")
    return Grammar(folder, lexicon, read_shapes(folder / "shapes.tsv"), MAKERS)


def find(text: str) -> Iterator[Expression]:
    """«Подписан 22 августа 2024 г.» → 22 августа 2024 г., said day=22 month=8 year=2024; in the order of the text."""
    for node in grammar().find(text):
        label = cast("Literal['DATE', 'TIME', 'AGE']", grammar().output[node.kind])
        rule = f"dates/{node.rule or 'written'}"
        yield Expression(node.start, node.end, label, node.kind, rule, msgspec.convert(node.value, Said))
