"""The words around a post's title: «бывший» and «ныне» before it, the body and its parts behind it.

«бывший министр» has its phase from a word before the mention, «директор музея» a body without a name behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from spacy.tokens import Doc, Span, Token

from nlp.entities.gazetteer import adjective
from nlp.entities.heads import generic, legal_form
from nlp.entities.spans import OPENING, after, feature, head, letters
from nlp.entities.words import Phrases
from nlp.knowledge import lexicons, lists
from nlp.knowledge.dictionary import fold, parse
from nlp.morphology.inflection import marks

Phase = Literal["former", "acting"]
FORMER_PREFIX = "экс-"
_DEPUTY = "зам"
STOP = "."
_WINDOW = 5
"""Words and stops before a post that are read: «временно исполняющий обязанности» and more."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where the words before a mention begin that belong to its post, and the phase that they tell."""

    start: int
    phase: Phase | None


def earlier(span: Span) -> Earlier | None:
    """«бывший», «и. о.», «ныне» before the mention; `None` when they make it no post that is held: «будущий»."""
    said = words_before(span)
    start, phase = next(iter(letters(span)), span[0]).i, None
    while said and not said[-1].is_sent_end:
        if said[-1].lemma_.lower() in no_posts() and said[-1].pos_ == "ADJ":
            return None
        size, told = _modifier(said)
        if not size:
            break
        start, phase = said[-size].i, phase or told
        said = said[:-size]
    return Earlier(start, phase)


def words_before(span: Span) -> list[Token]:
    """The last words and signs before the mention, the stops of «и. о.» left out."""
    said = [token for token in span.doc[max(span.start - _WINDOW, 0) : span.start] if token.pos_ != "SPACE"]
    return [token for place, token in enumerate(said) if not (place and _is_stop(said[place - 1], token))]


def _is_stop(letter: Token, sign: Token) -> bool:
    return sign.norm_ == STOP and not sign.is_sent_end and len(letter.norm_) == 1 and letter.norm_.isalpha()


def _modifier(said: Sequence[Token]) -> tuple[int, Phase | None]:
    """How many of the last words modify a post, and the phase; (0, None) for other words."""
    found = next((hit for hit in phases(said) if hit[1] == len(said)), None)
    if found is not None:
        return found[1] - found[0], found[2].phase
    return int(said[-1].lemma_.lower() in _noise()), None


def phases(said: Sequence[Token]) -> Iterator[tuple[int, int, lexicons.PostModifier]]:
    """Where «бывший» and «и. о.» stand among the words; what is written with stops has them: not «и о министре»."""
    for start, end, row in modifiers().scan(said):
        behind = said[end - 1].doc[said[end - 1].i + 1 :][:1].text
        if row.phase is not None and (STOP not in row.words or behind == STOP):
            yield start, end, row


def unmodified(said: Sequence[Token]) -> tuple[list[Token], Phase | None]:
    """The words without «бывший», «и. о.» and their like, and the phase that these tell."""
    hits = list(phases(said))
    dropped = {place for start, end, _ in hits for place in range(start, end)}
    dropped |= {place for place, token in enumerate(said) if token.lemma_.lower() in _noise() or token.pos_ == "AUX"}
    phase = next((row.phase for _, _, row in hits), None)
    if any(fold(token.norm_).startswith(FORMER_PREFIX) for token in said):
        phase = "former"
    return [token for place, token in enumerate(said) if place not in dropped], phase


def following(span: Span, spans: Sequence[Span], starts: Mapping[int, int]) -> tuple[int, list[int]]:
    """The organisation or place in the genitive behind the phrase, also over a field: «директор по связи» «АО «Юг»»."""
    token = _after_field(span)
    while token is not None and token.i not in starts and _leads_to(token, starts):
        token = after(span.doc, token.i + 1)
    number = starts.get(token.i) if token is not None else None
    if number is None or not governed(spans[number]) or adjectival(spans[number]):
        return span.end, []
    return spans[number].end, [number]


def _after_field(span: Span) -> Token | None:
    """The word behind the phrase, or behind «по развитию» that follows it."""
    token = after(span.doc, span.end)
    end = _field_end(after(span.doc, token.i + 1)) if token is not None and token.norm_ == "по" else None
    return after(span.doc, end) if end is not None else token


