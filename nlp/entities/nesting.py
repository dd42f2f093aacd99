"""Which mentions lie within which, found in one pass: «Госсовета КНР» in «Премьера Госсовета КНР», «КНР» in both."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span


def around(spans: Sequence[Span]) -> list[list[int]]:
    """For every mention the numbers of the longer ones that contain it; mentions are sorted as the document's are."""
    extents = [(span.start, span.end) for span in spans]
    found: list[list[int]] = []
    active: list[int] = []
    for number, (start, end) in enumerate(extents):
        active = [other for other in active if extents[other][1] > start]
        found.append([other for other in active if extents[other][1] >= end and extents[other] != (start, end)])
        active.append(number)
    return found


def within(spans: Sequence[Span]) -> list[list[int]]:
    """For every mention the numbers of the shorter ones inside it, in the order of the text."""
    found: list[list[int]] = [[] for _ in spans]
    for number, outer in enumerate(around(spans)):
        for other in outer:
            found[other].append(number)
    return found
