"""Where a mention may stand: spans whose first word looks like a beginning and whose last like an end."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Integers = NDArray[np.int64]
LEAST = 0.01
"""Chance below which a span is not looked at: that of its beginning times that of its end."""
MOST = 3
"""Spans a word, on average, that are looked at: the likeliest."""


def spots(edges: NDArray[Any], ends: Integers, width: int, least: float) -> tuple[Integers, Integers]:
    """Rows × 2 logits → first and last rows of the spans, of `width` words at most, that end within their sentence."""
    starts, stops = _log_chance(edges[:, 0]), _log_chance(edges[:, 1])
    floor = np.log(least)
    (able,) = np.nonzero(starts > floor)
    last = able[:, None] + np.arange(width)
    inside = last < np.minimum(ends[able], len(edges))[:, None]
    chances = np.where(inside, starts[able][:, None] + stops[np.where(inside, last, 0)], -np.inf)
    most = MOST * len(edges)
    if np.count_nonzero(chances > floor) > most:
        floor = max(floor, float(np.partition(chances, -most, axis=None)[-most]))
    rows, columns = np.nonzero(chances > floor)
    return able[rows], able[rows] + columns


def _log_chance(logits: NDArray[Any]) -> NDArray[Any]:
    return -np.logaddexp(0, -logits.astype(np.float64))
