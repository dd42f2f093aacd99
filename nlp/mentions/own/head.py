"""What an analyst taught the model, ready to run: the span model's rows in, mentions under the analyst's labels out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.decode import Found, Integers, decode
from nlp.mentions.spans.sessions import Session
from nlp.mentions.spans.spots import LEAST, spots

EDGES, SPANS, TABLES = "edges.onnx", "spans.onnx", "own.json"
FILES = (EDGES, SPANS, TABLES)


class Head:
    """Where mentions under these labels begin and end, and which label a span has."""

    def __init__(self, files: Mapping[str, bytes], threads: int = 1) -> None:
        self.tables = stored.loads(files[TABLES])
        self._edges, self._spans = (Session(name, files[name], threads) for name in (EDGES, SPANS))

    def find(self, rows: NDArray[Any], ends: Integers) -> list[Found]:
        """`rows` as `letopis_spans` leaves them, one a word; `ends` the word after the word's sentence."""
        rows = rows.astype(np.float32)
        (edges,) = self._edges(rows=rows)
        first, last = spots(edges, ends, self.tables.width, LEAST)
        if not len(first):
            return []
        (scores,) = self._spans(rows=rows, first=first, last=last)
        return decode(self.tables, first, last, scores)
