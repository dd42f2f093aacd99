"""The set of finished items."""

from hypothesis import given
from hypothesis import strategies as st

from nlp.archive.items import Items

KEYS = st.lists(st.integers(0, 200).map(lambda number: f"{number:032x}"), max_size=60)


class Small(Items):
    """Sorts its keys in early, so that both of its parts are asked."""

    WAITING = 7


@given(known=KEYS, asked=KEYS)
def test_it_is_a_set(known, asked):
    items = Small()
    items.update(known)
    assert [key in items for key in asked] == [key in set(known) for key in asked]
    assert len(items) == len(set(known))


@given(keys=KEYS)
def test_a_key_is_new_once(keys):
    items, seen = Small(), set()
    for key in keys:
        assert items.add(key) == (key not in seen)
        seen.add(key)
    assert len(items) == len(seen)
