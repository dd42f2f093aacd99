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
from nlp.mentions.temporal.fields import plain
from nlp.mentions.temporal.makers import MAKERS
from nlp.mentions.temporal.said import Expression, Label, Said

QUOTES = {"«": "»", "“": "”", "„": "“”"}


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The calendar's grammar, read and compiled at the first call: half a second."""
    folder = resource("calendar")
    lexicon = read_words(resource("quantities/numbers.tsv")) | read_words(folder / "words.tsv")
    return Grammar(folder, lexicon, read_shapes(folder / "shapes.tsv"), MAKERS)


def find(text: str) -> Iterator[Expression]:
    """«Подписан 22 августа 2024 г.» → 22 августа 2024 г., said day=22 month=8 year=2024; in the order of the text."""
    for node in grammar().find(text):
        said = msgspec.convert(plain(node.value), Said)
        rule = f"dates/{node.rule or 'written'}"
        yield Expression(
            _opening(text, node.start, node.end),
            node.end,
            _label(said, grammar().output[node.kind]),
            node.kind,
            rule,
            said,
        )


def _opening(text: str, start: int, end: int) -> int:
    """With the quote before the day, when the one after it was read: «22» августа."""
    closing = QUOTES.get(text[start - 1], "") if start else ""
    return start - 1 if any(quote in text[start:end] for quote in closing) else start


def _label(said: Said, usual: str) -> Label:
    """TIME when an hour, a part of the day or a length of hours is said, as in NEREL."""
    if usual != "DATE":
        return cast("Label", usual)
    ends = (said.first, said.last, *said.items) if said.first or said.last or said.items else ()
    return "TIME" if _has_clock(said) or any(end and _has_clock(end) for end in ends) else "DATE"


def _has_clock(said: Said) -> bool:
    return said.hour is not None or said.daypart is not None or (said.amount is not None and "T" in said.amount)
