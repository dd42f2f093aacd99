"""The same text as it may come: no variant moves an offset."""

from __future__ import annotations

import pytest

from models.recipes.mentions.variants import VARIANTS

TEXT = "Министр связи Павел Ткач прилетел в Минск.\nШтраße — улица." * 5


@pytest.mark.parametrize("name", VARIANTS)
def test_offsets_hold(name):
    found = VARIANTS[name](TEXT, "1")
    assert len(found) == len(TEXT)
    assert [each.isspace() for each in found] == [each.isspace() for each in TEXT]


def test_capitals_and_lower():
    assert VARIANTS["capitals"]("Павел в «Доме»", "1") == "ПАВЕЛ В «ДОМЕ»"
    assert VARIANTS["lower"]("Павел в «Доме»", "1") == "павел в «доме»"


def test_a_letter_whose_capital_is_two():
    assert VARIANTS["capitals"]("Straße", "1") == "STRAßE"


def test_worn_is_drawn_by_name_and_keeps_capitals_in_place():
    worn = VARIANTS["worn"]
    assert worn(TEXT, "1") == worn(TEXT, "1") != worn(TEXT, "2")
    assert worn(TEXT, "1") != TEXT
    assert [each.isupper() for each in worn(TEXT, "1")] == [each.isupper() for each in TEXT]
