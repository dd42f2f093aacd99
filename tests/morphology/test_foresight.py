"""What is ranked ahead is what would have been found when asked."""

import pytest

from nlp.morphology import foresight
from nlp.morphology.inflection import candidates, foresee, normal_form

TEXT = "Министр связи Белоруссии уехал из города-порта с Павлом Ткачом, чтобы провести переговоры в г. Гомеле."
PHRASES = [(0, 3, "PROFESSION"), (5, 6, "LOCATION"), (7, 9, "PERSON"), (13, 16, "CITY"), (11, 13, None)]


def phrases(doc):
    return [(doc[start:end], label) for start, end, label in PHRASES]


def test_forms_are_the_same_foreseen_or_not(pipeline):
    alone = [normal_form(*each) for each in phrases(pipeline(TEXT))]
    doc = pipeline(TEXT)
    foresee(phrases(doc))
    assert [normal_form(*each) for each in phrases(doc)] == alone
    assert candidates(*phrases(doc)[2])[0].text == alone[2]


def test_what_is_foreseen_is_not_ranked_again(pipeline, monkeypatch):
    doc = pipeline(TEXT)
    foresee(phrases(doc))
    monkeypatch.delattr(foresight, "ranker")
    assert normal_form(*phrases(doc)[0])
    with pytest.raises(NameError, match="ranker"):
        normal_form(doc[2:3], "COUNTRY")


def test_nothing_to_foresee(pipeline):
    foresee([])
    foresee([(pipeline("Провели 12 встреч.")[:1], None)])


def test_what_can_have_but_one_form_is_not_ranked(pipeline, monkeypatch):
    doc = pipeline("В НАТО и ЮНЕСКО прошли 12 встреч.")
    monkeypatch.delattr(foresight, "ranker")
    foresee([(doc[1:2], "ORGANIZATION"), (doc[5:6], None)])
    assert [normal_form(doc[1:2], "ORGANIZATION"), normal_form(doc[5:6])] == ["НАТО", "12"]
    assert [each.score for each in candidates(doc[5:6])] == [1.0]
    with pytest.raises(NameError, match="ranker"):
        normal_form(doc[6:7])
