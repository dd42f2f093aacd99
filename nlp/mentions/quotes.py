"""Quotes of every make: where a stretch in quotes ends, and which quotes enclose a name."""

from __future__ import annotations

from collections.abc import Sequence

OPENING = frozenset("«“„\"'‘")
CLOSING = frozenset("»”“\"'’")
LONGEST_QUOTE = 20
"""Words in a quoted name; longer stretches are speech."""


def closing_quote(texts: Sequence[str], at: int, high: int) -> int | None:
    """The position after the quote that closes the one at `at`, `None` when there is none before `high`."""
    if at >= high or texts[at] not in OPENING:
        return None
    if texts[at] != "«":
        return next((place + 1 for place in range(at + 2, high) if texts[place] in CLOSING), None)
    depth = 0
    for place in range(at, high):
        depth += (texts[place] == "«") - (texts[place] == "»")
        if depth == 0:
            return place + 1
    return _last_closing(texts, at, high)


def _last_closing(texts: Sequence[str], at: int, high: int) -> int | None:
    """«Совет «Роснефти» with the closing quote of the outer name left out, as papers do."""
    return next((place + 1 for place in range(high - 1, at, -1) if texts[place] == "»"), None)
