"""Events against the guide's lines: who is whose partner, what agrees, what is broken."""

import json
import re
import subprocess
import sys
import tarfile
from pathlib import Path

import msgspec
import pytest

from nlp.errors import InputError
from nlp.evaluation.events import agreeing, evaluate, partners
from nlp.evaluation.guide import Frame, Line, Role, comparable, from_line
from nlp.evaluation.scores import Score, Share

TEXT = "Орлова посетила Казань. Орлову назначили там директором."
SHARED = Path(__file__).parents[3] / "shared" / "gold"


def frame(start, end, *roles, kind="visit", status="actual", date=None):
    return Frame(kind, status, start, end, roles, date)


def line(**event):
    told = {"id": "e1", "type": "visit", "status": "actual", "trigger": {"text": "посетила"}, "args": [], **event}
    return msgspec.convert({"doc": "1", "events": [told]}, type=Line)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((7, 15), (7, 15), True),
        ((7, 15), (10, 12), True),
        ((7, 15), (16, 22), True),  # one sentence
        ((7, 15), (31, 40), False),
    ],
)
def test_triggers_overlap_or_share_a_sentence(one, other, same):
    assert bool(partners(TEXT, [frame(*one)], [frame(*other)])) is same


def test_types_must_be_the_same():
    assert partners(TEXT, [frame(7, 15)], [frame(7, 15, kind="meeting")]) == []


def test_an_overlapping_trigger_goes_before_more_arguments():
    who = Role("visitor", 0, 6, "орлова")
    gold, near, far = frame(7, 15, who), frame(16, 22, who), frame(7, 15)
    assert partners(TEXT, [gold], [near, far]) == [(gold, far)]


def test_each_event_has_one_partner():
    gold = [frame(7, 15), frame(7, 15)]
    assert len(partners(TEXT, gold, [frame(7, 15)])) == 1


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (Role("visitor", 3, 9, "x"), 1),  # the place
        (Role("visitor", 50, 56, "орлова"), 1),  # the name
        (Role("host", 0, 6, "орлова"), 0),
        (Role("visitor", 50, 56, "петрова"), 0),
    ],
)
def test_arguments_agree_in_role_and_in_place_or_name(other, count):
    assert agreeing([Role("visitor", 0, 6, "орлова")], [other]) == count


def test_an_argument_is_used_once():
    one = Role("visitor", 0, 6, "орлова")
    assert agreeing([one, one], [one]) == 1


def test_a_name_of_nothing_but_quotes_agrees_with_none():
    assert agreeing([Role("party", 0, 1, "")], [Role("party", 5, 6, "")]) == 0


@pytest.mark.parametrize(("name", "same"), [("Завод «Полёт»", "завод полет"), ('ООО "А"', "ооо а"), (None, "")])
def test_names_are_compared_without_quotes_and_yo(name, same):
    assert comparable(name) == same


def test_words_are_found_by_their_number():
    (found,) = from_line(line(args=[{"role": "visitor", "text": "Орлов", "n": 1, "name": "Орлова"}]), TEXT)
    assert (found.start, found.end, found.roles) == (7, 15, (Role("visitor", 24, 29, "орлова"),))


def test_offsets_do_as_well():
    event = line(trigger=[7, 15], args=[["visitor", 0, 6, "Орлова"]], date=[0, 6, "2025"], place=[16, 22, "Казань"])
    assert from_line(event, TEXT) == (frame(7, 15, Role("visitor", 0, 6, "орлова"), date="2025"),)


def test_words_that_are_not_there_are_an_error():
    with pytest.raises(InputError, match="«посетила» does not stand 2 times"):
        from_line(line(trigger={"text": "посетила", "n": 1}), TEXT)


def given(folder, *lines):
    (folder / "1.txt").write_text(TEXT, encoding="utf-8")
    gold = folder / "gold.jsonl"
    gold.write_text("\n".join(lines), encoding="utf-8")
    return gold


def test_what_is_broken_is_named_and_the_rest_scored(tmp_path, small):
    whole = msgspec.json.encode(line()).decode()
    missing = whole.replace('"1"', '"2"', 1)
    report = evaluate(given(tmp_path, whole, "{", missing), tmp_path / "out", small, tmp_path)
    assert (report.documents, report.tables["events"]["all"]) == (1, Score(0, 0, 1))
    broken, absent = report.skipped
    assert "gold.jsonl:2: not the guide's form" in broken
    assert absent.endswith("2.txt: No such file or directory")


def test_the_shipped_model_from_end_to_end(tmp_path, pipeline):
    told = line(
        args=[{"role": "visitor", "text": "Орлова", "name": "Орлова"}, {"role": "host", "text": "Казань", "name": "?"}]
    )
    report = evaluate(given(tmp_path, msgspec.json.encode(told).decode()), tmp_path / "out", pipeline, tmp_path)
    assert report.tables["events"]["visit"] == Score(1, 1, 1)
    assert report.tables["arguments"]["all"].right == 2
    assert report.shares == {"status": Share(1, 1), "date": Share(0, 0)}
    (record,) = (tmp_path / "out" / "predictions.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(record)["source"] == "1.txt"


@pytest.mark.skipif(not SHARED.exists(), reason="the annotated events are not beside this checkout")
def test_the_reference_scorer_agrees(tmp_path, pipeline):
    """Ten documents of the annotated part, read by the shipped model."""
    with tarfile.open(SHARED / "texts.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    texts = tmp_path / "dev"
    lines = (SHARED / "events-dev.jsonl").read_text(encoding="utf-8").splitlines()[:10]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(lines) + "\n", encoding="utf-8")
    report = evaluate(gold, tmp_path / "out", pipeline, texts)
    said = reference(gold, texts, tmp_path / "out" / "predictions.jsonl")
    for name in ("events", "arguments"):
        score = report.tables[name]["all"]
        told = re.search(rf"^{name} +P ([\d.]+) R ([\d.]+) F1 ([\d.]+)", said, re.MULTILINE).groups()
        assert told == tuple(f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
    status, date = report.shares["status"], report.shares["date"]
    assert f"matched {status.right} / {status.total}  date on matched {date.right} / {date.total}" in said


def reference(*paths):
    command = [sys.executable, SHARED / "score_events.py", *paths]
    return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
