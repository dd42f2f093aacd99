"""Which mentions lie within which, found in one pass: «Госсовета КНР» in «Премьера Госсовета КНР», «КНР» in both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span


@dataclass(frozen=True, slots=True)
class Nesting:
    """For every mention the numbers of the longer ones around it, and of the shorter ones inside it."""

    around: list[list[int]]
    inside: list[list[int]]


def nesting(spans: Sequence[Span]) -> Nesting:
    """Both directions, in the order of the text; mentions are sorted as the document's are."""
    outer = _around([(span.start, span.end) for span in spans])
    inner: list[list[int]] = [[] for _ in spans]
    for number, others in enumerate(outer):
        for other in others:
            inner[other].append(number)
    return Nesting(outer, inner)


def _around(extents: Sequence[tuple[int, int]]) -> list[list[int]]:
    found: list[list[int]] = []
    active: list[int] = []
    for number, (start, end) in enumerate(extents):
        active = [other for other in active if extents[other][1] > start]
        found.append([other for other in active if extents[other][1] >= end and extents[other] != (start, end)])
        active.append(number)
    return found
