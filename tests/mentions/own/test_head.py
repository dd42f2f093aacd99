"""Mentions of one label nest only where the annotation did."""

from __future__ import annotations

import pytest

from nlp.mentions.own.head import flat
from nlp.mentions.spans.decode import Found

LONG, SHORT, APART = Found(0, 6, "TENDER", 0.7), Found(0, 3, "TENDER", 0.9), Found(7, 9, "TENDER", 0.5)
INNER = Found(4, 6, "SUM", 0.4)


@pytest.mark.parametrize(
    ("found", "nested", "kept"),
    [
        pytest.param([], (), [], id="nothing"),
        pytest.param([LONG, SHORT, APART], (), [SHORT, APART], id="the surer alone"),
        pytest.param([LONG, SHORT, APART], ("TENDER",), [LONG, SHORT, APART], id="a label that nests"),
        pytest.param([LONG, INNER], (), [LONG, INNER], id="another label inside"),
    ],
)
def test_flat(found, nested, kept):
    assert flat(found, nested) == kept
