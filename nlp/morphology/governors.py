"""What the words around a phrase say of the case it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec
from spacy.tokens import Token

from nlp.knowledge.dictionary import fold
from nlp.knowledge.reader import read_table, resource
from nlp.morphology.phrases import QUOTES, feature

GOVERNED = 2.0
"""What it counts that the preposition before the phrase goes with a case, or does not."""
SAME = "same"


class Government(msgspec.Struct, frozen=True):
    """A preposition and its cases."""

    preposition: str
    cases: tuple[str, ...]


class Role(msgspec.Struct, frozen=True):
    """A relation and the case it suggests, `SAME` for that of the head."""

    relation: str
    case: str
    weight: float


def support(words: Sequence[Token], case: str) -> float:
    """How far the preposition before the phrase, or else its relation to its head, speaks for a case."""
    before = _before(words[0])
    governed = governments().get(fold(before.text)) if before is not None and before.pos_ == "ADP" else None
    if governed is not None:
        return GOVERNED if case in governed else -GOVERNED
    own = {word.i for word in words}
    root = next((word for word in words if word.head.i not in own), words[0])
    return sum(role.weight for role in roles() if role.relation == root.dep_ and _suggested(role, root) == case)


def _suggested(role: Role, root: Token) -> str | None:
    if role.case != SAME:
        return role.case
    nominal = root.head.i < root.i and root.head.pos_ in {"NOUN", "PROPN", "PRON"}
    return feature(root.head, "Case") if nominal else None


def _before(word: Token) -> Token | None:
    """The word before, over opening quotation marks."""
    for place in range(word.i - 1, max(-1, word.i - 4), -1):
        token = word.doc[place]
        if token.pos_ != "SPACE" and token.text not in QUOTES:
            return token
    return None


@lru_cache(maxsize=1)
def governments() -> dict[str, tuple[str, ...]]:
    """Preposition, е for ё, → cases."""
    rows = read_table(resource("morphology/government.tsv"), Government)
    return {fold(row.preposition): row.cases for row in rows}


@lru_cache(maxsize=1)
def roles() -> tuple[Role, ...]:
    """The rows of `knowledge/morphology/roles.tsv`."""
    return read_table(resource("morphology/roles.tsv"), Role)
