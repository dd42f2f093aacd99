"""B³ and pairs on clusterings with known answers."""

import pytest

from nlp.evaluation.identity import Identity


@pytest.mark.parametrize(
    ("gold", "found", "b_cubed", "pairwise"),
    [
        ("aabb", "xxyy", 1, 1),
        ("aab", "xyz", 2 * (2 / 3) / (1 + 2 / 3), 0),
        ("aab", "xxx", 2 * (5 / 9) / (1 + 5 / 9), 0.5),
        # the first example of the paper: 5, 2 and 5 mentions, the last two taken for one entity
        ("aaaaabbccccc", "xxxxxyyyyyyy", 2 * (16 / 21) / (1 + 16 / 21), 2 * 21 / (31 + 21)),
        ("", "", 0, 0),
    ],
)
def test_one_document(gold, found, b_cubed, pairwise):
    sums = Identity()
    sums.add(gold, found)
    assert (sums.b_cubed, sums.pairwise) == pytest.approx((b_cubed, pairwise))


def test_documents_add_up():
    sums = Identity()
    sums.add("aa", "xx")
    sums.add("aa", "xy")
    assert (sums.b_cubed, sums.pairwise) == pytest.approx((2 * 0.75 / 1.75, 2 / 3))


def test_a_mention_without_a_key_is_an_error():
    with pytest.raises(ValueError, match="shorter"):
        Identity().add("ab", "x")
