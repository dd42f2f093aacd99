"""The component `letopis_values`: what the dates and sums that stand as mentions are worth."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from nlp.document import MENTIONS, mention_id
from nlp.entities.temporal.anchors import Anchors
from nlp.entities.temporal.clause import clause_direction
from nlp.entities.temporal.dates import needs_direction, valued
from nlp.entities.temporal.place import Direction
from nlp.entities.temporal.tense import direction
from nlp.mentions.amounts import quantities
from nlp.mentions.dates import expressions
from nlp.mentions.temporal.said import Expression
from nlp.schema import Amount, Date

Ids = dict[tuple[int, int, str], str]


class Values:
    """«16 июня т.г.», published 2025-06-17 → Date(value="2025-06-16", inferred=("year",), anchor="published")."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc._.dates` and `doc._.amounts`."""
        spans = doc.spans.get(MENTIONS, [])
        ids = {(span.start_char, span.end_char, span.label_): mention_id(index) for index, span in enumerate(spans)}
        doc._.dates = tuple(_dates(doc, ids))
        doc._.amounts = tuple(_amounts(doc, ids))
        return doc


def _dates(doc: Doc, ids: Ids) -> Iterator[Date]:
    """Every expression is read, in the order of the text, because later ones lean on it; mentions get a record."""
    anchors = Anchors.of(doc._.published)
    for start, end, expression in expressions(doc):
        value = valued(expression, anchors, _told(doc, start, end, expression))
        mention = ids.get((start, end, expression.label))
        if mention:
            yield Date(mention, value.value, value.part, value.inferred, value.anchor)


def _told(doc: Doc, start: int, end: int, expression: Expression) -> Direction | None:
    """Which way the clause looks: by the verb above in the tree, else by the words around."""
    span = doc.char_span(start, end) if needs_direction(expression) else None
    if span is None:
        return None
    told = clause_direction(span)
    return direction(doc._.clean.text, expression.start, expression.end) if told is None else told


def _amounts(doc: Doc, ids: Ids) -> Iterator[Amount]:
    """A sum that is not told («несколько миллионов») has no record."""
    for start, end, quantity in quantities(doc):
        mention = ids.get((start, end, quantity.label))
        if mention and quantity.value is not None:
            yield Amount(mention, quantity.value, quantity.unit, quantity.upper)


@Language.factory("letopis_values", requires=["doc.spans"], assigns=["doc._.dates", "doc._.amounts"])
def make_values(nlp: Language, name: str) -> Values:
    """The factory behind `pipeline.add_pipe("letopis_values")`."""
    del nlp, name
    return Values()
