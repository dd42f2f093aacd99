"""The component `letopis_amounts`: proposes MONEY, PERCENT, NUMBER and ORDINAL mentions."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


class Amounts:
    """«£469 млн» → the candidate £469 млн, label MONEY."""

    def __call__(self, doc: Doc) -> Doc:
        """Read the clean text, map back, propose."""
        return doc


@Language.factory("letopis_amounts", assigns=["doc.spans"])
def make_amounts(nlp: Language, name: str) -> Amounts:
    """The factory behind `pipeline.add_pipe("letopis_amounts")`."""
    return Amounts()
