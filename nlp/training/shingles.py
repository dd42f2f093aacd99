"""Near-duplicates: texts that share many runs of words, so that what is measured on was not learned from.

Broder, On the resemblance and containment of documents, 1997: containment, because agencies shorten each other's news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

LENGTH = 5
"""Words in a shingle."""
SHARED = 0.2
"""Containment from which two texts count as one story told twice."""
_Holders = dict[tuple[str, ...], list[int]]
_WORD = re.compile(r"\w+")


def shingles(text: str) -> frozenset[tuple[str, ...]]:
    """«Он прилетел в Минск утром в среду» → two runs of five words; a shorter text is one run of all its words."""
    words = [word.lower().replace("ё", "е") for word in _WORD.findall(text)]
    last = max(len(words) - LENGTH, 0)
    return frozenset(tuple(words[place : place + LENGTH]) for place in range(last + 1)) if words else frozenset()


def containment(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    """The share of the smaller set that the larger holds, 0 to 1."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0


def duplicates(texts: Sequence[str], held_out: Iterable[str]) -> list[int]:
    """Places of the texts that tell what a held-out text tells."""
    guarded = [shingles(text) for text in held_out]
    holders: dict[tuple[str, ...], list[int]] = {}
    for place, own in enumerate(guarded):
        for each in own:
            holders.setdefault(each, []).append(place)
    return [place for place, own in enumerate(map(shingles, texts)) if _told(own, guarded, holders)]


def groups(texts: Sequence[str]) -> list[int]:
    """One number for all texts that tell one story, also through a third: A like B, B like C → 0, 0, 0."""
    every = [shingles(text) for text in texts]
    holders: dict[tuple[str, ...], list[int]] = {}
    first = list(range(len(texts)))
    for place, own in enumerate(every):
        near = {other for each in own for other in holders.get(each, ())}
        alike = {place, *(first[other] for other in near if containment(own, every[other]) >= SHARED)}
        first = [min(alike) if each in alike else each for each in first] if len(alike) > 1 else first
        for each in own:
            holders.setdefault(each, []).append(place)
    return first


def _told(own: frozenset[tuple[str, ...]], guarded: Sequence[frozenset[tuple[str, ...]]], holders: _Holders) -> bool:
    """Only held-out texts that share a run at all are compared."""
    near = {place for each in own for place in holders.get(each, ())}
    return any(containment(own, guarded[place]) >= SHARED for place in near)
