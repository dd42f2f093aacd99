"""Words in, a vector for every word and network out: the convolutions over many sentences at once.

Sentences lie end to end in one matrix with an empty row around each, so nothing is padded, and the result for a
sentence does not depend on the sentences beside it. A word's share in the first convolution is computed once a batch,
however often the word stands there: that is the greater part of the work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray
from slovnet.shape import word_shape

from nlp.morphology.weights import First, Floats, Integers, Layer, Vectors, Weights

GAP = -1
"""The code of an empty row."""
GRID = 256


@dataclass(frozen=True, slots=True)
class Encoded:
    """Row `starts[i] + j` of each of `rows` belongs to word j of sentence i; the rows between sentences are zero."""

    starts: list[int]
    lengths: list[int]
    rows: tuple[Floats, ...]


def encode(weights: Weights, sentences: Sequence[Sequence[str]]) -> Encoded:
    """`rows` of the result: one matrix of 64 columns for each network, morphology, syntax, names."""
    codes, starts = _lay_out(weights.vectors, sentences)
    hidden = _first(weights.first, weights.vectors, codes)
    gaps = codes[1:-1] == GAP
    widths = np.cumsum([layers[0].kernel.shape[1] for layers in weights.upper])[:-1]
    parts = np.split(hidden, widths, axis=1)
    rows = tuple(_upper(layers, part, gaps) for layers, part in zip(weights.upper, parts, strict=True))
    return Encoded([start - 1 for start in starts], [len(sentence) for sentence in sentences], rows)


def _lay_out(vectors: Vectors, sentences: Sequence[Sequence[str]]) -> tuple[Integers, list[int]]:
    """One code a row, `GAP` in the empty ones; two of these at either end, one for the first convolution."""
    shapes, codes, starts = len(vectors.shape_ids), [GAP, GAP], []
    for sentence in sentences:
        starts.append(len(codes))
        codes.extend(word_id(vectors, word) * shapes + vectors.shape_ids[shape_of(word)] for word in sentence)
        codes.append(GAP)
    codes.append(GAP)
    return np.array(codes, dtype=np.int64), starts


def word_id(vectors: Vectors, word: str) -> int:
    """The row of the word's vector: «Минск» is looked up as «минск», what navec lacks is `<unk>`."""
    found = vectors.ids.get(word.lower())
    return vectors.ids["<unk>"] if found is None else found


@lru_cache(maxsize=1 << 16)
def shape_of(word: str) -> str:
    """Slovnet's class of letters and case: «Минск» → RU_Xx, «2024» → NUM."""
    return cast("str", word_shape(word))


def _first(first: First, vectors: Vectors, codes: Integers) -> Floats:
    """The first convolution: a row takes the addends of the word before, of its own and of the word after."""
    kinds, where = np.unique(codes, return_inverse=True)
    addends = np.zeros((len(kinds), first.words.shape[1]), dtype=np.float32)
    real = kinds != GAP
    words, shapes = np.divmod(kinds[real], len(first.shapes))
    addends[real] = word_vectors(vectors, words) @ first.words + first.shapes[shapes]
    before, own, after = np.split(addends, 3, axis=1)
    total = before[where[:-2]] + own[where[1:-1]] + after[where[2:]]
    return _finish(total, codes[1:-1] == GAP, first.bias, first.scale, first.shift)


def word_vectors(vectors: Vectors, words: Integers) -> Floats:
    """Navec's vectors, 300 numbers a word."""
    chosen = vectors.codes[np.arange(len(vectors.codes)), vectors.indexes[words]]
    return cast("Floats", chosen.reshape(len(words), chosen.shape[1] * chosen.shape[2]))


def _upper(layers: tuple[Layer, ...], hidden: Floats, gaps: NDArray[np.bool_]) -> Floats:
    for layer in layers:
        total = hidden @ layer.kernel[1]
        total[1:] += hidden[:-1] @ layer.kernel[0]
        total[:-1] += hidden[1:] @ layer.kernel[2]
        hidden = _finish(total, gaps, layer.bias, layer.scale, layer.shift)
    return hidden


def _finish(total: Floats, gaps: NDArray[np.bool_], bias: Floats, scale: Floats, shift: Floats) -> Floats:
    """Bias, ReLU and batch normalisation in place; the empty rows stay empty."""
    total += bias
    np.maximum(total, 0, out=total)
    total *= scale
    total += shift
    total[gaps] = 0
    return total


def settled(scores: Floats) -> Floats:
    """Scores to the nearest 1/256, in place, so that ties are ties.

    BLAS sums a row in another order in other company; words that score alike must not be told apart by the last bits.
    """
    scores *= GRID
    np.rint(scores, out=scores)
    scores /= GRID
    return scores
