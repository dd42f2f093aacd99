"""The ranker: a small network that gives every option of every word of a phrase a score, all words seeing each other.

A clue is a row of numbers; a word or an option is the sum of its clues' rows. Words hear their options, then, through
three gated convolutions, their neighbours; an option's score comes from its own row and its word's. Dauphin et al.,
Language modeling with gated convolutional networks, 2017. The rows are stored in eight bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nlp.errors import ModelError
from nlp.morphology.ranking import Question

Floats = NDArray[np.float32]
FILE = "forms.npz"
FOLDER = Path("ru_letopis", "letopis_forms")
BLOCKS = 3
EPSILON = 1e-5


class Ranker:
    """The weights, read from a file; asks nothing of the texts."""

    def __init__(self, path: Path) -> None:
        try:
            with np.load(path) as stored:
                arrays = {name: stored[name] for name in stored.files}
            clues = bytes(arrays.pop("clues")).decode("utf-8").split("\n")
            self.rows: Floats = arrays.pop("rows").astype(np.float32) * arrays.pop("scales").astype(np.float32)[:, None]
        except (OSError, ValueError, KeyError) as error:
            raise ModelError(f"{path}: the weights of the forms cannot be read: {error}") from error
        self.places = {clue: place for place, clue in enumerate(clues)}
        self.arrays: dict[str, Floats] = {name: array.astype(np.float32) for name, array in arrays.items()}

    def scores(self, question: Question) -> list[Floats]:
        """For each word of the phrase, a score for each of its options: the differences count."""
        sizes = [len(each) for each in question.options]
        options = self._normed(self._sums(chain.from_iterable(question.fits)), "options")
        starts = np.cumsum([0, *sizes[:-1]])
        means = np.add.reduceat(options, starts) / np.array(sizes, dtype=np.float32)[:, None]
        heard = np.concatenate([means, np.maximum.reduceat(options, starts)], axis=1)
        words = self._sums(question.clues)
        words += self.arrays["mix.bias"]
        own = slice(question.first, question.first + len(sizes))
        words[own] += heard @ self.arrays["mix"]
        words = self._normed(words, "words")
        for block in range(BLOCKS):
            words = self._normed(words + self._gated(words, block), f"block{block}")
        return np.split(self._compared(words[own], options, sizes), starts[1:])

    def _sums(self, bags: Iterable[Sequence[str]]) -> Floats:
        """The sum of the rows of each bag of clues; unknown clues say nothing."""
        known = [[self.places[clue] for clue in bag if clue in self.places] or [0] for bag in bags]
        starts = np.cumsum([0, *map(len, known[:-1])])
        sums: Floats = np.add.reduceat(self.rows[list(chain.from_iterable(known))], starts)
        return sums

    def _normed(self, rows: Floats, name: str) -> Floats:
        centred = rows - rows.mean(axis=1, keepdims=True)
        scale = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + EPSILON)
        normed: Floats = centred / scale * self.arrays[f"{name}.norm"] + self.arrays[f"{name}.norm.bias"]
        return normed

    def _gated(self, words: Floats, block: int) -> Floats:
        """A word and its neighbours through one matrix; a half of the outputs opens or shuts the other."""
        blank = np.zeros((1, words.shape[1]), dtype=np.float32)
        padded = np.concatenate([blank, words, blank])
        three = np.concatenate([padded[:-2], padded[1:-1], padded[2:]], axis=1)
        both = three @ self.arrays[f"block{block}"] + self.arrays[f"block{block}.bias"]
        value, gate = np.split(both, 2, axis=1)
        opened: Floats = value / (1 + np.exp(-gate))
        return opened

    def _compared(self, words: Floats, options: Floats, sizes: Sequence[int]) -> Floats:
        """The product of an option with its word, and what a hidden layer makes of both."""
        arrays = self.arrays
        asked = np.repeat(words @ arrays["asked"] + arrays["asked.bias"], sizes, axis=0)
        seen = np.repeat(words @ arrays["seen"] + arrays["seen.bias"], sizes, axis=0)
        hidden = np.maximum(seen + options @ arrays["own"] + arrays["own.bias"], 0)
        product = (asked * options).sum(axis=1) / np.sqrt(np.float32(words.shape[1]))
        scores: Floats = product + (hidden @ arrays["out"])[:, 0]
        return scores


@lru_cache(maxsize=1)
def ranker() -> Ranker:
    """The shipped one, once a process; raises `ModelError` when it is missing."""
    package = Path(__file__).resolve().parents[1]
    places = [package.parent / "models" / FOLDER / FILE, package / "_models" / FOLDER / FILE]
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise ModelError(f"no weights of the forms: looked for {', '.join(map(str, places))}")
    return Ranker(found)
