"""The component `letopis_values`: what the dates and sums that stand as mentions are worth."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.document import MENTIONS, mention_id
from nlp.entities.temporal.anchors import Anchors
from nlp.entities.temporal.dates import valued
from nlp.mentions.dates import expressions
from nlp.schema import Date


class Values:
    """«16 июня т.г.», published 2025-06-17 → Date(value="2025-06-16", inferred=("year",), anchor="published")."""

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc._.dates` and `doc._.amounts`."""
        doc._.dates = tuple(_dates(doc))
        return doc


def _dates(doc: Doc) -> list[Date]:
    """The values of all expressions in the order of the text, of which those are kept that are mentions."""
    spans = doc.spans[MENTIONS] if MENTIONS in doc.spans else []
    ids = {(span.start_char, span.end_char, span.label_): mention_id(index) for index, span in enumerate(spans)}
    anchors, text = Anchors.of(doc._.published), doc._.clean.text
    kept = []
    for start, end, expression in expressions(doc):
        value = valued(text, expression, anchors)
        mention = ids.get((start, end, expression.label))
        if mention:
            kept.append(Date(mention, value.value, value.part, value.inferred, value.anchor))
    return kept


@Language.factory("letopis_values", requires=["doc.spans"], assigns=["doc._.dates", "doc._.amounts"])
def make_values(nlp: Language, name: str) -> Values:
    """The factory behind `pipeline.add_pipe("letopis_values")`."""
    return Values()
