"""What the span model sees of a word and of its document, and what the rules tell it."""

from __future__ import annotations

import numpy as np
import pytest

from nlp.mentions.spans.features import LETTERS, Reader, cut, dictionary, endings, groups, together
from nlp.mentions.spans.hints import marked
from nlp.mentions.spans.stretches import BUDGET
from nlp.mentions.spans.stretches import cut as stretches
from nlp.mentions.spans.tables import Tables, dumps, loads

TABLES = Tables(
    labels=("CITY", "PERSON"),
    coarse=(),
    relations=(),
    letters="абвМи",
    shapes=("<pad>", "RU_Xx", "RU_x", "RU_xx", "PUNCT_."),
    readings=("NOUN|nomn|sing", "NOUN|gent|sing"),
    width=4,
)


def read(words: list[str]):
    return Reader(TABLES).read(words, np.zeros((len(words), 300), dtype=np.float16))


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        pytest.param("Ми", "Ми", id="short"),
        pytest.param("а" * 9 + "в" * 9, "а" * 9 + "в" * 9, id="just fits"),
        pytest.param("а" * 9 + "б" + "в" * 9, "а" * 9 + "в" * 9, id="its middle is left out"),
    ],
)
def test_letters_read(word: str, letters: str) -> None:
    assert cut(word) == letters


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        pytest.param("Ми", [5, 6], id="listed"),
        pytest.param("Яна", [1, 1, 2], id="another"),
        pytest.param("баня", [3, 2, 1, 1], id="both"),
    ],
)
def test_letters_become_numbers(word: str, numbers: list[int]) -> None:
    assert read([word]).letters.tolist() == [numbers + [0] * (LETTERS - len(numbers))]


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        pytest.param("минску", "Минску", (True, True, True), id="case is no difference"),
        pytest.param("минску", "пинску", (True, True, False), id="another beginning"),
        pytest.param("минску", "минска", (False, False, True), id="another ending"),
        pytest.param("минску", "томску", (True, False, False), id="the last three"),
    ],
)
def test_endings(one: str, other: str, equal: tuple[bool, ...]) -> None:
    assert tuple(own == its for own, its in zip(endings(one), endings(other), strict=True)) == equal


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        pytest.param(["Минск", "и", "Минска"], [0, 1, 0], id="one lemma"),
        pytest.param(["Минск", "Пинск"], [0, 1], id="two lemmas"),
        pytest.param(["минск", "минска"], [0, 1], id="no capital"),
        pytest.param(["Он", "Он"], [0, 1], id="too short"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_groups(words: list[str], numbers: list[int]) -> None:
    assert groups(words) == numbers


def test_readings_and_marks() -> None:
    row = read(["Минска"]).readings[0].tolist()
    assert row == [0, 1, 0, 0, 1, 0, 0]
    assert dictionary("минска")[2] == "минск"


def test_no_forms_have_no_rows() -> None:
    assert [len(column) for column in read([])] == [0] * 5


@pytest.mark.parametrize(
    ("numbers", "repeated", "of"),
    [
        pytest.param([0, 1, 2], [], [], id="all alone"),
        pytest.param([5, 7, 5], [0, 2], [0, 0], id="one pair"),
        pytest.param([3, 1, 3, 1], [0, 1, 2, 3], [1, 0, 1, 0], id="two pairs"),
        pytest.param([], [], [], id="nothing"),
    ],
)
def test_words_of_one_lemma(numbers: list[int], repeated: list[int], of: list[int]) -> None:
    assert [each.tolist() for each in together(np.array(numbers, dtype=np.int64))] == [repeated, of]


def test_hints_of_the_rules() -> None:
    found = marked([(0, 1, "PERSON"), (1, 1, "CITY"), (2, 2, "MONEY")], 3, {"CITY": 0, "PERSON": 1})
    assert found.reshape(3, 3, 2).tolist() == [[[0, 1], [0, 1], [0, 0]], [[1, 0], [1, 1], [1, 1]], [[0, 0]] * 3]


def test_tables_survive_json() -> None:
    assert loads(dumps(TABLES)) == TABLES


@pytest.mark.parametrize(
    ("lengths", "found"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([0, 0], [], id="no words"),
        pytest.param([3, 4], [(0, 7)], id="one stretch"),
        pytest.param([BUDGET, 5], [(0, BUDGET), (BUDGET, BUDGET + 5)], id="whole sentences"),
        pytest.param([BUDGET + 5], [(0, BUDGET), (BUDGET, BUDGET + 5)], id="a long sentence"),
        pytest.param([5, BUDGET], [(0, 5), (5, BUDGET + 5)], id="the next sentence does not fit"),
    ],
)
def test_stretches(lengths: list[int], found: list[tuple[int, int]]) -> None:
    assert stretches(lengths) == found
