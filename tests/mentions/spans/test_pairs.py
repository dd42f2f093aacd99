"""Pairs of mentions that may stand in a relation, and the signs they are seen by."""

from __future__ import annotations

import numpy as np
import pytest

from nlp.mentions.spans.pairs import DISTANCES, FARTHEST, hung, pairs
from nlp.mentions.spans.paths import Tree

EVERY = (1 << DISTANCES) - 1
WORDS = ["Всемирный", "банк", "(", "ВБ", ")", "в", "Минске", ".", "Банк"]
SENTENCES = np.array([0, 0, 0, 0, 0, 0, 0, 0, 1])
GROUPS = np.array([0, 1, 2, 3, 4, 5, 6, 7, 1])
TREE = Tree(np.array([1, 1, 3, 1, 3, 6, 1, 1, 8]), np.array([1, 0, 2, 3, 2, 4, 5, 2, 0]))
BANK, SHORT, CITY, AGAIN = (0, 1, 0), (3, 3, 0), (6, 6, 1), (8, 8, 0)


def found(*marked: tuple[int, int, int], likely: np.ndarray | None = None):
    first, last, labels = np.array(marked, dtype=np.int64).T
    bits = np.full((2, 2, 2), EVERY, dtype=np.int64) if likely is None else likely
    return pairs(hung(TREE, first, last, labels), bits, SENTENCES, GROUPS, WORDS, TREE)


def between(*marked: tuple[int, int, int], likely: np.ndarray | None = None) -> list[tuple[int, int]]:
    near = found(*marked, likely=likely)
    return list(zip(near.sources.tolist(), near.targets.tolist(), strict=True))


def test_every_two_in_both_directions():
    assert between(BANK, SHORT, CITY) == [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)]


def test_labels_that_no_relation_joins():
    likely = np.zeros((2, 2, 2), dtype=np.int64)
    likely[:, 0, 1] = EVERY
    assert between(BANK, CITY, likely=likely) == [(0, 1)]


def test_a_distance_at_which_none_was_seen():
    likely = np.full((2, 2, 2), EVERY, dtype=np.int64)
    near = found(BANK, CITY, likely=likely)
    likely[0, 0, 1] &= ~(1 << int(near.distances[0]))
    assert between(BANK, CITY, likely=likely) == [(1, 0)]


def test_alike_mentions_have_bits_of_their_own():
    likely = np.zeros((2, 2, 2), dtype=np.int64)
    likely[1] = EVERY
    assert between(BANK, SHORT, CITY, AGAIN, likely=likely) == [(0, 1), (0, 3), (1, 0), (3, 0)]


def test_too_far_apart():
    words, rows = ["а"] * (FARTHEST + 3), np.arange(FARTHEST + 3)
    first = np.array([0, FARTHEST + 2])
    tree = Tree(rows, rows)
    own = hung(tree, first, first, np.array([0, 0]))
    bits = np.full((2, 1, 1), EVERY, dtype=np.int64)
    assert len(pairs(own, bits, np.zeros_like(rows), rows, words, tree).sources) == 0


def test_a_mention_has_no_pair_with_itself():
    assert between(BANK) == []


@pytest.mark.parametrize(
    ("marked", "sign"),
    [
        pytest.param([(1, 1, 0), BANK], 0, id="the source inside the target"),
        pytest.param([BANK, (1, 1, 0)], 1, id="the target inside the source"),
        pytest.param([BANK, CITY], 2, id="one sentence"),
        pytest.param([BANK, AGAIN], 3, id="the next sentence"),
        pytest.param([BANK, AGAIN], 5, id="one lemma at the end"),
        pytest.param([SHORT, BANK], 7, id="the source abbreviates the target"),
        pytest.param([BANK, SHORT], 8, id="the target abbreviates the source"),
        pytest.param([BANK, CITY, SHORT], 9, id="another like the source between"),
        pytest.param([CITY, BANK, SHORT], 11, id="another like the target between"),
    ],
)
def test_signs(marked, sign):
    one, other = found(*marked), found(*marked[::-1])
    assert one.signs[0, sign] == 1
    assert sign in {2, 3, 5} or other.signs[0, sign] == 0


def test_the_words_between():
    assert found(BANK, CITY).gaps.tolist() == [[2, 5], [2, 5]]
