"""Places: one entity for «Китай», «КНР» and «Китайской Народной Республики»; cities know their country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from nlp.entities.gazetteer import Spot, country, place
from nlp.entities.nesting import Nesting
from nlp.entities.spans import OPENING, PLACE_LABELS, after, feature, letters
from nlp.entities.words import key

KINDS = {
    "COUNTRY": "country", "STATE_OR_PROVINCE": "region", "CITY": "city", "DISTRICT": "district",
    "LOCATION": "location", "FACILITY": "facility",
}  # fmt: skip
_NAMES = PLACE_LABELS | {"ORGANIZATION"}
_HEADS = frozenset({"город", "г"})
Key = tuple[str, ...]


@dataclass(slots=True, eq=False)
class PlaceGroup:
    """The mentions of one place, by their numbers."""

    key: Key
    kind: str
    spot: Spot | None
    country: str | None
    spans: list[tuple[int, Span]] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        """The numbers of its mentions."""
        return [index for index, _ in self.spans]

    @property
    def first(self) -> int:
        """The number of the earliest mention."""
        return self.spans[0][0]


def find_places(spans: Sequence[Span], nested: Nesting) -> list[PlaceGroup]:
    """The places among the mentions, in the order of their first mention."""
    groups: dict[Key, PlaceGroup] = {}
    waiting: list[tuple[int, Span, Key]] = []
    for index, span in enumerate(spans):
        if not is_place(span):
            continue
        spot, own = identify(span)
        if own not in groups and _only_part(span, spot, [spans[other].label_ for other in nested.around[index]]):
            waiting.append((index, span, own))
            continue
        group = groups.setdefault(own, PlaceGroup(own, _kind(span, spot), spot, spot.country if spot else None))
        group.spans.append((index, span))
    for index, span, own in waiting:
        if own in groups:
            groups[own].spans.append((index, span))
    return _completed(groups, spans)


def is_place(span: Span) -> bool:
    """A mention of a place, or of a country that was taken for an organisation: «Российская Федерация».

    «под Минском» is where something is; the place is «Минск».
    """
    if span.label_ not in _NAMES or span[0].norm_ in OPENING:
        return False
    said = letters(span)
    if not said or said[0].pos_ == "ADP" or _is_quality(said):
        return False
    return span.label_ in PLACE_LABELS or _country(said) is not None


def _is_quality(said: Sequence[Token]) -> bool:
    """An adjective that is no place's, or people by where they live: «западные», «москвичи»."""
    if len(said) > 1 or (said[0].text[:1].isupper() and not said[0].is_sent_start):
        return False
    people = said[0].pos_ == "NOUN" and feature(said[0], "Animacy") == "Anim"
    return people or (said[0].pos_ == "ADJ" and country(said) is None and place(said) is None)


def _country(said: Sequence[Token]) -> Spot | None:
    spot = country(said)
    return spot if spot is not None and not spot.adjective and said[0].norm_[:1].isupper() else None


def identify(span: Span) -> tuple[Spot | None, Key]:
    """The place of the lexicon that a mention names, and the key that all mentions of one place share."""
    words = [token for token in letters(span) if not is_head(token, span)]
    spot = country(words) if span.label_ == "COUNTRY" else _country(words) or place(words)
    if spot is None:
        return None, tuple(map(key, words))
    own = spot.country or spot.name if spot.label == "COUNTRY" else spot.name
    return spot, (KINDS[spot.label], own)


def _kind(span: Span, spot: Spot | None) -> str:
    return KINDS[spot.label] if spot is not None else KINDS[span.label_]


def is_head(token: Token, span: Span) -> bool:
    """«город» or «г.» before a name is no part of it."""
    return token.lemma_.lower().rstrip(".") in _HEADS and span.end - span.start > 1


def _only_part(span: Span, spot: Spot | None, outer: Sequence[str]) -> bool:
    """An adjective or a foreign word inside a name is a place if it is named elsewhere: «Шанхайская организация»."""
    if "PERSON" in outer:
        return True
    said = letters(span)
    by_adjective = len(said) == 1 and said[0].pos_ == "ADJ"
    within = bool(_NAMES & set(outer))
    return within and (by_adjective or span.text.isascii() or (spot is not None and spot.adjective))


def _completed(groups: dict[Key, PlaceGroup], spans: Sequence[Span]) -> list[PlaceGroup]:
    countries = {letters(span)[0].i: span for span in spans if span.label_ == "COUNTRY" and letters(span)}
    for group in groups.values():
        group.spans.sort(key=_number)
        if group.country is None and group.kind != "country":
            group.country = next((found for _, span in group.spans if (found := _beside(span, countries))), None)
    return sorted(groups.values(), key=_first)


def _beside(span: Span, countries: Mapping[int, Span]) -> str | None:
    """The country in brackets or after a comma: «г. Карамай (Китайская Народная Республика)».

    `countries` are the mentions of countries by their first word.
    """
    opening = after(span.doc, span.end)
    if opening is None or opening.norm_ not in {"(", ","}:
        return None
    first = after(span.doc, opening.i + 1)
    beside = countries.get(first.i) if first is not None else None
    spot = country(letters(beside)) if beside is not None else None
    if beside is None or spot is None or spot.adjective:
        return None
    closing = after(span.doc, beside.end)
    closed = closing is not None and closing.norm_ in {")", ","}
    return spot.country if closed or opening.norm_ == "," else None


def _number(item: tuple[int, Span]) -> int:
    return item[0]


def _first(group: PlaceGroup) -> int:
    return group.first
