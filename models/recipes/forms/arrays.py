"""Questions and their answers end to end in a few arrays: clues as numbers, the right options marked."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import NamedTuple

import numpy as np

from models.recipes.forms.align import aligned, squeezed
from nlp.morphology.ranking import LABEL, Question

TRAIN, DEV = 0, 1
NAMED, GENERIC, MADE = "named", "generic", "made"
SOURCES = (GENERIC, NAMED, MADE)


class Arrays(NamedTuple):
    """`words`, `options`: clues of all words and options, one after another; `…_sizes`: how many each has.

    `counts`: how many options each word of a phrase has. `phrases`: a row each, of words seen, the place of the first
    of its own, how many are its own, whether an answer was found, `TRAIN` or `DEV`, the place in `SOURCES`. `right`
    marks the right options.
    """

    words: np.ndarray
    word_sizes: np.ndarray
    options: np.ndarray
    option_sizes: np.ndarray
    counts: np.ndarray
    phrases: np.ndarray
    right: np.ndarray


class Gatherer:
    """Adds questions up; the clue of the label comes first among a word's."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}
        self.words, self.options = array("i"), array("i")
        self.word_sizes, self.option_sizes, self.counts = array("h"), array("h"), array("h")
        self.right, self.phrases = array("b"), list[tuple[int, ...]]()

    def add(self, question: Question, norm: str, part: int, source: str) -> list[str] | None:
        """The right form of each word, `None` when the options hold no answer."""
        texts = [[squeezed(option.text) for option in own] for own in question.options]
        path = aligned(texts, squeezed(norm))
        for form, tag, placed in question.words:
            told = (*placed, *form.clues(), *tag.clues())
            self._put(sorted(told, key=_label_last, reverse=True), self.words, self.word_sizes)
        for place, (own, ways) in enumerate(zip(texts, question.ways, strict=True)):
            self.counts.append(len(own))
            for text, way in zip(own, ways, strict=True):
                self._put([clue for each in way if each for clue in each.clues()], self.options, self.option_sizes)
                self.right.append(path is not None and text == path[place])
        sizes = len(question.words), question.first, len(question.options)
        self.phrases.append((*sizes, path is not None, part, SOURCES.index(source)))
        if path is None:
            return None
        chosen = [own.index(text) for own, text in zip(texts, path, strict=True)]
        return [own[place].text for own, place in zip(question.options, chosen, strict=True)]

    def _put(self, clues: list[str], into: array[int], sizes: array[int]) -> None:
        into.extend(self.places.setdefault(clue, len(self.places)) for clue in clues)
        sizes.append(len(clues))

    def write(self, path: Path) -> None:
        """One `.npz`, the clues' names with it."""
        names = np.frombuffer("\n".join(self.places).encode(), np.uint8)
        arrays = (
            np.array(each) for each in (self.words, self.word_sizes, self.options, self.option_sizes, self.counts)
        )
        values = dict(zip(Arrays._fields, [*arrays, np.array(self.phrases), np.array(self.right)], strict=True))
        np.savez(path, names=names, **values)


def read(path: Path) -> tuple[list[str], Arrays]:
    """The names of the clues, and the arrays."""
    with np.load(path) as stored:
        names = bytes(stored["names"]).decode().split("\n")
        return names, Arrays(*(stored[name] for name in Arrays._fields))


def _label_last(clue: str) -> bool:
    return clue.startswith(LABEL)
