"""The last component: spans and parts of a Doc become the record, and the Doc still travels."""

import pickle

import pytest
import spacy
from spacy.tokens import Doc

from nlp import document, schema
from tests.contract import faults

TEXT = "Анна Орлова приехала в Казань."


@pytest.fixture
def pipeline():
    pipeline = spacy.blank("ru")
    pipeline.add_pipe("letopis_record")
    return pipeline


def prepared(pipeline, text=TEXT):
    doc = pipeline.make_doc(text)
    person = doc.char_span(0, 11, label="PERSON", span_id="ner", kb_id="p1")
    person._.score = 0.5
    doc.spans[document.MENTIONS] = [person, doc.char_span(23, 29, label="CITY", span_id="lexicon/city")]
    doc._.people = (schema.Person("p1", "Анна Орлова", "Анна", None, "Орлова", "female", (), (), ("m1",)),)
    doc._.source, doc._.title, doc._.published = "a.txt", "Визит", "2025-06"
    return doc


def test_mentions_are_numbered_and_say_who_made_them(pipeline):
    record = pipeline(prepared(pipeline))._.record
    assert record.mentions == (
        schema.Mention("m1", 0, 11, "Анна Орлова", "PERSON", "p1", "ner", 0.5),
        schema.Mention("m2", 23, 29, "Казань", "CITY", None, "lexicon/city", 1.0),
    )


def test_what_the_caller_said_and_what_the_others_found_is_kept(pipeline):
    record = pipeline(prepared(pipeline))._.record
    assert (record.source, record.title, record.published, record.language) == ("a.txt", "Визит", "2025-06", "ru")
    assert record.people[0].name == "Анна Орлова"
    assert record.events == ()


def test_the_id_follows_from_source_and_text(pipeline):
    assert pipeline(prepared(pipeline))._.record.id == schema.record_id("a.txt", TEXT)


def test_an_id_that_came_with_the_document_is_kept(pipeline):
    doc = prepared(pipeline)
    doc._.id = "news-17"
    assert pipeline(doc)._.record.id == "news-17"


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\N{COMBINING ACUTE ACCENT}", "a\r\nb\0"])
def test_any_text_has_a_record(pipeline, text):
    record = pipeline(text)._.record
    assert (record.text, record.mentions) == (text, ())
    assert schema.Record.from_json(record.to_json()) == record


def test_a_doc_that_was_not_annotated_has_no_record(pipeline):
    assert pipeline.make_doc(TEXT)._.record is None


def test_the_record_travels_with_the_doc(pipeline):
    doc = pipeline(prepared(pipeline))
    stored = Doc(pipeline.vocab).from_bytes(doc.to_bytes())
    assert stored._.record == doc._.record == pickle.loads(pickle.dumps(doc))._.record


def late(pipeline):
    """«она», found last, stands before «Казань» and is Анна Орлова; the visit names both by their old ids."""
    text = "Анна Орлова уехала: она посетит Казань."
    doc = pipeline.make_doc(text)
    at = text.index("она", 15)
    doc.spans[document.MENTIONS] = [
        doc.char_span(0, 11, label="PERSON", span_id="ner", kb_id="p1"),
        doc.char_span(32, 38, label="CITY", span_id="lexicon/city", kb_id="l1"),
        doc.char_span(at, at + 3, label="PERSON", span_id="visit/visitor", kb_id="p1"),
    ]
    doc._.people = (schema.Person("p1", "Анна Орлова", "Анна", None, "Орлова", "female", (), (), ("m1",)),)
    doc._.places = (schema.Place("l1", "Казань", "city", "RU", (), ("m2",)),)
    arguments = (schema.Argument("visitor", "m3", "p1", "Анна Орлова"), schema.Argument("host", "m2", "l1", "Казань"))
    trigger = schema.Trigger(24, 31, "посетит")
    doc._.events = (
        schema.Event(
            "e1", "visit", None, "planned", trigger, arguments, None, schema.EventPlace(None, None), None, None,
            schema.Extent(0, len(text)), 1.0, "visit/visit",
        ),
    )  # fmt: skip
    return doc


def test_mentions_that_came_late_stand_in_the_order_of_the_text(pipeline):
    record = pipeline(late(pipeline))._.record
    assert faults(record) == []
    assert [mention.text for mention in record.mentions] == ["Анна Орлова", "она", "Казань"]
    assert [argument.mention for argument in record.events[0].arguments] == ["m2", "m3"]


def test_the_doc_says_the_same_as_the_record(pipeline):
    doc = pipeline(late(pipeline))
    assert [span.text for span in doc.spans[document.MENTIONS]] == ["Анна Орлова", "она", "Казань"]
    assert (doc._.people, doc._.places, doc._.events) == (
        doc._.record.people, doc._.record.places, doc._.record.events,
    )  # fmt: skip
    assert doc._.people[0].mentions == ("m1", "m2")


def test_settling_twice_changes_nothing(pipeline):
    doc = pipeline(late(pipeline))
    first = doc._.record
    assert pipeline.get_pipe("letopis_record")(doc)._.record == first
