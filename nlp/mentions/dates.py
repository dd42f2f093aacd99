"""The component `letopis_dates`: proposes DATE, TIME and AGE mentions, and keeps what they say for `letopis_values`."""

from __future__ import annotations

from typing import Any

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.document import propose
from nlp.mentions.temporal.find import find
from nlp.mentions.temporal.said import Expression

EXPRESSIONS = "letopis.expressions"
"""Key of `doc.user_data`: expressions as plain data with the offsets of their spans in the original text."""


class Dates:
    """«Подписан 22 августа 2024 г.» → the candidate 22 августа 2024 г., label DATE, rule dates/day-month."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the clean text, map back, propose."""
        found = [(span, expression) for expression in find(doc._.clean.text) if (span := located(doc, expression))]
        doc.user_data[EXPRESSIONS] = [_kept(span, expression) for span, expression in found]
        propose(doc, [span for span, _ in found])
        return doc


def located(doc: Doc, expression: Expression) -> Span | None:
    """The tokens under an expression of the clean text; `None` where no token stands."""
    start, end = doc._.clean.original(expression.start, expression.end)
    span = doc.char_span(start, end, label=expression.label, alignment_mode="expand")
    if span is not None:
        span.id_ = expression.rule
    return span


def _kept(span: Span, expression: Expression) -> dict[str, Any]:
    """Plain data: where the span stands in the original, and the expression with its own offsets in the clean text."""
    built: dict[str, Any] = msgspec.to_builtins(expression)
    return {"span": [span.start_char, span.end_char], "expression": built}


def expressions(doc: Doc) -> list[tuple[int, int, Expression]]:
    """What `letopis_dates` found, with the offsets of the spans."""
    kept = doc.user_data.get(EXPRESSIONS, [])
    return [(*each["span"], msgspec.convert(each["expression"], Expression)) for each in kept]


@Language.factory("letopis_dates", assigns=["doc.spans"])
def make_dates(nlp: Language, name: str) -> Dates:
    """The factory behind `pipeline.add_pipe("letopis_dates")`."""
    return Dates()
