"""What an analyst taught the model, ready to run: the span model's rows in, mentions under the analyst's labels out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.decode import Found, Integers, decode
from nlp.mentions.spans.sessions import Session
from nlp.mentions.spans.spots import LEAST, spots
from nlp.mentions.spans.tables import Tables

EDGES, SPANS, TABLES = "edges.onnx", "spans.onnx", "own.json"
FILES = (EDGES, SPANS, TABLES)


class Taught(Tables, frozen=True, forbid_unknown_fields=True):
    """`nested` are the labels whose mentions may hold another of the same label; no other label was annotated so."""

    nested: tuple[str, ...] = ()


class Head:
    """Where mentions under these labels begin and end, and which label a span has."""

    def __init__(self, files: Mapping[str, bytes], threads: int = 1) -> None:
        self.tables = stored.read(files[TABLES], Taught)
        self._edges, self._spans = (Session(name, files[name], threads) for name in (EDGES, SPANS))

    def find(self, rows: NDArray[Any], ends: Integers) -> list[Found]:
        """`rows` as `letopis_spans` leaves them, one a word; `ends` the word after the word's sentence."""
        rows = rows.astype(np.float32)
        (edges,) = self._edges(rows=rows)
        first, last = spots(edges, ends, self.tables.width, LEAST)
        if not len(first):
            return []
        (scores,) = self._spans(rows=rows, first=first, last=last)
        return flat(decode(self.tables, first, last, scores), self.tables.nested)


def flat(found: Sequence[Found], nested: Collection[str]) -> list[Found]:
    """«закупка мебели» and «закупка мебели за 5 млн» under one label: the surer alone, unless that label nests."""
    kept: list[Found] = []
    for each in sorted(found, key=_surest):
        if each.label in nested or not any(_met(each, other) for other in kept):
            kept.append(each)
    return [each for each in found if each in kept]


def _met(one: Found, other: Found) -> bool:
    return one.label == other.label and one.start < other.end and other.start < one.end


def _surest(found: Found) -> tuple[float, int, int]:
    return -found.score, found.start, -found.end
