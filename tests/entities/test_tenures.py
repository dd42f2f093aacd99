"""From when till when a post was held: a small text, the value of its only date, and the times expected."""

import pytest

from tests.entities.marked import parse, read

ORLOVA = "[Анна Орлова](PERSON)"
HELD = [
    (f"{ORLOVA} была [министром культуры](PROFESSION) в [2010–2014 годах](DATE).", "2010/2014", ("2010", "2014")),
    (f"{ORLOVA} работала [министром культуры](PROFESSION) [с 2010 по 2014 год](DATE).", "2010/2014", ("2010", "2014")),
    (f"[С 2010 года](DATE) {ORLOVA} была [министром культуры](PROFESSION).", "2010/..", ("2010", None)),
    (f"{ORLOVA}, [министр культуры](PROFESSION) [до мая 2014 года](DATE), выступила.", "../2014-05", (None, "2014-05")),
    (
        f"{ORLOVA} — [директор](PROFESSION) завода [«Заря»](ORGANIZATION) ([2010–2014](DATE)).",
        "2010/2014",
        ("2010", "2014"),
    ),
]
NOT_TIMED = [
    (f"{ORLOVA} была [министром культуры](PROFESSION) в [2010 году](DATE).", "2010"),
    (f"[Министр культуры](PROFESSION) {ORLOVA} [с 2010 по 2014 год](DATE) писала роман.", "2010/2014"),
    (f"[С 2010 года](DATE) [министр культуры](PROFESSION) {ORLOVA} пишет роман.", "2010/.."),
]


def times(text, value):
    number = [label for _, _, label in parse(text)[1]].index("DATE") + 1
    doc = read(text, {number: value})
    return [(each.start, each.end) for person in doc._.people for each in person.positions]


@pytest.mark.parametrize(("text", "value", "expected"), HELD)
def test_times_are_told(text, value, expected):
    assert times(text, value) == [expected]


@pytest.mark.parametrize(("text", "value"), NOT_TIMED)
def test_other_dates_are_no_times_of_office(text, value):
    assert times(text, value) == [(None, None)]


def test_the_fuller_telling_of_one_post_keeps_its_times():
    text = f"[Министр](PROFESSION) {ORLOVA} вошла. {ORLOVA} была [министром](PROFESSION) [с 2010 года](DATE)."
    assert times(text, "2010/..") == [("2010", None)]
