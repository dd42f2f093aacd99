"""One key for what is spelled in many ways, and another for what is not the same."""

import pytest

from nlp import schema
from nlp.entities.keys import organisation_key, person_key, place_key


def person(name, given=None, surname=None):
    return schema.Person("p1", name, given, None, surname, None, (), (), ())


def organisation(name):
    return schema.Organisation("o1", name, None, (), None, None, None, ())


@pytest.mark.parametrize(
    ("found", "key"),
    [
        pytest.param(person("Пётр Ильич Ковалёв", "Пётр", "Ковалёв"), "person/ковалев петр", id="ё, patronymic"),
        pytest.param(person("Петр Ковалев", "Петр", "Ковалев"), "person/ковалев петр", id="е"),
        pytest.param(person("П. Ковалёв", "П.", "Ковалёв"), "person/ковалев п", id="an initial may be another man"),
        pytest.param(person("Ковалёв", None, "Ковалёв"), "person/ковалев", id="surname alone"),
        pytest.param(person("Ли Цян"), "person/ли цян", id="no surname known"),
        pytest.param(
            person("Анна Римская-Корсакова", "Анна", "Римская-Корсакова"), "person/римская-корсакова анна", id="-"
        ),
    ],
)
def test_people(found, key):
    assert person_key(found) == key


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("ОАО «Ромашка»", "Ромашка"),
        ("Публичное акционерное общество «Волна»", "ПАО «Волна»"),
        ("Министерство финансов Китайской Народной Республики", "Министерство финансов КНР"),
        ("Российское правительство", "Правительство Российской Федерации"),
    ],
)
def test_organisations_that_meet(one, two):
    assert organisation_key(organisation(one)) == organisation_key(organisation(two))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("ОАО «Ромашка»", "ОАО «Василёк»"),
        ("Министерство финансов Франции", "Министерство финансов КНР"),
        ("Министерство финансов", "Министерство финансов КНР"),
    ],
)
def test_organisations_that_do_not(one, two):
    assert organisation_key(organisation(one)) != organisation_key(organisation(two))


@pytest.mark.parametrize("name", ["ООО", "—", "«»"])
def test_a_name_of_nothing_else_keeps_itself(name):
    assert organisation_key(organisation(name)) == f"organisation/{name.lower()}"


@pytest.mark.parametrize(
    ("name", "key"), [("Китай", "place/@CN"), ("КНР", "place/@CN"), ("Нижний Новгород", "place/нижний новгород")]
)
def test_places(name, key):
    assert place_key(schema.Place("l1", name, "city", None, (), ())) == key
