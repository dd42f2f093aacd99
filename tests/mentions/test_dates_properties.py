"""What must not matter: what stands around, the case of letters, the kind of spaces and dashes."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.entities.temporal.dates import FoundDate, dates
from tests.mentions.marked_dates import Line, read

TABLES = Path(__file__).parent / "dates"
POSITIVE = sorted(path for path in TABLES.glob("*.txt") if path.stem != "negative")
ALL = [line for path in POSITIVE for line in read(path) if line.xfail is None]
MARKED = [line for line in ALL if "[" in line.marked]
SPACES = "\u00a0\u202f\u2009"
DASHES = "-‐‑‒–—―−"
NOISE = st.text(alphabet="бщжъщ«»!?;:*&^№§ \n", max_size=30)


def values(found: tuple[FoundDate, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.value, each.inferred) for each in found]


@given(line=st.sampled_from(ALL), before=NOISE, after=NOISE)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_noise_around(line: Line, before: str, after: str) -> None:
    text = f"{before}\n\n{line.text}\n\n{after}"
    assert values(dates(text, line.published)) == values(dates(line.text, line.published))


@pytest.mark.parametrize("line", MARKED[::3], ids=lambda line: line.text[:40])
def test_capital_letters(line: Line) -> None:
    assert values(dates(line.text.upper(), line.published)) == values(dates(line.text, line.published))


@pytest.mark.parametrize("space", list(SPACES), ids=ascii)
def test_spaces(space: str) -> None:
    wrong = [
        line.text
        for line in ALL
        if values(dates(line.text.replace(" ", space), line.published)) != values(dates(line.text, line.published))
    ]
    assert wrong == []


@pytest.mark.parametrize("dash", list(DASHES), ids=ascii)
def test_dashes(dash: str) -> None:
    lines = [line for line in ALL if "–" in line.text]
    wrong = [
        line.text
        for line in lines
        if values(dates(line.text.replace("–", dash), line.published)) != values(dates(line.text, line.published))
    ]
    assert lines
    assert wrong == []


def test_a_line_may_break_inside_a_phrase() -> None:
    wrong = [
        line.text
        for line in ALL
        if values(dates(line.text.replace(" ", "\n"), line.published)) != values(dates(line.text, line.published))
    ]
    assert wrong == []


@given(st.text())
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_string_is_read(text: str) -> None:
    for found in dates(text, "2025-06-17"):
        assert text[found.start : found.end] == found.text


@given(
    st.lists(
        st.sampled_from(
            [
                "17",
                "июня",
                "2024",
                "г",
                ".",
                ",",
                "-",
                "–",
                "с",
                "по",
                "до",
                "в",
                "и",
                "10",
                "00",
                ":",
                "лет",
                "года",
                "5",
                "%",
                "XX",
                "век",
                "первый",
                "назад",
                "через",
            ]
        ),
        max_size=25,
    )
)
@settings(max_examples=500, deadline=None, derandomize=True)
def test_any_salad_of_the_grammars_own_words_is_read(words: list[str]) -> None:
    text = " ".join(words)
    found = dates(text, "2025-06-17")
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
