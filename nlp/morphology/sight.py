"""What the ranker sees of a text: «Советом директоров „Роснефти“», up to three words before and two after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.symbols import SPACE
from spacy.tokens import Token

BEFORE, AFTER = 3, 2


@dataclass(frozen=True, slots=True)
class Sight:
    """The words that are looked at; `first` is the place of the phrase's first among them, `count` how many it has."""

    words: list[Token]
    first: int
    count: int

    @property
    def own(self) -> list[Token]:
        """The words of the phrase."""
        return self.words[self.first : self.first + self.count]


def sight(phrase: Sequence[Token]) -> Sight:
    """The words of a phrase with their neighbours in its sentence, signs included."""
    before = _before(phrase[0])
    return Sight([*reversed(before), *phrase, *_after(phrase[-1])], len(before), len(phrase))


def _before(first: Token) -> list[Token]:
    """The nearest first."""
    doc, token, found = first.doc, first, list[Token]()
    while len(found) < BEFORE and token.i and not token.is_sent_start:
        token = doc[token.i - 1]
        if token.pos != SPACE:
            found.append(token)
    return found


def _after(last: Token) -> list[Token]:
    doc, found = last.doc, list[Token]()
    for place in range(last.i + 1, len(doc)):
        token = doc[place]
        if len(found) == AFTER or token.is_sent_start:
            break
        if token.pos != SPACE:
            found.append(token)
    return found
