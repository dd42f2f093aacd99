from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.knowledge.dictionary import fold, parse
from nlp.morphology.lemmatizer import lemma
from tests.morphology.marked import read

CASES = read(Path(__file__).with_name("lemmas.txt"))


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case.phrase}" for n, case in enumerate(CASES)])
def test_table(pipeline, case):
    assert pipeline(case.text).char_span(case.start, case.end)[0].lemma_ == case.expected


@pytest.mark.parametrize(
    ("word", "part", "features", "expected"),
    [
        ("стали", "VERB", "Number=Plur|Tense=Past|VerbForm=Fin", "стать"),
        ("стали", "NOUN", "Case=Gen|Gender=Fem|Number=Sing", "сталь"),
        ("Ивановой", "PROPN", "Animacy=Anim|Case=Ins|Gender=Fem|Number=Sing", "иванова"),
        ("Иванова", "PROPN", "Animacy=Anim|Case=Gen|Gender=Masc|Number=Sing", "иванов"),
        ("А", "PROPN", "Case=Nom", "а"),
        ("ИКФТ", "PROPN", "Case=Gen", "икфт"),
        ("IT", "X", "Foreign=Yes", "it"),
        ("«", "PUNCT", "", "«"),
        ("", "NOUN", "", ""),
        ("1,5", "NUM", "", "1,5"),
    ],
)
def test_word_and_tag(word, part, features, expected):
    assert lemma(word, part, features) == expected


def test_participle_keeps_its_tag(pipeline):
    signed = next(token for token in pipeline("Вчера подписан меморандум.") if token.text == "подписан")
    assert (signed.lemma_, signed.morph.get("VerbForm")) == ("подписать", ["Part"])


@given(st.text(max_size=20))
def test_any_word_has_a_lemma(word):
    assert lemma(word, "NOUN", "Case=Gen") == lemma(word, "NOUN", "Case=Gen").lower()


def test_fold():
    assert fold("Приём") == "прием"
    assert {each.normal_form for each in parse("приема")} == {"приём"}
