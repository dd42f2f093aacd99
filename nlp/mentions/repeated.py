"""People named again by a word of their full name: «Джон Мак …. Мак вошёл в совет»."""

from __future__ import annotations

from collections.abc import Iterator

from nlp.mentions.keys import word_keys
from nlp.mentions.view import View
from nlp.mentions.words import is_common

SHORTEST = 3
"""Letters in a word that may stand for a person."""


def again(view: View, people: list[tuple[int, int]], taken: set[int]) -> Iterator[tuple[int, int]]:
    """Single words that repeat the last word of a full name and are taken by nothing else."""
    surnames = {key for start, end in people if end - start > 1 for key in word_keys(view.texts[end - 1])}
    for place, text in enumerate(view.texts if surnames else ()):
        free = text[:1].isupper() and place not in taken
        if free and _is_name(view, place) and not surnames.isdisjoint(word_keys(text)):
            yield place, place + 1


def _is_name(view: View, place: int) -> bool:
    """A capital letter tells a name unless it opens a sentence; there the word must be no common one."""
    text = view.texts[place]
    if len(text) < SHORTEST or text.isupper():
        return False
    return not view.opens(place) or view.parts[place] == "PROPN" or not is_common(text)
