"""Which tokens of a document are words, signs included, and not blanks or markup."""

from __future__ import annotations

from spacy.symbols import SPACE
from spacy.tokens import Doc, Span, Token

NO_WORD = "SPACE"


def words(of: Doc | Span) -> list[Token]:
    """The tokens that say something: «**Минск** ,» → «Минск», «,»."""
    return [token for token in of if token.pos != SPACE]
