"""How two mentions hang together in the tree."""

from __future__ import annotations

import numpy as np
import pytest

from nlp.mentions.spans.paths import APART, FARTHEST_UP, Tree, paths, tops

# Новый(0) министр(1) связи(2) прилетел(3) в(4) Минск(5) .(6) Вчера(7)
TREE = Tree(np.array([1, 3, 1, 3, 5, 3, 3, 7]), np.array([1, 2, 3, 0, 4, 5, 6, 0]))
AMOD, NSUBJ, NMOD, OBL = 1, 2, 3, 5


@pytest.mark.parametrize(
    ("first", "last", "head"),
    [
        pytest.param(0, 2, 1, id="a noun with what hangs on it"),
        pytest.param(2, 2, 2, id="one word"),
        pytest.param(0, 3, 3, id="a root inside"),
        pytest.param(4, 5, 5, id="a preposition first"),
    ],
)
def test_the_head_of_a_mention(first, last, head):
    assert tops(TREE, np.array([first]), np.array([last])).tolist() == [head]


def test_mentions_without_any():
    none = np.zeros(0, dtype=np.int64)
    assert tops(TREE, none, none).tolist() == []


@pytest.mark.parametrize(
    ("source", "target", "steps", "ups", "downs", "top"),
    [
        pytest.param(1, 5, (1, 1), NSUBJ, OBL, 3, id="subject and place of one verb"),
        pytest.param(2, 5, (2, 1), NSUBJ, OBL, 3, id="of the subject's own noun, the last arc before the verb"),
        pytest.param(2, 1, (1, 0), NMOD, 0, 1, id="up alone"),
        pytest.param(3, 0, (0, 2), 0, NSUBJ, 3, id="down alone"),
        pytest.param(1, 1, (0, 0), 0, 0, 1, id="one head for both"),
    ],
)
def test_paths(source, target, steps, ups, downs, top):
    found = paths(TREE, np.array([source, target]), np.array([0]), np.array([1]))
    assert divmod(found.steps.item(), FARTHEST_UP + 1) == steps
    assert (found.ups.item(), found.downs.item(), found.tops.item()) == (ups, downs, top)


def test_two_sentences():
    assert paths(TREE, np.array([1, 7]), np.array([0]), np.array([1])).steps.item() == APART


def test_too_far_up():
    chain = Tree(np.maximum(np.arange(8) - 1, 0), np.ones(8, dtype=np.int64))
    near, far = (
        paths(chain, np.array([FARTHEST_UP + more, 0]), np.array([0]), np.array([1])).steps.item() for more in (0, 1)
    )
    assert near == FARTHEST_UP * (FARTHEST_UP + 1)
    assert far == APART
