"""Quotes of every make: where a stretch in quotes ends, and which quotes enclose a name."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

OPENING = frozenset("«“„\"'‘")
CLOSING = frozenset("»”“\"'’")
NESTING = frozenset('«"')
"""Quotes that are nested in quotes of the same make."""
LONGEST_QUOTE = 20
"""Words in a quoted name; longer stretches are speech."""


def closing_quote(texts: Sequence[str], at: int, high: int, opening: AbstractSet[int] = frozenset()) -> int | None:
    """The position after the quote that closes the one at `at`, `None` when there is none before `high`.

    `opening` are positions of straight quotes that can only open, for their form does not tell. Papers leave the
    outer closing quote out: in «Совет «Роснефти» растёт» the first inner one closes both.
    """
    if at >= high or texts[at] not in OPENING:
        return None
    if texts[at] not in NESTING:
        return next((place + 1 for place in range(at + 2, high) if texts[place] in CLOSING), None)
    depth, inner = 1, None
    for place in range(at + 1, high):
        depth += _step(texts, at, place, opening)
        if depth == 0:
            return place + 1
        if inner is None and texts[place] in CLOSING and place not in opening:
            inner = place + 1
    return inner


def _step(texts: Sequence[str], at: int, place: int, opening: AbstractSet[int]) -> int:
    """How a sign changes the depth of the quotes opened at `at`: only signs of the same make count."""
    if texts[at] == "«":
        return (texts[place] == "«") - (texts[place] == "»")
    return 0 if texts[place] != texts[at] else 1 if place in opening else -1
