"""Many parts of documents end to end in one sheet, with empty rows between, so that none sees its neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans.features import Features

GAP = 4
"""Empty rows between two parts: as far as one convolution reaches."""
BUDGET = 1024
"""Words in one pass of the model: the bound on memory, whatever the documents."""


class Sheet(NamedTuple):
    """Row `starts[i] + j` belongs to word j of part i; `mask` is 1 for words and 0 for the empty rows."""

    features: Features
    mask: NDArray[np.float32]
    starts: list[int]


def lay(parts: Sequence[Features]) -> Sheet:
    """Groups keep apart: a word shares its group with words of its own part alone."""
    lengths = [len(part.shapes) for part in parts]
    starts = [sum(lengths[:place]) + place * GAP for place in range(len(parts))]
    total = sum(lengths) + max(len(parts) - 1, 0) * GAP
    rows = np.concatenate([np.arange(start, start + length) for start, length in zip(starts, lengths, strict=True)])
    columns = {name: [getattr(part, name) for part in parts] for name in Features._fields}
    columns["groups"] = [part.groups + start for part, start in zip(parts, starts, strict=True)]
    mask = np.zeros(total, dtype=np.float32)
    mask[rows] = 1
    features = Features(**{name: _spread(column, rows, total) for name, column in columns.items()})
    return Sheet(features, mask, starts)


def _spread(columns: Sequence[NDArray[Any]], rows: NDArray[np.int64], total: int) -> NDArray[Any]:
    own = np.concatenate(columns)
    spread = np.zeros((total, *own.shape[1:]), dtype=own.dtype)
    spread[rows] = own
    return spread


def batches(lengths: Sequence[int]) -> list[list[int]]:
    """Places of parts in order, up to `BUDGET` words together: 600, 500, 400 → [0], [1, 2]."""
    found: list[list[int]] = []
    words = BUDGET
    for place, length in enumerate(lengths):
        if words + length > BUDGET:
            found.append([])
            words = 0
        found[-1].append(place)
        words += length + GAP
    return found


def cut(lengths: Sequence[int]) -> list[tuple[int, int]]:
    """Sentences' lengths → words `start`:`end` of each part: whole sentences, up to `BUDGET` words together.

    A longer sentence is cut; the empty document has no part.
    """
    found: list[tuple[int, int]] = []
    start = end = 0
    for length in lengths:
        if end > start and end + length - start > BUDGET:
            found.append((start, end))
            start = end
        end += length
        while end - start > BUDGET:
            found.append((start, start + BUDGET))
            start += BUDGET
    return [*found, (start, end)] if end > start else found
