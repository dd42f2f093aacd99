from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nlp.morphology.viterbi import AREA, TOGETHER, decode

NUMBERS = st.floats(-8, 8, width=32)
TRANSITIONS = arrays(np.float32, (3, 3), elements=NUMBERS)
EMISSIONS = st.integers(0, 4).flatmap(lambda words: arrays(np.float32, (words, 3), elements=NUMBERS))


def score(path, emissions, transitions) -> float:
    along = sum(transitions[first, second] for first, second in pairwise(path))
    return sum(emissions[word, tag] for word, tag in enumerate(path)) + along


@given(st.lists(EMISSIONS, max_size=4), TRANSITIONS)
def test_the_path_is_the_best_one(emissions, transitions):
    for own, path in zip(emissions, decode(emissions, transitions), strict=True):
        best = max(score(each, own, transitions) for each in product(range(3), repeat=len(own)))
        assert score(path.tolist(), own, transitions) == pytest.approx(best, abs=1e-3)


def test_more_sentences_than_go_together():
    emissions = [np.eye(3, dtype=np.float32)[[word % 3 for word in range(length)]] for length in range(TOGETHER * 2)]
    emissions.append(np.eye(3, dtype=np.float32)[np.arange(AREA + 5) % 3])
    paths = decode(emissions, np.zeros((3, 3), dtype=np.float32))
    assert [path.tolist() for path in paths] == [[word % 3 for word in range(length)] for length in map(len, emissions)]
