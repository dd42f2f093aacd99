"""Many documents end to end in one sheet, with empty rows between, so that none sees its neighbour: for training."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

GAP = 8
"""Empty rows between two documents: as far as one convolution reaches."""


class Words(NamedTuple):
    """One row a word of a document.

    `own` is what the word brings wherever it stands; `encoders` what slovnet's networks made of it here, 192 numbers;
    `hints` what the rules propose; `groups` one number for all capitalised words of one lemma.
    """

    own: NDArray[Any]
    encoders: NDArray[Any]
    hints: NDArray[np.uint8]
    groups: NDArray[np.int64]


class Sheet(NamedTuple):
    """Row `starts[i] + j` belongs to word j of document i; `mask` is 1 for words and 0 for the empty rows."""

    words: Words
    mask: NDArray[np.float32]
    starts: list[int]


def lay(parts: Sequence[Words]) -> Sheet:
    """Groups keep apart: a word shares its group with words of its own document alone."""
    lengths = [len(part.groups) for part in parts]
    starts = [sum(lengths[:place]) + place * GAP for place in range(len(parts))]
    total = sum(lengths) + max(len(parts) - 1, 0) * GAP
    rows = np.concatenate([np.arange(start, start + length) for start, length in zip(starts, lengths, strict=True)])
    mask = np.zeros(total, dtype=np.float32)
    mask[rows] = 1
    groups = [part.groups + start for part, start in zip(parts, starts, strict=True)]
    words = Words(
        own=_spread([part.own for part in parts], rows, total),
        encoders=_spread([part.encoders for part in parts], rows, total),
        hints=_spread([part.hints for part in parts], rows, total),
        groups=_spread(groups, rows, total),
    )
    return Sheet(words, mask, starts)


def _spread(columns: Sequence[NDArray[Any]], rows: NDArray[np.int64], total: int) -> NDArray[Any]:
    own = np.concatenate(columns)
    spread = np.zeros((total, *own.shape[1:]), dtype=own.dtype)
    spread[rows] = own
    return spread
