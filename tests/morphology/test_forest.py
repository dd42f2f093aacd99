import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.morphology import forest, trees

LENGTHS = st.lists(st.integers(1, 7), min_size=1, max_size=5)


@given(LENGTHS, st.randoms(use_true_random=False))
@settings(deadline=None)
def test_many_trees_are_as_each_alone(lengths, random):
    longest = max(lengths)
    scores = np.array(
        [[[random.randint(-9, 9) for _ in range(longest + 1)] for _ in range(longest)] for _ in lengths],
        dtype=np.float32,
    )
    alone = [
        trees.decode(own[:length, : length + 1].copy()).tolist() for own, length in zip(scores, lengths, strict=True)
    ]
    assert [heads.tolist() for heads in forest.decode(scores, np.array(lengths))] == alone


def test_a_circle_is_left_to_the_search():
    scores = np.array([[[5, 0, 9], [1, 9, 0]]], dtype=np.float32)
    assert [heads.tolist() for heads in forest.decode(scores, np.array([2]))] == [[0, 1]]
