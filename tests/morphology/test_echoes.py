import pytest

from nlp.morphology.echoes import bearers, echoes, forms, given_gender, rivals, votes
from nlp.morphology.options import options

TEXT = (
    "Премьер Ли Цян прибыл в Минск. Визит Ли Цяна начался. С Ли Цяном говорила Елена Малышева. У Малышевой есть план."
)


@pytest.fixture(scope="module")
def heard(pipeline):
    return echoes(pipeline(TEXT))


def option(word, text):
    return next(each for each in options(word) if each.text == text)


@pytest.mark.parametrize(
    ("word", "text", "voted"),
    [
        ("Цяна", "цян", ("nominative", "all")),
        ("Цяна", "цяна", ("no", "no")),
        ("Лондона", "лондон", ("no", "none")),
    ],
)
def test_other_mentions_vote(heard, word, text, voted):
    assert votes(option(word.lower(), text), rivals(word, heard)) == voted


def test_the_given_name_tells_the_bearer(heard):
    assert bearers("Малышева", heard) == {"Fem"}
    assert bearers("Минска", heard) == set()


@pytest.mark.parametrize(("word", "genders"), [("Елене", {"Fem"}), ("Валерия", {"Masc", "Fem"}), ("стол", set())])
def test_given_names(word, genders):
    assert given_gender(word) == genders


def test_a_document_is_read_once(pipeline):
    doc = pipeline(TEXT)
    assert echoes(doc) is echoes(doc)


@pytest.mark.parametrize(
    ("nominative", "gender", "form"),
    [
        ("цян", "Masc", "цяном"),
        ("нарендра", "", "нарендрой"),
        ("кравец", "Masc", "кравцом"),
        ("белый", "Masc", "белого"),
    ],
)
def test_forms(nominative, gender, form):
    assert form in forms(nominative, gender)


def test_a_woman_whose_name_ends_in_a_consonant_keeps_it():
    assert forms("цян", "Fem") == {"цян"}
