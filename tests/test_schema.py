"""The record goes to JSON and back without loss, and every record follows the published JSON Schema."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from nlp import schema
from nlp.errors import RecordError
from tests.output.sample import EMPTY, RECORD

VALIDATOR = Draft202012Validator(schema.json_schema())
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def test_the_schema_itself_is_valid():
    Draft202012Validator.check_schema(schema.json_schema())


@pytest.mark.parametrize("record", [RECORD, EMPTY], ids=["full", "empty"])
def test_records_follow_the_schema(record):
    assert list(VALIDATOR.iter_errors(record.to_dict())) == []
    assert json.loads(record.to_json()) == record.to_dict()


@pytest.mark.parametrize("record", [RECORD, EMPTY], ids=["full", "empty"])
def test_json_and_back(record):
    assert schema.Record.from_json(record.to_json()) == record


@given(text=TEXTS, source=TEXTS | st.none())
def test_json_and_back_for_any_text(text, source):
    record = schema.Record(schema.record_id(source, text), source, None, None, "ru", text)
    assert schema.Record.from_json(record.to_json()) == record
    assert "\n" not in record.to_json()


def test_fields_stand_in_the_order_of_the_contract():
    assert list(json.loads(RECORD.to_json())) == [
        "schema", "id", "source", "title", "published", "language", "text", "mentions", "people", "organisations",
        "places", "dates", "amounts", "relations", "agreements", "events",
    ]  # fmt: skip


def test_relations_are_from_and_to():
    (relation,) = json.loads(RECORD.to_json())["relations"]
    assert relation == {"type": "WORKS_AS", "from": "m5", "to": "m4", "score": 0.9}


def changed(**fields):
    return {**RECORD.to_dict(), **fields}


def labelled(label: str, rule: str):
    first, *others = RECORD.to_dict()["mentions"]
    return changed(mentions=[first | {"label": label, "rule": rule}, *others])


@pytest.mark.parametrize("label", ["TENDER", "«ЗАКУПКА»", "PERSON"])
def test_an_analysts_own_labels_follow_the_schema(label):
    record = labelled(label, "own")
    assert list(VALIDATOR.iter_errors(record)) == []
    assert schema.Record.from_json(json.dumps(record)).to_dict() == record


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        pytest.param(changed(extra=1), "extra", id="a field too many"),
        pytest.param(changed(text=None), "$.text", id="no text"),
        pytest.param(changed(schema="letopis/2"), "$.schema", id="another schema"),
        pytest.param(changed(mentions=[{"id": "m1"}]), "$.mentions[0]", id="half a mention"),
        pytest.param(labelled("TENDER", "ner"), "no label of NEREL's", id="another label by a rule"),
        pytest.param(labelled("MY TENDER", "own"), "label", id="a label with a blank"),
        pytest.param(
            {**RECORD.to_dict(), "events": [{**RECORD.to_dict()["events"][0], "status": "sure"}]}, "status", id="status"
        ),
    ],
)
def test_what_is_no_record_is_refused_twice(wrong, where):
    with pytest.raises(RecordError) as caught:
        schema.Record.from_json(json.dumps(wrong))
    assert where in str(caught.value)
    assert not VALIDATOR.is_valid(wrong)


@pytest.mark.parametrize("line", ["", "{", "[]", "null", b"\xff\xfe", "{}"], ids=repr)
def test_what_is_no_json_object_is_a_record_error(line):
    with pytest.raises(RecordError, match="not a letopis/1 record"):
        schema.Record.from_json(line)


def test_a_record_cannot_be_changed():
    with pytest.raises(AttributeError):
        RECORD.text = "другой"


def test_ids_are_stable_and_tell_sources_apart():
    assert schema.record_id("a.txt", "Текст.") == "88a6eabf7581ba21"
    assert len({schema.record_id(source, text) for source in (None, "a", "b") for text in ("", "a", "b")}) == 9


def test_records_are_values():
    assert msgspec.structs.replace(RECORD) == RECORD
    assert hash(msgspec.structs.replace(RECORD)) == hash(RECORD)
    assert msgspec.structs.replace(RECORD, title=None) != RECORD
