"""Pieces of the names component, and the components as spaCy wants them."""

import pickle

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp.mentions import raw
from nlp.mentions.keys import abbreviation, word_keys
from nlp.mentions.typos import Typos
from nlp.mentions.view import View

COMPONENTS = ("letopis_names", "letopis_patterns", "letopis_mentions")
ABBREVIATIONS = {"США": "США", "МИДа": "МИД", "ЦИКом": "ЦИК", "Мид": None, "АвтоВАЗ": None, "я": None, "ШОС": "ШОС"}


@pytest.mark.parametrize(("text", "meant"), ABBREVIATIONS.items())
def test_abbreviation(text, meant):
    assert abbreviation(text) == meant


def test_word_keys_hold_every_reading():
    assert {"куба", "куб", "кубы"} <= word_keys("Кубы")


TYPOS = {
    "Сопещание": "совещание",
    "совещание": None,
    "сопещании": "совещание",
    "конферанция": "конференция",
    "министрество": "министерство",
    "форумм": None,
    "Петров": None,
    "Сюн": None,
}


@pytest.mark.parametrize(("text", "meant"), TYPOS.items())
def test_typos(text, meant):
    assert Typos(["совещание", "конференция", "министерство", "форум"]).meant(text) == meant


def test_reasons_are_told(mentions):
    doc = mentions("Справочно. Министерство иностранных дел Франции ответило.")
    told = dict(zip([span.text for span in doc.spans["dropped"]], doc._.reasons, strict=True))
    assert told["Справочно"] == "not a name: heading word"
    assert told["Министерство иностранных дел"].startswith("longer ORGANIZATION by pattern/")


@pytest.mark.parametrize(("words", "reason"), [(60, None), (61, "not a name: more than 60 words")])
def test_nothing_of_so_many_words_is_a_name(mentions, words, reason):
    doc = mentions(" ".join(["Бабраж"] * words))
    assert raw.refusal(View(doc), [], 0, words) == reason


def test_coarse_view_is_flat(mentions):
    doc = mentions("Президент Франции Франсуа Олланд прибыл в российскую столицу Москву.")
    found = [(ent.text, ent.label_) for ent in doc.ents]
    assert found == [("Франции", "LOC"), ("Франсуа Олланд", "PER"), ("Москву", "LOC")]


def test_nothing_of_the_scratch_is_left(mentions):
    doc = mentions("Министр прибыл в Минск.")
    assert [key for key in doc.user_data if isinstance(key, str) and key.startswith("letopis.")] == ["letopis.clean"]
    assert "candidates" not in doc.spans


def test_mentions_are_sorted_and_scored(mentions):
    doc = mentions("Министр иностранных дел Франции прибыл в г. Минск (Республика Беларусь).")
    spans = doc.spans["mentions"]
    assert [(s.start, -s.end) for s in spans] == sorted((s.start, -s.end) for s in spans)
    assert all(0 < span._.score <= 1 and ("/" in span.id_ or span.id_ == "ner") for span in spans)


@pytest.mark.parametrize("name", COMPONENTS)
def test_components_are_picklable(mentions, name):
    assert type(pickle.loads(pickle.dumps(mentions.get_pipe(name)))) is type(mentions.get_pipe(name))


def test_the_pipeline_is_complete(mentions):
    assert not any(mentions.analyze_pipes()["problems"].values())


def test_documents_travel(mentions):
    doc = mentions("МИД Китая ответил.")
    back = spacy.tokens.Doc(mentions.vocab).from_bytes(doc.to_bytes())
    assert [(s.text, s.label_, s.id_) for s in back.spans["mentions"]] == [
        (s.text, s.label_, s.id_) for s in doc.spans["mentions"]
    ]


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet="Мин истр«»\"'()-–,. \nXVАБШОСг1", max_size=40))
def test_any_text_is_read(mentions, text):
    doc = mentions(text)
    assert len(doc.spans["dropped"]) == len(doc._.reasons)
