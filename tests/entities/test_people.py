"""Which mentions are one person: a small text, and «name: forms» of each person expected."""

import pytest

from tests.entities.marked import read, table


def people(doc):
    spans = doc.spans["mentions"]
    forms = {person.id: [spans[int(each[1:]) - 1].text for each in person.mentions] for person in doc._.people}
    return [f"{person.name}: {', '.join(forms[person.id])}" for person in doc._.people]


@pytest.mark.parametrize(("text", "expected"), table("people"))
def test_who_is_who(text, expected):
    assert people(read(text)) == expected


def test_every_mention_knows_its_person():
    doc = read("[Павел Ткач](PERSON) встретился с [Ли Цяном](PERSON). [Ткач](PERSON) доволен.")
    assert [span.kb_id_ for span in doc.spans["mentions"]] == ["p1", "p2", "p1"]


def test_the_post_before_tells_the_case_of_the_name():
    doc = read("Он говорил с [заместителем министра](PROFESSION) [Сюн Цицзюнем](PERSON).")
    assert doc._.people[0].name == "Сюн Цицзюнь"


def test_aliases_are_the_other_normal_forms():
    doc = read("[Павел Ткач](PERSON) прибыл. [П. Ткача](PERSON) встретили. С [Ткачом](PERSON) говорили.")
    assert doc._.people[0].aliases == ("П. Ткач", "Ткач")
