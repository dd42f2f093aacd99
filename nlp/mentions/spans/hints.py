"""What the rules propose, as the span model sees it: for each word and label, does a proposal begin, lie, end here?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from nlp import document

KINDS = 3
"""Begins, goes on or begins or ends, ends."""
Numbers = Mapping[str, int]


def hints(doc: Doc, places: Sequence[int], numbers: Numbers) -> NDArray[np.uint8]:
    """Words × (3 · labels), 0 or 1; `places` are the words' places in the document, `numbers` those of the labels."""
    words = {place: word for word, place in enumerate(places)}
    proposals = ((each.start, each.end, each.label_) for each in doc.spans.get(document.CANDIDATES, ()))
    return marked(_in_words(proposals, words), len(places), numbers)


def _in_words(proposals: Iterable[tuple[int, int, str]], words: Mapping[int, int]) -> list[tuple[int, int, str]]:
    """From tokens to words; what holds no word is left out."""
    found = []
    for start, end, label in proposals:
        held = [words[place] for place in range(start, end) if place in words]
        if held:
            found.append((held[0], held[-1], label))
    return found


def marked(proposals: Iterable[tuple[int, int, str]], words: int, numbers: Numbers) -> NDArray[np.uint8]:
    """Proposals are first word, last word, label."""
    found = np.zeros((words, KINDS, len(numbers)), dtype=np.uint8)
    for first, last, label in proposals:
        if label in numbers:
            number = numbers[label]
            found[first, 0, number] = found[last, 2, number] = 1
            found[first : last + 1, 1, number] = 1
    return found.reshape(words, KINDS * len(numbers))