def field(span: Span, body: Span) -> tuple[Token, ...]:
    """The words of the field between a post and its body: «по развитию» of «директор по развитию АО «Юг»»."""
    between = [token for token in span.doc[span.end : body.start] if token.pos_ != "SPACE"]
    end = _field_end(between[1]) if len(between) > 1 and between[0].norm_ == "по" else None
    return tuple(token for token in between if end is not None and token.i < end)


def beyond(doc: Doc, end: int, spans: Sequence[Span], starts: Mapping[int, int]) -> int:
    """Where what follows the body ends: «(Института языкознания) РАН», «(МВД) по Томской области», «по кадрам»."""
    while (further := _further(doc, end, spans, starts)) is not None and further > end:
        end = further
    return end


def _further(doc: Doc, end: int, spans: Sequence[Span], starts: Mapping[int, int]) -> int | None:
    """The end of one more body, or of a field after «по»."""
    token = _over_mark(after(doc, end))
    field = token is not None and token.norm_ == "по"
    if token is not None and field:
        token = after(doc, token.i + 1)
    number = starts.get(token.i) if token is not None else None
    if number is not None:
        return spans[number].end
    return _field_end(token) if field else None


def _over_mark(token: Token | None) -> Token | None:
    """The town behind «г.»."""
    if token is None or token.norm_ not in marks():
        return token
    behind = after(token.doc, token.i + 1)
    return after(token.doc, behind.i + 1) if behind is not None and behind.norm_ == "." else behind


def _field_end(token: Token | None) -> int | None:
    """«экономической безопасности» after «по»: adjectives and a noun in the dative."""
    for _ in range(_WINDOW):
        if token is None or not token.norm_.islower() or feature(token, "Case") != "Dat":
            return None
        if token.pos_ == "NOUN":
            return token.i + 1
        token = after(token.doc, token.i + 1)
    return None


def tail(span: Span) -> tuple[Token, ...]:
    """A body without a name that the post governs: «музея» of «директор музея»."""
    words: list[Token] = []
    token = after(span.doc, span.end)
    while token is not None and token.norm_.islower() and feature(token, "Case") == "Gen":
        words.append(token)
        if token.pos_ == "NOUN":
            return tuple(words) if token.head == head(span) else ()
        if token.pos_ != "ADJ":
            break
        token = after(span.doc, token.i + 1)
    return ()


@lru_cache(maxsize=1 << 10)
def abridged(word: str) -> bool:
    """«замглавы», «замначальника»: a deputy by the genitive of the post, which takes no endings."""
    low = word.lower()
    rest = low.removeprefix(_DEPUTY)
    own = (each.normal_form for each in parse(rest) if {"gent", "sing"} in each.tag)
    return rest != low and not _titles().isdisjoint(own)


@cache
def _titles() -> frozenset[str]:
    return frozenset(row.post for row in lexicons.posts())


def governed(body: Span) -> bool:
    """In the genitive, or in quotes, where names do not change."""
    return body.text[:1] in OPENING or feature(head(body), "Case") in {"Gen", None}


def adjectival(span: Span) -> bool:
    """One word that is an adjective: «российский»."""
    said = letters(span)
    return len(said) == 1 and (said[0].pos_ == "ADJ" or adjective(said[0]) is not None)


def _leads_to(token: Token, starts: Mapping[int, int]) -> bool:
    """An adjective of the body in the genitive, or its kind before its name: «(директор) завода «Заря»»."""
    if token.norm_ in OPENING:
        return True
    behind = after(token.doc, token.i + 1)
    kind = generic(token) or legal_form(token) is not None
    named = behind is not None and (behind.norm_ in OPENING or (behind.i in starts and kind))
    return (token.pos_ == "ADJ" or (token.pos_ in {"NOUN", "PROPN"} and named)) and feature(token, "Case") == "Gen"


@cache
def modifiers() -> Phrases[lexicons.PostModifier]:
    """«бывший», «исполняющий обязанности», «заместитель»."""
    return Phrases([(row.words, row) for row in lexicons.post_modifiers()])


def _noise() -> frozenset[str]:
    return lists.words("identity/title_noise.txt")


def no_posts() -> frozenset[str]:
    """«кандидат», «будущий»."""
    return lists.words("identity/no_posts.txt")
