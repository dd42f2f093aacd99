"""EDTF values as days, and as people write them."""

import pytest

from nlp.report.days import extent, said
from nlp.report.words import words

RU, EN = words("ru").calendar, words("en").calendar


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-06-17", "2025-06-17", "2025-06-17"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2025-06-17/2025-06-18", "2025-06-17", "2025-06-18"),
        ("../2030", "2030-12-31", "2030-12-31"),
        ("2019/..", "2019-01-01", "2019-01-01"),
        ("2024-33", "2024-01-01", "2024-03-31"),
        ("2024-41", "2024-07-01", "2024-12-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("18XX", "1800-01-01", "1899-12-31"),
        ("2025-05-12,2025-05-14", "2025-05-12", "2025-05-14"),
        ("2025-05-01,2025-05-05..2025-05-07", "2025-05-01", "2025-05-07"),
        ("1995~", "1995-01-01", "1995-12-31"),
        ("2025-06-18T14:10", "2025-06-18", "2025-06-18"),
    ],
)
def test_the_days_of_a_value(value: str, first: str, last: str) -> None:
    found = extent(value)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize("value", ["P9M", "XXXX-06-16", "../..", "2025-02-30", "0000", ""])
def test_a_value_without_days(value: str) -> None:
    assert extent(value) is None


@pytest.mark.parametrize(
    ("value", "russian", "english"),
    [
        ("2025-06-17", "17 июня 2025", "17 June 2025"),
        ("2025-06", "июнь 2025", "June 2025"),
        ("2025", "2025", "2025"),
        ("2025-06-17/2025-06-18", "17–18 июня 2025", "17–18 June 2025"),
        ("2025-06-30/2025-07-02", "30 июня – 2 июля 2025", "30 June – 2 July 2025"),
        ("2019/2021", "2019–2021", "2019–2021"),
        ("../2030", "до 2030", "until 2030"),
        ("../2025-07", "до июля 2025", "until July 2025"),
        ("2019/..", "с 2019", "since 2019"),
        ("2024-33", "I квартал 2024", "Q1 2024"),
        ("1995~", "около 1995", "about 1995"),
        ("2025-06-18T14:10", "18 июня 2025, 14:10", "18 June 2025, 14:10"),
        ("P9M", "P9M", "P9M"),
        ("199X", "199X", "199X"),
    ],
)
def test_a_value_in_words(value: str, russian: str, english: str) -> None:
    assert (said(value, RU), said(value, EN)) == (russian, english)
