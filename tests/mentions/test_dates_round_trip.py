"""Value → wording → value over a generated calendar, in every case of the noun."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from nlp.entities.temporal.dates import dates
from tests.mentions import wordings

YEARS = (1996, 2023, 2024)


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days)]


def read(text: str) -> tuple[str, str] | None:
    """What was found and its value, when it is one thing and all of the text."""
    found = dates(text)
    return (found[0].text, found[0].value) if len(found) == 1 else None


@pytest.mark.parametrize("year", YEARS)
def test_every_day(year: int) -> None:
    wrong = [
        (wording, read(wording))
        for day in days_of(year)
        for wording in wordings.of_day(day)
        if read(wording) != (wording, day.isoformat())
    ]
    assert wrong == []


@pytest.mark.parametrize("case", wordings.CASES)
@pytest.mark.parametrize("year", YEARS)
def test_every_day_in_every_case(year: int, case: str) -> None:
    wrong = [
        (wording, read(wording))
        for day in days_of(year)
        for wording in wordings.of_day_in(day, case)
        if read(wording) != (wording, day.isoformat())
    ]
    assert wrong == []


@pytest.mark.parametrize("case", wordings.CASES)
def test_every_day_in_words(case: str) -> None:
    wrong = [
        (wording, read(wording))
        for day in days_of(2024)
        if read(wording := wordings.in_words(day, case)) != (wording, day.isoformat())
    ]
    assert wrong == []


@pytest.mark.parametrize("case", wordings.CASES)
@pytest.mark.parametrize("year", [1945, 1999, 2001, 2024, 2030])
def test_every_month(year: int, case: str) -> None:
    wrong = [
        (wording, read(wording))
        for number in range(1, 13)
        for wording in wordings.of_month(date(year, number, 1), case)
        if read(wording) != (wording, f"{year}-{number:02}")
    ]
    assert wrong == []


@pytest.mark.parametrize("case", wordings.CASES)
@pytest.mark.parametrize("century", [1900, 2000])
def test_every_year_in_words(century: int, case: str) -> None:
    wrong = [
        (wording, read(wording))
        for year in range(century + 1, century + 100)
        if read(wording := f"{wordings.year_in_words(year, case)} {wordings.inflected('год', case)}")
        != (wording, str(year))
    ]
    assert wrong == []


@pytest.mark.parametrize("step", [1, 3, 20, 45, 150])
def test_ranges(step: int) -> None:
    wrong = [
        (wording, read(wording))
        for first in days_of(2024)[::5]
        for wording in wordings.of_range(first, first + timedelta(days=step))
        if read(wording) != (wording, f"{first.isoformat()}/{(first + timedelta(days=step)).isoformat()}")
    ]
    assert wrong == []


@pytest.mark.parametrize("number", range(7))
def test_a_weekday_before_and_after_every_day(number: int) -> None:
    accusative = wordings.inflected(wordings.WEEKDAYS[number], "accs")
    for published in days_of(2024):
        (past,) = dates(f"В {accusative} прошла встреча.", published.isoformat())
        (future,) = dates(f"В {accusative} пройдёт встреча.", published.isoformat())
        before, after = date.fromisoformat(past.value), date.fromisoformat(future.value)
        assert before.weekday() == after.weekday() == number
        assert timedelta(0) <= published - before < timedelta(7)
        assert timedelta(0) <= after - published < timedelta(7)


@pytest.mark.parametrize("count", [1, 2, 5, 10, 30, 365])
def test_days_ago_and_days_ahead(count: int) -> None:
    noun = {1: "день", 2: "дня"}.get(count, "дней")
    for published in days_of(2024)[::7]:
        (ago,) = dates(f"{count} {noun} назад", published.isoformat())
        (ahead,) = dates(f"через {count} {noun}", published.isoformat())
        assert ago.value == (published - timedelta(days=count)).isoformat()
        assert ahead.value == (published + timedelta(days=count)).isoformat()
