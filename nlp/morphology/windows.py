"""Long sentences cut into overlapping windows, so that memory does not grow with the square of their length.

A list of four thousand words has no syntax to speak of beyond its neighbourhood. The networks look three words around,
so the tags of a word in a window's core are those of the whole sentence; its head is sought inside the window.
"""

from __future__ import annotations

from dataclasses import dataclass

SIZE = 256
MARGIN = 32


@dataclass(frozen=True, slots=True)
class Window:
    """Words `start`:`end` of sentence number `sentence` are read, of which `core_start`:`core_end` are kept."""

    sentence: int
    start: int
    end: int
    core_start: int
    core_end: int


def windows(sentence: int, length: int) -> list[Window]:
    """One window for a sentence of up to `SIZE` words; else windows of at most that, whose cores lie side by side."""
    if length <= SIZE:
        return [Window(sentence, 0, length, 0, length)]
    core = SIZE - 2 * MARGIN
    return [
        Window(sentence, max(0, start - MARGIN), min(length, start + core + MARGIN), start, min(length, start + core))
        for start in range(0, length, core)
    ]
