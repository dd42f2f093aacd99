"""The margin of the span model: what barely looks like a mention goes when that makes the slice better."""

from __future__ import annotations

from typing import Any

import numpy as np

from models.recipes.mentions.corpus import Example, Gold
from models.recipes.mentions.margin import margin
from nlp.mentions.spans.features import Forms
from nlp.mentions.spans.tables import Tables

TABLES = Tables(labels=("CITY", "PERSON"), coarse=(), relations=(), letters="", shapes=(), readings=(), arcs=())
FIRST, LAST = np.array([0, 2]), np.array([0, 2])


class _Tagger:
    """Two spans, a person who stands above «no mention» by so much, a city by so much."""

    tables = TABLES

    def __init__(self, person: float, city: float) -> None:
        self.beats = np.array([[0, -9, person], [0, city, -9]], dtype=np.float32)

    def rows(self, *_: Any) -> tuple[None, None]:
        return None, None

    def scores(self, *_: Any) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return FIRST, LAST, self.beats


def _chosen(person: float, city: float, *gold: Gold) -> float:
    none = np.zeros(0, dtype=np.int64)
    words = np.zeros(3, dtype=np.int64)
    example = Example("1", "nerel", words, np.zeros((3, 1)), none, none, none, none, none, gold)
    forms = Forms(np.zeros((1, 2), dtype=np.float32), none, none, np.zeros((1, 1), dtype=np.float32), none)
    tagger: Any = _Tagger(person, city)
    return margin(tagger, TABLES, ["Ткач"], forms, [example])


def test_what_is_wrong_and_barely_wins_goes() -> None:
    assert _chosen(0.7, 0.22, Gold(0, 1, "PERSON")) == 0.25


def test_where_all_is_right_nothing_goes() -> None:
    assert _chosen(0.7, 0.22, Gold(0, 1, "PERSON"), Gold(2, 3, "CITY")) == 0.0


def test_the_smallest_of_equals() -> None:
    assert _chosen(3.0, -1.0, Gold(0, 1, "PERSON")) == 0.0
