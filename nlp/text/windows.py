"""A long text cut where it hurts least: between paragraphs, lines, sentences, words."""

from __future__ import annotations

import re
from collections.abc import Iterator

WINDOW = 30_000
"""Characters in one window, some fifteen pages: what grows with the square of a text's mentions stays small, and no
text needs much more memory than this one."""
CUTS = tuple(map(re.compile, (r"\n[^\S\n]*\n\s*", r"\n\s*", r"[.!?…][»”\"')\]]*\s+", r"\s+")))
"""Where a text may be cut, the best first: the cut is after what is found."""


def windows(text: str, most: int = WINDOW) -> Iterator[tuple[int, int]]:
    """Start and end of windows that make up the text, each of `most` characters or fewer; one for a short text."""
    start = 0
    while len(text) - start > most:
        end = _cut(text, start + most // 2, start + most)
        yield start, end
        start = end
    yield start, len(text)


def _cut(text: str, low: int, high: int) -> int:
    """The last good place between the two; without any, the last character."""
    for mark in CUTS:
        *_, last = (low, *(match.end() for match in mark.finditer(text, low, high)))
        if last > low:
            return last
    return high
