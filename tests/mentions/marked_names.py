"""Sentences with square brackets around the mentions of one label: «Прибыл [министр] из Минска.»; marks may nest.

The parser is strict: a bracket that is never closed or opened, an empty mark and a sentence given twice are errors.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nlp.knowledge.reader import read_lines


class MarkError(ValueError):
    """A line breaks the notation."""


class Marked(NamedTuple):
    """A sentence without its marks, and where the mentions stand."""

    text: str
    extents: frozenset[tuple[int, int]]


def parse(line: str) -> Marked:
    """`parse("[ШОС] растёт.")` → text «ШОС растёт.», one extent (0, 3)."""
    text, opened, extents = "", [], set()
    for sign in line:
        if sign == "[":
            opened.append(len(text))
        elif sign == "]":
            if not opened or opened[-1] == len(text):
                raise MarkError(f"a bracket that closes nothing in: {line}")
            extents.add((opened.pop(), len(text)))
        else:
            text += sign
    if opened:
        raise MarkError(f"a bracket that is never closed in: {line}")
    return Marked(text, frozenset(extents))


def show(text: str, extents: frozenset[tuple[int, int]]) -> str:
    """The inverse of `parse`: outer brackets outside."""
    marks = [(start, 1, -end, "[") for start, end in extents] + [(end, 0, -start, "]") for start, end in extents]
    shown, last = "", 0
    for place, _, _, sign in sorted(marks):
        shown, last = shown + text[last:place] + sign, place
    return shown + text[last:]


def read(path: Path) -> tuple[str, ...]:
    """The lines of a table, checked; comments and empty lines left out."""
    lines = read_lines(path)
    texts = [parse(line).text for line in lines]
    if len(set(texts)) != len(texts):
        raise MarkError(f"{path}: a sentence is given twice")
    return lines
