"""Phrases and their values: one table a kind, one test a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.entities.temporal.dates import dates
from tests.mentions.marked_dates import Line, annotate, cases, read

TABLES = Path(__file__).parent / "dates"


@pytest.mark.parametrize("line", [case for path in sorted(TABLES.glob("*.txt")) for case in cases(path)])
def test_sentence(line: Line) -> None:
    assert annotate(line) == line.marked


def test_the_tables_are_large() -> None:
    tables = {path.stem: read(path) for path in TABLES.glob("*.txt")}
    assert sum(map(len, tables.values())) >= 700
    assert sum("[" not in line.marked for line in tables["negative"]) >= 150
    assert sum(line.xfail is not None for lines in tables.values() for line in lines) <= 15


@pytest.mark.parametrize(
    "line",
    ["Подписан [22 августа(2024).", "Подписан 22] августа.", "Подписан [22 августа]().", "@anchor 2024", "[a](1) [b"],
)
def test_a_broken_table_is_refused(tmp_path: Path, line: str) -> None:
    table = tmp_path / "table.txt"
    table.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"table\.txt:1"):
        read(table)


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        ("22 августа 2024 г.", "absolute", "DATE"),
        ("16 июня", "partial", "DATE"),
        ("вчера", "relative", "DATE"),
        ("с 17 по 18 июня", "interval", "DATE"),
        ("до 1 июля", "interval", "DATE"),
        ("1 и 2 сентября", "list", "DATE"),
        ("14:10", "clock", "TIME"),
        ("18 июня 2025 года в 14:10", "absolute", "TIME"),
        ("девять месяцев", "duration", "DATE"),
        ("два часа", "duration", "TIME"),
        ("34-летний", "age", "AGE"),
        ("ежегодно", "set", "DATE"),
    ],
)
def test_kind_and_label(text: str, kind: str, label: str) -> None:
    (found,) = dates(text, published="2025-06-17")
    assert (found.text, found.kind, found.label) == (text, kind, label)
