"""The component `letopis_amounts`: proposes MONEY, PERCENT, NUMBER and ORDINAL mentions outside of dates."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.document import propose
from nlp.mentions.dates import expressions
from nlp.mentions.located import keep, kept, located
from nlp.mentions.quantities.find import Quantity, find

KEY = "letopis.quantities"
"""Key of `doc.user_data`: quantities as plain data."""


class Amounts:
    """«£469 млн» → the candidate £469 млн, label MONEY, rule amounts/money-sign."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the clean text, map back, propose; a number inside a date is no count."""
        dates = [(each.start, each.end) for _, _, each in expressions(doc)]
        found = located(doc, _outside(list(find(doc._.clean.text)), dates))
        keep(doc, KEY, found)
        propose(doc, [span for span, _ in found])
        return doc


def _outside(found: list[Quantity], dates: list[tuple[int, int]]) -> list[Quantity]:
    """Those that overlap no date; both lists are in the order of the text."""
    kept_ones, place = [], 0
    for each in found:
        while place < len(dates) and dates[place][1] <= each.start:
            place += 1
        if place == len(dates) or dates[place][0] >= each.end:
            kept_ones.append(each)
    return kept_ones


def quantities(doc: Doc) -> list[tuple[int, int, Quantity]]:
    """What was found, with the offsets of its spans in the original text."""
    return kept(doc, KEY, Quantity)


@Language.factory("letopis_amounts", assigns=["doc.spans"])
def make_amounts(nlp: Language, name: str) -> Amounts:
    """The factory behind `pipeline.add_pipe("letopis_amounts")`."""
    del nlp, name
    return Amounts()
