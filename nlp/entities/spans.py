"""Small questions about mentions: their words, their clean text, which lies in which, what stands beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any
from weakref import WeakKeyDictionary

from spacy.attrs import NORM, POS
from spacy.symbols import SPACE
from spacy.tokens import Doc, Span, Token

from nlp.document import MENTIONS
from nlp.knowledge.dictionary import parse
from nlp.morphology.readings import split

OPENING, CLOSING = frozenset("«“„\"'‘"), frozenset("»”“\"'’")
PLACE_LABELS = frozenset({"COUNTRY", "STATE_OR_PROVINCE", "CITY", "DISTRICT", "LOCATION", "FACILITY"})
_KEPT: WeakKeyDictionary[Doc, _Seen] = WeakKeyDictionary()
"""Each document's own, as long as it lives; its tags and its tree are not changed any more."""


def mentions(doc: Doc) -> list[Span]:
    """The mentions in order; mention n of the list has the id `mention_id(n)`."""
    return list(doc.spans[MENTIONS]) if MENTIONS in doc.spans else []


def clean_text(tokens: Span | Sequence[Token]) -> str:
    """The cleaned words, one space where the text has a gap: «Мини\u00adстерство  связи» → «Министерство связи»."""
    said = [token for token in tokens if token.pos != SPACE]
    spaced = [token.norm_ + (" " if _gap(token, following) else "") for token, following in pairwise(said)]
    return "".join([*spaced, *(token.norm_ for token in said[-1:])])


def letters(span: Span) -> list[Token]:
    """The words of a mention without punctuation and quotes."""
    doc, start = span.doc, span.start
    said = _seen(doc).said[start : span.end]
    return [doc[start + place] for place, is_said in enumerate(said) if is_said]


@dataclass(frozen=True, slots=True)
class _Seen:
    """Of a document's tokens, which are words with a letter or a digit; of spans asked for, the places of the heads."""

    said: tuple[bool, ...]
    heads: dict[tuple[int, int], int]


def _seen(doc: Doc) -> _Seen:
    found = _KEPT.get(doc)
    if found is None:
        strings = doc.vocab.strings
        columns: Any = doc.to_array([POS, NORM])
        said = tuple(part != SPACE and lettered(strings[norm]) for part, norm in columns.tolist())
        found = _KEPT[doc] = _Seen(said, {})
    return found


@lru_cache(maxsize=1 << 13)
def lettered(word: str) -> bool:
    """Whether a token has a letter or a digit."""
    return any(map(str.isalnum, word))


def inside(inner: Span, outer: Span) -> bool:
    """Whether one mention lies within another, longer one."""
    longer = outer.end - outer.start > inner.end - inner.start
    return longer and outer.start <= inner.start and inner.end <= outer.end


def before(doc: Doc, position: int) -> Token | None:
    """The nearest word to the left of the token at `position`."""
    for place in range(position - 1, max(position - 12, -1), -1):
        if doc[place].pos != SPACE:
            return doc[place]
    return None


def after(doc: Doc, position: int) -> Token | None:
    """The word at `position` or the nearest one to the right of it; `position` is the end of a span."""
    for place in range(position, min(position + 12, len(doc))):
        if doc[place].pos != SPACE:
            return doc[place]
    return None


def head(span: Span) -> Token:
    """The syntactic head of a span, its first noun when the tree is of no help."""
    heads, bounds = _seen(span.doc).heads, (span.start, span.end)
    if bounds not in heads:
        heads[bounds] = _head(span).i
    return span.doc[heads[bounds]]


def _head(span: Span) -> Token:
    inner = [token for token in letters(span) or list(span) if token.head == token or not _within(token.head, span)]
    nouns = [token for token in inner if token.pos_ in {"NOUN", "PROPN"}]
    return (nouns or inner or list(span))[0]


def feature(token: Token, name: str) -> str | None:
    """A UD feature of a token: `feature(token, "Case")` → "Gen", `None` when untagged."""
    return _said(str(token.morph)).get(name)


@lru_cache(maxsize=1 << 11)
def _said(features: str) -> dict[str, str]:
    """«Case=Gen|Number=Sing» taken apart once, of several values the first: spaCy does it at every question."""
    return {name: values.split(",")[0] for name, values in split(features).items()}


def sentence_starts(span: Span, count: int) -> list[int]:
    """Where the sentence of the span and those before it start, at most `count`, the nearest first."""
    starts = []
    for place in range(min(span.start, len(span.doc) - 1), -1, -1):
        if span.doc[place].is_sent_start or place == 0:
            starts.append(place)
        if len(starts) == count:
            break
    return starts


def plural(token: Token) -> bool:
    """Whether a noun is plural; the word whose subject it is knows better than its own tag: «Страны подумают».

    Of a form that is never plural («министр» of «министр и посол приехали») the word tells nothing.
    """
    told = feature(token.head, "Number") if token.dep_.startswith("nsubj") and _may_be_plural(token.norm_) else None
    return (told or feature(token, "Number")) == "Plur"


@lru_cache(maxsize=1 << 12)
def _may_be_plural(word: str) -> bool:
    return any(each.tag.number != "sing" for each in parse(word.lower()))


def quoted(span: Span) -> bool:
    """Whether quotes stand directly around the mention: «Роснефть»."""
    left, right = before(span.doc, span.start), after(span.doc, span.end)
    return left is not None and right is not None and left.norm_ in OPENING and right.norm_ in CLOSING


def _within(token: Token, span: Span) -> bool:
    return span.start <= token.i < span.end


def _gap(token: Token, following: Token) -> bool:
    return following.idx > token.idx + len(token.text)
