"""From scores to mentions: the surest first, nested but never crossing, within the sentence."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from nlp.errors import ModelError
from nlp.mentions.spans.decode import Found, decode
from nlp.mentions.spans.spots import LEAST, MOST, spots
from nlp.mentions.spans.tables import Tables, loads

TABLES = Tables(labels=("CITY", "PERSON"), coarse=(), relations=(), letters="", shapes=(), readings=(), width=3)
Chosen = tuple[int, int, str, float]


def decoded(tables: Tables, *chosen: Chosen) -> list[Found]:
    """Zero for «no mention», minus ten for the labels that are not chosen; spans that may stand are given."""
    rows = np.full((len(chosen), 3), -10, dtype=np.float32)
    rows[:, 0] = 0
    for row, (_, _, label, score) in zip(rows, chosen, strict=True):
        row[tables.labels.index(label) + 1] = score
    first, last = np.array([(start, end - 1) for start, end, _, _ in chosen], dtype=np.int64).reshape(-1, 2).T
    return decode(tables, first, last, rows)


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([(1, 2, "CITY", 3)], [(1, 2, "CITY")], id="one"),
        pytest.param([(1, 2, "CITY", -1)], [], id="below no mention"),
        pytest.param(
            [(0, 3, "PERSON", 2), (1, 2, "CITY", 3)], [(0, 3, "PERSON"), (1, 2, "CITY")], id="nested, outer first"
        ),
        pytest.param([(0, 2, "PERSON", 2), (1, 3, "CITY", 3)], [(1, 3, "CITY")], id="crossing: the surer"),
        pytest.param(
            [(0, 2, "PERSON", 2), (1, 3, "CITY", 3), (2, 4, "CITY", 4)],
            [(0, 2, "PERSON"), (2, 4, "CITY")],
            id="what lost crosses nothing any more",
        ),
        pytest.param([(0, 2, "PERSON", 2), (2, 3, "CITY", 3)], [(0, 2, "PERSON"), (2, 3, "CITY")], id="touching"),
    ],
)
def test_decode(chosen: list[Chosen], kept: list[tuple[int, int, str]]) -> None:
    assert [each[:3] for each in decoded(TABLES, *chosen)] == kept


def test_the_score_is_a_probability_under_the_temperature() -> None:
    (cool,) = decoded(TABLES, (0, 1, "CITY", 3))
    (other,) = decoded(msgspec.structs.replace(TABLES, temperature=2.0), (0, 1, "CITY", 3))
    assert cool.score == pytest.approx(1 / (1 + np.exp(-3)), abs=1e-3)
    assert other.score == pytest.approx(1 / (1 + np.exp(-1.5)), abs=5e-3)


def test_what_beats_no_mention_by_the_margin_is_clear() -> None:
    asked = msgspec.structs.replace(TABLES, margin=2.5)
    assert [each.clear for each in decoded(asked, (0, 1, "CITY", 3), (2, 3, "CITY", 2))] == [True, False]
    assert [each.clear for each in decoded(TABLES, (0, 1, "CITY", 3), (2, 3, "CITY", 2))] == [True, True]


YES, NO = 5.0, -9.0


@pytest.mark.parametrize(
    ("begins", "stops", "ends", "found"),
    [
        pytest.param([YES, NO, NO], [NO, YES, NO], [3, 3, 3], [(0, 1)], id="one"),
        pytest.param([YES, NO, NO], [NO, YES, YES], [2, 2, 3], [(0, 1)], id="not over the end of a sentence"),
        pytest.param([NO, YES, NO], [YES, NO, NO], [3, 3, 3], [], id="not backwards"),
        pytest.param([YES, NO, NO, NO], [NO, NO, NO, YES], [4] * 4, [], id="not wider than the tables say"),
        pytest.param([YES, YES], [YES, YES], [2, 2], [(0, 0), (0, 1), (1, 1)], id="nested"),
        pytest.param([], [], [], [], id="nothing"),
    ],
)
def test_spots(begins: list[float], stops: list[float], ends: list[int], found: list[tuple[int, int]]) -> None:
    edges = np.array([begins, stops], dtype=np.float32).T
    first, last = spots(edges, np.array(ends, dtype=np.int64), TABLES.width, LEAST)
    assert list(zip(first.tolist(), last.tolist(), strict=True)) == found


def test_the_likeliest_spots_when_there_are_too_many() -> None:
    edges = np.linspace(3, 1, 100, dtype=np.float32)[:, None].repeat(2, axis=1)
    first, _ = spots(edges, np.full(100, 100, dtype=np.int64), 24, LEAST)
    assert 100 * MOST * 0.9 < len(first) <= 100 * MOST
    assert np.median(first) < 30


@pytest.mark.parametrize("data", [b"", b"{}", b'{"labels": 1}'], ids=["empty", "nothing in it", "another type"])
def test_damaged_tables(data: bytes) -> None:
    with pytest.raises(ModelError, match="damaged"):
        loads(data)
