"""Which mentions are one place: a small text, and «name (kind, country): forms» of each one expected."""

import pytest

from tests.entities.marked import read, table


def places(doc):
    spans = doc.spans["mentions"]
    forms = {place.id: [spans[int(each[1:]) - 1].text for each in place.mentions] for place in doc._.places}
    return [f"{p.name} ({p.kind}, {p.country or '-'}): {', '.join(forms[p.id])}" for p in doc._.places]


@pytest.mark.parametrize(("text", "expected"), table("places"))
def test_places(text, expected):
    assert places(read(text)) == expected


def test_aliases_are_written_names_without_adjectives():
    doc = read("[Китайский](COUNTRY) посол покинул [Китай](COUNTRY). [КНР](COUNTRY) молчит.")
    assert doc._.places[0].aliases == ("КНР",)
