"""The component as a whole: what it writes, and that it can travel."""

import pickle

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from nlp.document import MENTIONS
from nlp.entities.entities import Entities
from tests.entities.marked import parse, read, tagger

TEXT = (
    "[Премьер [Госсовета [КНР](COUNTRY)](ORGANIZATION)](PROFESSION) [Ли Цян](PERSON) прибыл в [Минск](CITY). "
    "Подписан [договор о дружбе](LAW)."
)


def test_every_entity_names_its_mentions_and_they_name_it():
    doc = read(TEXT)
    owners = {
        mention: each.id
        for each in (*doc._.people, *doc._.organisations, *doc._.places, *doc._.agreements)
        for mention in each.mentions
    }
    spans = doc.spans[MENTIONS]
    assert {f"m{n}": span.kb_id_ for n, span in enumerate(spans, 1) if span.kb_id_} == owners


def test_labels_rules_and_scores_of_mentions_are_kept():
    text, marks = parse(TEXT)
    doc = read(TEXT)
    assert doc.text == text
    assert [(s.start_char, s.end_char, s.label_) for s in doc.spans[MENTIONS]] == marks
    assert {s.id_ for s in doc.spans[MENTIONS]} == {"marked"}


def test_twice_is_once():
    doc = read(TEXT)
    before = (doc._.people, doc._.organisations, doc._.places, doc._.agreements)
    Entities()(doc)
    assert (doc._.people, doc._.organisations, doc._.places, doc._.agreements) == before


def test_no_mentions_no_entities():
    doc = Entities()(tagger()("Погода была хорошая."))
    assert (doc._.people, doc._.organisations, doc._.places, doc._.agreements) == ((), (), (), ())


def test_an_empty_text():
    assert Entities()(tagger()(""))._.people == ()


def test_the_component_can_be_pickled():
    assert pickle.loads(pickle.dumps(Entities())).__class__ is Entities


def test_what_is_written_survives_bytes():
    doc = read(TEXT)
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert again._.people == doc._.people
    assert [span.kb_id_ for span in again.spans[MENTIONS]] == [span.kb_id_ for span in doc.spans[MENTIONS]]


@pytest.mark.parametrize("name", ["doc._.people", "doc._.organisations", "doc._.places", "doc._.agreements"])
def test_the_factory_says_what_it_assigns(name):
    assert name in Language.get_factory_meta("letopis_entities").assigns
