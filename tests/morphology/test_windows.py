import pytest

from nlp.morphology.windows import MARGIN, SIZE, windows


@pytest.mark.parametrize("length", [0, 1, SIZE, SIZE + 1, 4000, 4001])
def test_the_cores_lie_side_by_side(length):
    cut = windows(7, length)
    assert [place for each in cut for place in range(each.core_start, each.core_end)] == list(range(length))
    assert all(each.sentence == 7 and each.end - each.start <= SIZE for each in cut)


def test_a_core_has_margins():
    inner = windows(0, 4000)[1:-1]
    assert all(each.core_start - each.start == each.end - each.core_end == MARGIN for each in inner)
