"""From scores to mentions: the surest first, nested but never crossing, within the sentence."""

from __future__ import annotations

import numpy as np
import pytest

from nlp.errors import ModelError
from nlp.mentions.spans.decode import decode
from nlp.mentions.spans.tables import Tables, loads

TABLES = Tables(labels=("CITY", "PERSON"), letters="", shapes=(), readings=(), width=3)
WORDS = 5


def scores(*chosen: tuple[int, int, str, float]) -> np.ndarray:
    """Zero everywhere for «no mention», minus ten for labels, but for those chosen."""
    rows = np.full((WORDS, TABLES.width, 3), -10, dtype=np.float32)
    rows[..., 0] = 0
    for start, end, label, score in chosen:
        rows[start, end - start - 1, TABLES.labels.index(label) + 1] = score
    return rows


def found(ends: list[int], *chosen: tuple[int, int, str, float]) -> list[tuple[int, int, str]]:
    return [(start, end, label) for start, end, label, _ in decode(TABLES, scores(*chosen), np.array(ends))]


ONE = [WORDS] * WORDS


@pytest.mark.parametrize(
    ("ends", "chosen", "kept"),
    [
        pytest.param(ONE, [], [], id="nothing"),
        pytest.param(ONE, [(1, 2, "CITY", 3)], [(1, 2, "CITY")], id="one"),
        pytest.param(ONE, [(1, 2, "CITY", -1)], [], id="below no mention"),
        pytest.param(
            ONE, [(0, 3, "PERSON", 2), (1, 2, "CITY", 3)], [(0, 3, "PERSON"), (1, 2, "CITY")], id="nested, outer first"
        ),
        pytest.param(ONE, [(0, 2, "PERSON", 2), (1, 3, "CITY", 3)], [(1, 3, "CITY")], id="crossing: the surer"),
        pytest.param(ONE, [(0, 2, "PERSON", 2), (2, 3, "CITY", 3)], [(0, 2, "PERSON"), (2, 3, "CITY")], id="touching"),
        pytest.param(ONE, [(0, 1, "PERSON", 2), (0, 1, "CITY", 3)], [(0, 1, "CITY")], id="one label an extent"),
        pytest.param([2, 2, 5, 5, 5], [(1, 3, "CITY", 3)], [], id="over the end of a sentence"),
        pytest.param([2, 2, 5, 5, 5], [(0, 2, "CITY", 3)], [(0, 2, "CITY")], id="up to the end of a sentence"),
        pytest.param(ONE, [(4, 6, "CITY", 3)], [], id="over the end of the part"),
    ],
)
def test_decode(ends: list[int], chosen: list, kept: list) -> None:
    assert found(ends, *chosen) == kept


def test_the_score_is_a_probability_under_the_temperature() -> None:
    warm = Tables(labels=("CITY", "PERSON"), letters="", shapes=(), readings=(), width=3, temperature=2.0)
    (cool,) = decode(TABLES, scores((0, 1, "CITY", 3)), np.array(ONE))
    (other,) = decode(warm, scores((0, 1, "CITY", 3)), np.array(ONE))
    assert cool.score == pytest.approx(1 / (1 + np.exp(-3)), abs=1e-3)
    assert other.score == pytest.approx(1 / (1 + np.exp(-1.5)), abs=5e-3)


def test_a_margin_asks_for_more() -> None:
    strict = Tables(labels=("CITY", "PERSON"), letters="", shapes=(), readings=(), width=3, margin=4.0)
    assert decode(strict, scores((0, 1, "CITY", 3)), np.array(ONE)) == []


@pytest.mark.parametrize("data", [b"", b"{}", b'{"labels": 1}'], ids=["empty", "nothing in it", "another type"])
def test_damaged_tables(data: bytes) -> None:
    with pytest.raises(ModelError, match="damaged"):
        loads(data)
