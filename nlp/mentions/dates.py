"""The component `letopis_dates`: proposes DATE, TIME and AGE mentions, and keeps what they say for `letopis_values`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.document import propose
from nlp.mentions.located import keep, kept, located
from nlp.mentions.temporal.find import find
from nlp.mentions.temporal.said import Expression

KEY = "letopis.expressions"
"""Key of `doc.user_data`: expressions as plain data."""


class Dates:
    """«Подписан 22 августа 2024 г.» → the candidate 22 августа 2024 г., label DATE, rule dates/day-month."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the clean text, map back, propose."""
        found = located(doc, list(find(doc._.clean.text)))
        keep(doc, KEY, found)
        propose(doc, [span for span, _ in found])
        return doc


def expressions(doc: Doc) -> list[tuple[int, int, Expression]]:
    """What was found, with the offsets of its spans in the original text."""
    return kept(doc, KEY, Expression)


@Language.factory("letopis_dates", assigns=["doc.spans"])
def make_dates(nlp: Language, name: str) -> Dates:
    """The factory behind `pipeline.add_pipe("letopis_dates")`."""
    del nlp, name
    return Dates()
