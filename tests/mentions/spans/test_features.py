"""What the span model sees of a word, and how parts lie in a sheet."""

from __future__ import annotations

import numpy as np
import pytest

from nlp.mentions.spans.features import LETTERS, Reader, cut, dictionary, endings, groups
from nlp.mentions.spans.sheets import BUDGET, GAP, batches, lay
from nlp.mentions.spans.sheets import cut as parts
from nlp.mentions.spans.tables import Tables, dumps, loads

TABLES = Tables(
    labels=("CITY", "PERSON"),
    letters="абвМи",
    shapes=("<pad>", "RU_Xx", "RU_x", "RU_xx", "PUNCT_."),
    readings=("NOUN|nomn|sing", "NOUN|gent|sing"),
    width=4,
)


def read(words: list[str]):
    return Reader(TABLES).read(words, np.zeros((len(words), 492), dtype=np.float16))


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


def test_an_empty_part_has_rows_of_no_words() -> None:
    assert [len(column) for column in read([])] == [0] * 6


def test_tables_survive_json() -> None:
    assert loads(dumps(TABLES)) == TABLES


def test_a_sheet_keeps_parts_apart() -> None:
    sheet = lay([read(["Минск", "Минска"]), read(["Минск"])])
    assert sheet.starts == [0, 2 + GAP]
    assert sheet.mask.tolist() == [1, 1, *[0] * GAP, 1]
    assert sheet.features.groups[[0, 1, 2 + GAP]].tolist() == [0, 0, 2 + GAP]
    assert sheet.features.letters[2 : 2 + GAP].sum() == 0


@pytest.mark.parametrize(
    ("lengths", "found"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([10, 10], [[0, 1]], id="together"),
        pytest.param([BUDGET, 1], [[0], [1]], id="a full one alone"),
        pytest.param([BUDGET // 2, BUDGET // 2, 1], [[0], [1, 2]], id="the gaps count"),
    ],
)
def test_batches(lengths: list[int], found: list[list[int]]) -> None:
    assert batches(lengths) == found


@pytest.mark.parametrize(
    ("lengths", "found"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([0, 0], [], id="no words"),
        pytest.param([3, 4], [(0, 7)], id="one part"),
        pytest.param([BUDGET, 5], [(0, BUDGET), (BUDGET, BUDGET + 5)], id="whole sentences"),
        pytest.param([BUDGET + 5], [(0, BUDGET), (BUDGET, BUDGET + 5)], id="a long sentence"),
        pytest.param([5, BUDGET], [(0, 5), (5, BUDGET + 5)], id="the next sentence does not fit"),
    ],
)
def test_parts(lengths: list[int], found: list[tuple[int, int]]) -> None:
    assert parts(lengths) == found
