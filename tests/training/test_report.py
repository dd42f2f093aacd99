"""Scores with their range, and what a report warns of."""

from __future__ import annotations

import json

import pytest

from nlp.evaluation.scores import Score
from nlp.evaluation.standoff import Mark
from nlp.training.measure import measure
from nlp.training.report import Report


def marks(*labels: str) -> frozenset[Mark]:
    return frozenset(Mark(label, ((place, place + 1),)) for place, label in enumerate(labels))


BOTH = (marks("TENDER", "CITY"), marks("TENDER", "CITY"))
HALF = (marks("TENDER", "CITY"), marks("PERSON", "CITY"))


def measured(*outcomes):
    return measure(outcomes, [HALF] * len(outcomes), ["CITY", "TENDER"], frozenset({"CITY"}), 0)


def test_scores_by_label_and_together():
    found = measured(BOTH, HALF)
    assert found["TENDER"].after == Score(1, 1, 2)
    assert found["CITY"].after == Score(2, 2, 2)
    assert found["all"].after == Score(3, 3, 4)


def test_before_is_known_for_known_labels_alone():
    found = measured(BOTH, HALF)
    assert found["CITY"].before == Score(2, 2, 2)
    assert found["TENDER"].before is found["all"].before is None


def test_the_range_holds_the_score_and_narrows_with_documents():
    few, many = measured(BOTH, HALF)["TENDER"], measured(*[BOTH, HALF] * 20)["TENDER"]
    for each in (few, many):
        assert each.range.low <= each.after.f1 <= each.range.high
    assert many.range.high - many.range.low < few.range.high - few.range.low
    assert measured(BOTH, BOTH)["TENDER"].range == (1, 1)


def report(**changed) -> Report:
    known = {
        "base": "ru_letopis", "seed": 0, "epochs": 3, "final": True, "documents": 50, "lost": 0,
        "held_out": tuple("абвгдежзик"), "marks": {"CITY": 30, "TENDER": 30}, "measured": measured(BOTH, HALF),
    }  # fmt: skip
    return Report(**{**known, **changed})


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"marks": {"CITY": 30, "TENDER": 29}}, ["TENDER: 29 marks"], id="few marks"),
        pytest.param({"held_out": ("а",)}, ["1 documents held out"], id="few documents"),
        pytest.param({"measured": {}}, ["nothing was held out"], id="not measured"),
        pytest.param({"lost": 2}, ["2 marks are no run"], id="marks lost"),
    ],
)
def test_warnings(changed, told):
    found = list(report(**changed).warnings())
    assert len(found) == len(told)
    assert all(line.startswith(start) for line, start in zip(found, told, strict=True))


def test_files(tmp_path):
    report(skipped=("b.ann:1: no mark",)).write(tmp_path)
    numbers = json.loads((tmp_path / "metrics.json").read_text(encoding="utf-8"))
    assert numbers["measured"]["TENDER"]["f1"] == 0.6667
    assert numbers["measured"]["TENDER"]["before"] is None
    card = (tmp_path / "CARD.md").read_text(encoding="utf-8")
    assert "| TENDER | 30 | 2 | 1.000 | 0.500 | 0.667 |" in card
    assert [line.split(" | ")[-1] for line in card.splitlines() if line.startswith("| ")][1:] == [
        "1.000 |",
        "new |",
        " |",
    ]
    assert "- left out: b.ann:1: no mark" in card
