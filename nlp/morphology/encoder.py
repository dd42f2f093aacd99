"""Words in, a vector for every word and network out: the convolutions over many sentences at once.

Sentences lie end to end in one matrix with an empty row around each, so nothing is padded, and the result for a
sentence does not depend on the sentences beside it. They are worked through in parts that fit a processor's cache.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from nlp.morphology.addends import GAP, Addends, shape_of
from nlp.morphology.threads import each
from nlp.morphology.weights import Floats, Integers, Layer, Tower, Weights

__all__ = ["PART", "Encoded", "encode", "settled", "shape_of"]

PART = 256
"""Rows worked through at a time, or as many as one sentence has."""
GRID = 256


@dataclass(frozen=True, slots=True)
class Encoded:
    """Row `starts[i] + j` belongs to word j of sentence i; what the rows between sentences hold means nothing.

    `rows` has 64 columns for each network, morphology, syntax, names; `slots` are those of the words in the table.
    """

    starts: Integers
    lengths: Integers
    rows: Floats
    slots: Integers


def encode(weights: Weights, addends: Addends, sentences: Sequence[Sequence[str]], threads: int = 1) -> Encoded:
    """The vectors of «Павел Ткач провёл переговоры .», «Меморандум подписан .»."""
    codes = [GAP]
    for sentence in sentences:
        codes.extend(map(addends.code, sentence))
        codes.append(GAP)
    lengths = np.array([len(sentence) for sentence in sentences], dtype=np.int64)
    ends = np.cumsum(lengths + 1)
    slots = addends.find(codes, threads)
    rows = np.zeros((len(codes), sum(len(tower.scale) for tower in weights.towers)), dtype=np.float32)
    each(partial(_part, weights, addends, slots, rows), _parts(ends), threads)
    return Encoded(ends - lengths, lengths, rows, slots)


def _parts(ends: Integers) -> Iterator[slice]:
    """Whole sentences with the empty rows around them, which two parts share; at least `PART` rows but for the last."""
    start = 0
    for end in ends.tolist():
        if end - start >= PART or end == ends[-1]:
            yield slice(start, end + 1)
            start = end


def _part(weights: Weights, addends: Addends, slots: Integers, rows: Floats, part: slice) -> None:
    hidden = _first(addends, slots[part])
    gaps = np.flatnonzero(slots[part] == 0)
    width = hidden.shape[1] // len(weights.towers)
    columns = rows.shape[1] // len(weights.towers)
    for number, tower in enumerate(weights.towers):
        found = _climb(tower, hidden[:, number * width : (number + 1) * width], gaps)
        rows[part.start + 1 : part.stop - 1, number * columns : (number + 1) * columns] = found[1:-1]


def _first(addends: Addends, slots: Integers) -> Floats:
    """The first convolution: a row takes the addends of the word before, of its own and of the word after.

    Every slot is one of the table's: "clip" only spares numpy a copy.
    """
    total, beside = addends.room.two(len(slots))
    addends.own.take(slots, axis=0, out=total, mode="clip")
    total[1:] += addends.after_it.take(slots[:-1], axis=0, out=beside[1:], mode="clip")
    total[:-1] += addends.before_it.take(slots[1:], axis=0, out=beside[1:], mode="clip")
    return _rectified(total)


def _climb(tower: Tower, hidden: Floats, gaps: Integers) -> Floats:
    for layer in tower.layers:
        hidden[gaps] = layer.gap
        hidden = _convolved(layer, hidden)
    hidden *= tower.scale
    hidden += tower.shift
    return hidden


def _convolved(layer: Layer, hidden: Floats) -> Floats:
    """The sum is an array of its own: the next product and all that is done in place want it in one piece."""
    added, width = hidden @ layer.kernel, len(layer.bias)
    total: Floats = added[:, width : 2 * width] + layer.bias
    total[1:] += added[:-1, :width]
    total[:-1] += added[1:, 2 * width :]
    return _rectified(total)


def _rectified(total: Floats) -> Floats:
    """ReLU in place: `clip` is more than twice as fast as `maximum`."""
    return np.clip(total, 0, np.inf, out=total)


def settled(scores: Floats) -> Floats:
    """Scores to the nearest 1/256, in place, so that ties are ties.

    BLAS sums a row in another order in other company; words that score alike must not be told apart by the last bits.
    """
    scores *= GRID
    np.rint(scores, out=scores)
    scores /= GRID
    return scores
