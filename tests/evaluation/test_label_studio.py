"""Exports of Label Studio: what is read, what is passed over, what is named as broken; and brat's events."""

import json

import pytest

from nlp.errors import InputError
from nlp.evaluation.guide import Frame, Role
from nlp.evaluation.label_studio import read
from nlp.evaluation.standoff import Mark
from nlp.evaluation.standoff_events import frames
from nlp.training.annotation import read as read_annotation

TEXT = "Орлова посетила Казань."


def region(own, start, end, label, name="label"):
    value = {"start": start, "end": end, "text": TEXT[start:end], "labels": [label]}
    return {"id": own, "type": "labels", "from_name": name, "to_name": "text", "value": value}


WHO, WHERE, TOLD = region("a", 0, 6, "PERSON"), region("b", 16, 22, "CITY"), region("c", 7, 15, "visit", "event")
TIE = {"type": "relation", "from_id": "c", "to_id": "a", "direction": "right", "labels": ["visitor"]}
STATUS = {"id": "c", "type": "choices", "from_name": "status", "to_name": "text", "value": {"choices": ["planned"]}}


def put(tmp_path, *tasks):
    path = tmp_path / "export.json"
    path.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    return path


def task(*result, **more):
    return {"data": {"text": TEXT}, "annotations": [{"result": list(result)}], **more}


def test_marks_events_and_arguments(tmp_path):
    ((given,), skipped) = read(put(tmp_path, task(WHO, WHERE, TOLD, STATUS, TIE, id=7)))
    assert (given.name, given.text, skipped) == ("export.json-7.txt", TEXT, [])
    assert given.answer.marks == (Mark("PERSON", ((0, 6),)), Mark("CITY", ((16, 22),)))
    assert given.answer.frames == (Frame("visit", "planned", 7, 15, (Role("visitor", 0, 6, ""),), None),)


def test_the_first_annotation_that_stands_counts(tmp_path):
    two = {"data": {"text": TEXT}, "annotations": [{"was_cancelled": True, "result": [WHO]}, {"result": [WHERE]}]}
    found, _ = read(put(tmp_path, two, {"data": {"text": TEXT}}))
    assert [each.answer and [mark.label for mark in each.answer.marks] for each in found] == [["CITY"], None]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (task(region("a", 0, 99, "PERSON")), "lies outside the text"),
        (task({**WHO, "value": {}}), "KeyError('start')"),
        (task(TOLD, TIE), "KeyError('a')"),
        ({"data": {"html": "x"}}, "has no 'text'"),
    ],
)
def test_a_broken_task_is_named_and_the_others_are_read(tmp_path, broken, says):
    found, (told,) = read(put(tmp_path, broken, task(WHO)))
    assert len(found) == 1
    assert says in told


@pytest.mark.parametrize("content", ["{}", '[{"text": "x", "label": []}]', "[", "нет"])
def test_a_file_of_another_kind_is_told(tmp_path, content):
    path = tmp_path / "export.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="Label Studio's JSON export"):
        read(path)


def test_it_can_be_learned_from(tmp_path):
    found, skipped = read_annotation(put(tmp_path, task(WHO, TOLD, TIE), {"data": {"text": TEXT}}))
    assert [each.answer for each in found] == [(Mark("PERSON", ((0, 6),)),)]
    assert ["no annotation" in line for line in skipped] == [True]


ANN = "T1\tPERSON 0 6\tОрлова\nT2\tCITY 16 22\tКазань\nT3\tvisit 7 15\tпосетила\n"


def test_events_of_brat(tmp_path):
    path = tmp_path / "a.ann"
    path.write_text(
        f"{ANN}E1\tvisit:T3 visitor:T1 host2:T2 place:T2\nA1\tStatus E1 possible\nA2\tPhase E1 x\n", encoding="utf-8"
    )
    (event,) = frames(path, TEXT)
    assert event == Frame("visit", "possible", 7, 15, (Role("visitor", 0, 6, ""), Role("host", 16, 22, "")), None)


@pytest.mark.parametrize("line", ["E1", "E1\tvisit", "E1\tvisit:T9", "E1\tvisit:T3 visitor:T8"])
def test_an_event_that_is_none(tmp_path, line):
    path = tmp_path / "a.ann"
    path.write_text(f"{ANN}{line}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.ann:4: .* is no event"):
        frames(path, TEXT)
