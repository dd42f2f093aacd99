"""RuCoCo: LEA on chains with known answers, the files read and written."""

import json

import pytest

from nlp.evaluation.lea import Lea, lea
from nlp.evaluation.rucoco import evaluate, extents

TEXT = "Орлова посетила Казань. Орловой понравилось."


def chain(letters):
    return frozenset(letters)


@pytest.mark.parametrize(
    ("gold", "found", "recall", "precision"),
    [
        ("abc", "abc", 1, 1),
        ("abc", "ab", 1 / 3, 1),
        ("ab", "abc", 1, 1 / 3),
        ("ab", "bc", 0, 0),
        ("a", "a", 1, 1),
        ("a", "ab", 0, 0),
        ("ab cd", "ab", 1 / 2, 1),
        ("abc", "ab cd", 1 / 3, 1 / 2),
        # the paper's example: {a b c}, {d e f g} against {a b}, {c d}, {f g h i}
        ("abc defg", "ab cd fghi", (3 * 1 / 3 + 4 * 1 / 6) / 7, (2 * 1 + 2 * 0 + 4 * 1 / 6) / 8),
        ("ab", "", 0, 0),
    ],
)
def test_lea(gold, found, recall, precision):
    sums = lea([chain(each) for each in gold.split()], [chain(each) for each in found.split()])
    assert (sums.recall, sums.precision) == pytest.approx((recall, precision))


def test_documents_add_up():
    assert Lea(1, 2, 3, 4) | Lea(1, 2, 1, 4) == Lea(2, 4, 4, 8)
    assert (Lea(2, 4, 4, 8).precision, Lea(2, 4, 4, 8).f1) == (0.5, 0.5)


def test_chains_are_characters_of_the_text(pipeline):
    assert extents(pipeline(TEXT)) == [((0, 6), (24, 31))]


def put(folder, name, content):
    folder.mkdir(exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return folder


def test_a_document_from_end_to_end(tmp_path, pipeline):
    text = "Анна Орлова посетила Казань. Орлова осталась довольна."
    data = put(tmp_path / "data", "a", {"entities": [[[0, 11], [29, 35]]], "includes": [[]], "text": text})
    report = evaluate(data, tmp_path / "out", pipeline)
    assert report.values == {"LEA precision": 1, "LEA recall": 1, "LEA F1": 1}
    written = json.loads((tmp_path / "out" / "a.json").read_text(encoding="utf-8"))
    assert written == {"entities": [[[0, 11], [29, 35]]], "includes": [[]], "text": text}


def test_a_text_without_chains_is_read_and_not_scored(tmp_path, small):
    report = evaluate(put(tmp_path / "data", "a", {"text": TEXT}), tmp_path / "out", small)
    assert (report.documents, report.scored, report.values) == (1, 0, {})


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "b.json: not RuCoCo's form"),
        ({"entities": []}, "b.json: not RuCoCo's form"),
        ({"entities": [[[0, 99]]], "text": TEXT}, "b.json: no mention can be at 0–99 of 44 characters"),
    ],
)
def test_what_is_broken_is_named_and_the_rest_scored(tmp_path, small, content, why):
    put(tmp_path / "data", "b", content)
    report = evaluate(put(tmp_path / "data", "a", {"entities": [], "text": TEXT}), tmp_path / "out", small)
    assert report.scored == 1
    assert why in report.skipped[0]
