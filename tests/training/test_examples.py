"""Which labels the annotation nests, and which words a mark covers."""

from __future__ import annotations

import numpy as np
import pytest

from nlp.mentions.spans.stretches import Stretch
from nlp.training.examples import gold, nests

PART = Stretch([0, 1, 3, 4], ["Дом", "стоит", "Лес", "шумит"], np.arange(4), np.array([2, 2, 4, 4]))
"""Token 2 is no word; two sentences."""


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        pytest.param((0, 2), {(0, 1): "A"}, id="a sentence"),
        pytest.param((3, 5), {(2, 3): "A"}, id="after what is no word"),
        pytest.param((1, 4), {}, id="over the end of a sentence"),
        pytest.param((2, 5), {}, id="begins with no word"),
        pytest.param((9, 10), {}, id="in another stretch"),
    ],
)
def test_marks_as_words(mark, found):
    assert gold(PART, [(*mark, "A")]) == found


@pytest.mark.parametrize(
    ("marks", "answer"),
    [
        pytest.param({}, False, id="none"),
        pytest.param({(0, 3): "A", (1, 2): "B"}, False, id="another label inside"),
        pytest.param({(0, 3): "A", (1, 2): "A"}, True, id="inside"),
        pytest.param({(0, 3): "A", (3, 4): "A"}, True, id="crossing"),
        pytest.param({(0, 2): "A", (3, 4): "A"}, False, id="side by side"),
    ],
)
def test_labels_that_nest(marks, answer):
    assert nests(marks, "A") is answer
