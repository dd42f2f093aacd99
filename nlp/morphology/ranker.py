"""The ranker: a small network that gives every option of every word of a phrase a score, all words seeing each other.

A clue is a row of numbers; a word or an option is the sum of its clues' rows. Words hear their options, then, through
three gated convolutions, their neighbours; an option's score comes from its own row and its word's. Dauphin et al.,
Language modeling with gated convolutional networks, 2017. The rows are stored in eight bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from nlp.errors import ModelError
from nlp.morphology.ranking import Question
from nlp.morphology.sums import Floats, Rows, Sums

Places = NDArray[np.int64]
FILE = "forms.npz"
FOLDER = Path("ru_letopis", "letopis_forms")
BLOCKS = 3
EPSILON = 1e-5
FORMS, TAGS, MANNERS, CHANGES, FITS = 1 << 13, 1 << 11, 1 << 12, 1 << 13, 1 << 12
"""Sums of clues kept, by what tells them: 0.25 kB each, and what they are the sums of."""


class Ranker:
    """The weights, read from a file; asks nothing of the texts."""

    def __init__(self, path: Path) -> None:
        try:
            with np.load(path) as stored:
                arrays = {name: stored[name] for name in stored.files}
            names = bytes(arrays.pop("clues")).decode("utf-8").split("\n")
            rows: Floats = arrays.pop("rows").astype(np.float32) * arrays.pop("scales").astype(np.float32)[:, None]
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{path}: the weights of the forms cannot be read: {error}") from error
        self.rows = Rows({clue: place for place, clue in enumerate(names)}, rows)
        self.forms, self.tags, *self.ways = (Sums(self.rows, kept) for kept in (FORMS, TAGS, MANNERS, CHANGES, FITS))
        self.arrays: dict[str, Floats] = {name: array.astype(np.float32) for name, array in arrays.items()}

    def scores(self, question: Question) -> list[Floats]:
        """For each word of the phrase, a score for each of its options: the differences count."""
        return self.all([question])[0]

    def all(self, questions: Sequence[Question]) -> list[list[Floats]]:
        """The scores of several phrases at once: their words see only each other."""
        sizes = [len(own) for each in questions for own in each.options]
        options = self._normed(self._options(questions), "options")
        words, around, own = self._words(questions), *_laid(questions)
        words += self.arrays["mix.bias"]
        words[own] += _heard(options, sizes) @ self.arrays["mix"]
        words = self._normed(words, "words")
        for block in range(BLOCKS):
            words = self._normed(words + self._gated(words, around, block), f"block{block}")
        scores = iter(_parted(self._compared(words[own], options, sizes), sizes))
        return [list(islice(scores, len(each.options))) for each in questions]

    def _words(self, questions: Sequence[Question]) -> Floats:
        """The sum of the rows of all clues of each word."""
        forms, tags, places = zip(*(word for each in questions for word in each.words), strict=True)
        words = self.forms.of(forms)
        words += self.tags.of(tags)
        words += self.rows.sums(places)
        return words

    def _options(self, questions: Sequence[Question]) -> Floats:
        """The sum of the rows of all clues of each option."""
        told = zip(*(way for asked in questions for own in asked.ways for way in own), strict=True)
        manners, changes, fits = (sums.of(each) for sums, each in zip(self.ways, told, strict=True))
        manners += changes
        manners += fits
        return manners

    def _normed(self, rows: Floats, name: str) -> Floats:
        width = np.float32(rows.shape[1])
        centred = cast("Floats", rows - np.add.reduce(rows, axis=1, keepdims=True) / width)
        scale = np.sqrt(np.add.reduce(centred * centred, axis=1, keepdims=True) / width + EPSILON)
        centred /= scale
        centred *= self.arrays[f"{name}.norm"]
        centred += self.arrays[f"{name}.norm.bias"]
        return centred

    def _gated(self, words: Floats, around: Places, block: int) -> Floats:
        """A word and its neighbours through one matrix; a half of the outputs opens or shuts the other."""
        padded = np.concatenate([words, np.zeros((1, words.shape[1]), dtype=np.float32)])
        both = padded.take(around, axis=0).reshape(len(words), -1) @ self.arrays[f"block{block}"]
        both += self.arrays[f"block{block}.bias"]
        half = both.shape[1] // 2
        opened: Floats = both[:, :half] / (1 + np.exp(-both[:, half:]))
        return opened

    def _compared(self, words: Floats, options: Floats, sizes: Sequence[int]) -> Floats:
        """The product of an option with its word, and what a hidden layer makes of both."""
        arrays = self.arrays
        asked = np.repeat(words @ arrays["asked"] + arrays["asked.bias"], sizes, axis=0)
        seen = np.repeat(words @ arrays["seen"] + arrays["seen.bias"], sizes, axis=0)
        hidden = np.maximum(seen + options @ arrays["own"] + arrays["own.bias"], 0)
        product = np.add.reduce(asked * options, axis=1) / np.sqrt(np.float32(words.shape[1]))
        scores: Floats = product + (hidden @ arrays["out"])[:, 0]
        return scores


def _laid(questions: Sequence[Question]) -> tuple[Places, Places]:
    """For every word seen its neighbour on the left, itself, its neighbour on the right, -1 where there is none.

    Then the places of the phrases' own words.
    """
    around: list[tuple[int, int, int]] = []
    own: list[int] = []
    for each in questions:
        first, end = len(around), len(around) + len(each.words)
        own.extend(range(first + each.first, first + each.first + len(each.options)))
        around.extend((place - 1, place, place + 1) for place in range(first, end))
        around[first] = -1, first, around[first][2]
        around[-1] = around[-1][0], end - 1, -1
    return np.array(around), np.array(own)


def _heard(options: Floats, sizes: Sequence[int]) -> Floats:
    """What a word hears of its options: their mean, and the greatest of each number."""
    starts = [0, *accumulate(sizes)][:-1]
    means = np.add.reduceat(options, starts) / np.array(sizes, dtype=np.float32)[:, None]
    return np.concatenate([means, np.maximum.reduceat(options, starts)], axis=1)


def _parted(scores: Floats, sizes: Sequence[int]) -> Iterator[Floats]:
    """The scores of each word's own options."""
    for end, size in zip(accumulate(sizes), sizes, strict=True):
        yield scores[end - size : end]


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """The shipped one, once a process; raises `ModelError` when it is missing."""
    package = Path(__file__).resolve().parents[1]
    places = [package.parent / "models" / FOLDER / FILE, package / "_models" / FOLDER / FILE]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise ModelError(f"no weights of the forms: looked for {', '.join(map(str, places))}")
    return Ranker(found)
