"""Sums, shares and counts: «Фонд выделил [£469 млн](MONEY 469000000 GBP)»; a sentence without marks is a negative."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.mentions.quantities.find import Quantity, find
from tests.mentions.marked_dates import MARK, Line, cases

TABLE = Path(__file__).parent / "amounts.txt"


def annotate(text: str) -> str:
    """The sentence with what was found marked in it."""
    out, position = [], 0
    for each in find(text):
        out += [text[position : each.start], f"[{text[each.start : each.end]}]({_details(each)})"]
        position = each.end
    return "".join([*out, text[position:]])


def _details(each: Quantity) -> str:
    value = "?" if each.value is None else str(each.value)
    upper = [] if each.upper is None else [f"–{each.upper}"]
    return " ".join([each.label, value + "".join(upper), *([each.unit] if each.unit else [])])


@pytest.mark.parametrize("line", cases(TABLE))
def test_sentence(line: Line) -> None:
    assert annotate(line.text) == line.marked


@pytest.mark.parametrize("line", [case for case in cases(TABLE) if "MONEY" in case.values[0].marked])
def test_blanks_and_case_do_not_matter(line: Line) -> None:
    text = line.text.replace(" ", "\u00a0")
    expected = [(each.value, each.unit, each.upper) for each in find(line.text)]
    assert [(each.value, each.unit, each.upper) for each in find(text)] == expected
    assert [(each.value, each.unit, each.upper) for each in find(line.text.upper())] == expected


def test_the_table_has_hits_of_each_label_and_negatives() -> None:
    lines = [case.values[0].marked for case in cases(TABLE)]
    assert all(any(f"({label} " in line for line in lines) for label in ("MONEY", "PERCENT", "NUMBER", "ORDINAL"))
    assert sum(not MARK.search(line) for line in lines) >= 15
