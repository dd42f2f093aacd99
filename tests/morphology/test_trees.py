from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nlp.morphology.trees import cycles, decode, repair


def is_tree(heads) -> bool:
    return list(heads).count(0) == 1 and not cycles(np.concatenate(([0], heads)))


def best_by_trying_all(scores) -> float:
    words = len(scores)
    ways = [heads for heads in product(range(words + 1), repeat=words) if is_tree(np.array(heads))]
    return max(sum(scores[word, head] for word, head in enumerate(heads)) for heads in ways)


def square(words: int):
    return arrays(np.float32, (words, words + 1), elements=st.floats(-8, 8, width=32))


@given(st.integers(1, 4).flatmap(square))
def test_the_tree_is_the_best_one(scores):
    heads = decode(scores)
    assert is_tree(heads)
    assert sum(scores[word, head] for word, head in enumerate(heads)) == pytest.approx(
        best_by_trying_all(scores), abs=1e-3
    )


@given(st.integers(1, 30).flatmap(square))
def test_a_long_sentence_is_one_tree(scores):
    assert is_tree(decode(scores))


def test_the_greedy_tree_is_kept():
    assert decode(np.array([[0, 0, 9], [9, 0, 0]], dtype=np.float32)).tolist() == [2, 0]


def test_a_circle_is_opened_where_it_costs_least():
    assert decode(np.array([[5, 0, 9], [1, 9, 0]], dtype=np.float32)).tolist() == [0, 1]


@given(st.lists(st.integers(0, 12), min_size=12, max_size=12))
def test_anything_can_be_repaired(found):
    heads = np.array(found)
    moved = repair(heads)
    assert is_tree(heads)
    assert moved == [word for word, head in enumerate(found) if head != heads[word]]


def test_a_tree_needs_no_repair():
    assert repair(np.array([2, 0, 2])) == []
