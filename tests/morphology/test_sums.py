"""Sums of clues are the same however they are asked for: alone, together, kept or found anew."""

import numpy as np
import pytest

from nlp.morphology.clues import OfTag
from nlp.morphology.sums import Rows, Sums

CLUES = ["", "part=NOUN", "rel=obl", "tag=NOUN|Case=Ins", "feature=Case=Ins", "part=VERB", "rel=root"]
TAGS = [OfTag("NOUN", "Case=Ins", "obl"), OfTag("VERB", "", "root"), OfTag("NOUN", "", "root"), OfTag("X", "", "x")]


@pytest.fixture
def rows():
    drawn = np.random.default_rng(0).normal(size=(len(CLUES), 3)).astype(np.float32)
    drawn[0] = 0
    return Rows({clue: place for place, clue in enumerate(CLUES)}, drawn)


def test_a_sum_is_of_the_known_clues(rows):
    told = rows.sums([("part=NOUN", "rel=obl", "unknown"), (), ("rel=root",)])
    assert told == pytest.approx(np.array([rows.rows[1] + rows.rows[2], rows.rows[0], rows.rows[6]]))


def test_a_sum_does_not_depend_on_what_is_asked_with_it(rows):
    together = rows.sums([each.clues() for each in TAGS])
    alone = [rows.sums([each.clues()])[0] for each in TAGS]
    assert (together == alone).all()


@pytest.mark.parametrize("kept", [1, 2, 3, 100])
def test_what_is_kept_is_what_would_be_found(rows, kept):
    sums = Sums(rows, kept)
    for told in ([TAGS[0], None], TAGS, [TAGS[3], TAGS[0]], [*TAGS, None, *TAGS], [TAGS[2]]):
        expected = rows.sums([each.clues() if each else () for each in told])
        assert (sums.of(told) == expected).all()


def test_a_full_table_begins_anew(rows):
    sums = Sums(rows, 3)
    for place in range(100):
        sums.of([OfTag("NOUN", "", str(place))])
    assert len(sums.slots) <= 3
    sums.of([OfTag("NOUN", "", str(place)) for place in range(10)])
    sums.of(TAGS[:1])
    assert len(sums.slots) <= 11
