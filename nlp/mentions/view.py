"""The words of a document with what patterns ask of them, read once: «Министром» → министр, NOUN, Ins, capital.

Positions in a view count words only (blanks and markup are left out); `span` turns them into a span of the document.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from spacy.attrs import LEMMA, MORPH, NORM, POS, SENT_START
from spacy.symbols import SPACE
from spacy.tokens import Doc, Span, Token

from nlp.knowledge.dictionary import fold
from nlp.mentions import scratch


class Features(NamedTuple):
    """What the tag says: case and number as in Universal Dependencies in lower case («gen», «plur»), "" when unsaid."""

    case: str
    number: str
    gender: str
    animate: bool


class _Read(NamedTuple):
    """Parallel lists over the words, shared by all views of a document; `own` are their places in it."""

    own: list[int]
    texts: list[str]
    folded: list[str]
    lemmas: list[str]
    parts: list[str]
    features: list[Features]
    bounds: list[tuple[int, int]]
    places: dict[int, int]


_KEPT: WeakKeyDictionary[Doc, tuple[bytes, _Read]] = WeakKeyDictionary()
"""Each document's own, as long as it lives and its words are tagged as they were."""


class View:
    """Parallel lists over the words of one document; `low` and `high` bound the sentence that is being matched."""

    __slots__ = ("bounds", "doc", "features", "folded", "high", "lemmas", "low", "own", "parts", "places", "texts")

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        read = _read(doc)
        self.own, self.texts, self.folded, self.lemmas, self.parts = read[:5]
        self.features, self.bounds, self.places = read.features, read.bounds, read.places
        self.low, self.high = 0, len(self.own)

    def __len__(self) -> int:
        return len(self.own)

    def token(self, position: int) -> Token:
        """The word as spaCy has it."""
        return self.doc[self.own[position]]

    def enter(self, position: int) -> None:
        """Let matching go no further than the sentence of this word."""
        self.low, self.high = self.bounds[position]

    def span(self, start: int, end: int, label: str, rule: str, score: float) -> Span:
        """Words `start` to `end` as a span of the document that knows its rule and score."""
        span = Span(self.doc, self.own[start], self.own[end - 1] + 1, label=label)
        span.id_ = rule
        scratch.rate(span, score)
        return span

    def positions(self, span: Span) -> tuple[int, int]:
        """The inverse: the words of a span as (start, end); an empty pair for a span without words."""
        inside = [self.places[i] for i in range(span.start, span.end) if i in self.places]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def capital(self, position: int) -> bool:
        """Does the word begin with a capital letter?"""
        return self.texts[position][:1].isupper()

    def opens_quote(self, position: int) -> bool:
        """Can the quote here be an opening one? A straight one shows it by the blanks around it."""
        token = self.token(position)
        before = self.token(position - 1).whitespace_ or not self.texts[position - 1].isalnum() if position else True
        after = self.texts[position + 1][:1] if position + 1 < len(self) else ""
        free = before and not token.whitespace_ and (after.isalnum() or after == '"')
        return self.texts[position] in "«„" or bool(free)

    def opens(self, position: int) -> bool:
        """Is it the first word of its sentence, quotes and dashes aside? There a capital letter tells nothing."""
        low, _ = self.bounds[position]
        return not any(any(map(str.isalnum, self.texts[place])) for place in range(low, position))


@lru_cache(maxsize=4096)
def features(tag: str) -> Features:
    """«Animacy=Inan|Case=Gen|Number=Plur» → gen, plur; a short passive participle has no case."""
    pairs = dict(pair.split("=", 1) for pair in tag.split("|") if "=" in pair)
    case, number, gender = (pairs.get(name, "").lower() for name in ("Case", "Number", "Gender"))
    return Features(case, number, gender, pairs.get("Animacy") == "Anim")


def _read(doc: Doc) -> _Read:
    """What the tags say, read again when one of them is another."""
    columns: Any = doc.to_array([NORM, LEMMA, POS, MORPH, SENT_START])
    told = columns.tobytes()
    known, read = _KEPT.get(doc, (b"", None))
    if read is None or known != told:
        read = _reading(doc, columns)
        _KEPT[doc] = told, read
    return read


def _reading(doc: Doc, columns: Any) -> _Read:
    strings, own = doc.vocab.strings, np.flatnonzero(columns[:, 2] != SPACE)
    norms, lemmas, parts, tags, starts = columns[own].T.tolist()
    texts = [strings[number] for number in norms]
    folded = [fold(text) for text in texts]
    known = dict(zip(folded, folded, strict=True))
    return _Read(
        own.tolist(),
        texts,
        folded,
        [known.get(lemma, lemma) for lemma in (fold(strings[number]) for number in lemmas)],
        [strings[number] for number in parts],
        [features(strings[number]) for number in tags],
        _bounds([start == 1 for start in starts]),
        {place: number for number, place in enumerate(own.tolist())},
    )


def _bounds(starts: list[bool]) -> list[tuple[int, int]]:
    """For every word the (start, end) of its sentence."""
    edges = [place for place, start in enumerate(starts) if start or place == 0] + [len(starts)]
    return [pair for pair in pairwise(edges) for _ in range(*pair)]
