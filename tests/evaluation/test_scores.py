"""The measures, on counts with known answers."""

import json

import pytest

from nlp.evaluation.report import Report
from nlp.evaluation.scores import Counts, Score, Share, paired


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (Score(2, 3, 4), 2 / 3, 1 / 2, 4 / 7),
        (Score(0, 0, 4), 0, 0, 0),
        (Score(0, 3, 0), 0, 0, 0),
        (Score(5, 5, 5), 1, 1, 1),
    ],
)
def test_score(score, precision, recall, f1):
    assert (score.precision, score.recall, score.f1) == pytest.approx((precision, recall, f1))


def test_counts_add_up_by_label_and_over_all():
    counts = Counts()
    counts.add(gold=["PER", "LOC"], found=["PER"], right=["PER"])
    counts.add(gold=["PER"], found=["ORG"], right=[])
    assert counts.scores() == {
        "LOC": Score(0, 0, 1),
        "ORG": Score(0, 1, 0),
        "PER": Score(1, 1, 2),
        "all": Score(1, 2, 3),
    }


def test_equal_things_are_paired_one_to_one():
    assert sorted(paired(["a", "a", "b"], ["a", "a", "a", "c"])) == ["a", "a"]


def test_share_of_nothing_is_none():
    assert (Share(0, 0).value, Share(1, 4).value) == (0, 0.25)


def test_report_says_the_same_on_screen_and_in_its_file(tmp_path):
    report = Report(
        task="проба", documents=3, scored=2, tables={"names": {"all": Score(1, 2, 4)}}, shares={"status": Share(3, 4)},
        skipped=("a.ann:1: broken",),
    )  # fmt: skip
    report.write(tmp_path / "out")
    written = json.loads((tmp_path / "out" / "metrics.json").read_text(encoding="utf-8"))
    assert written["names"]["all"] == {
        "precision": 0.5,
        "recall": 0.25,
        "f1": 0.3333,
        "right": 1,
        "found": 2,
        "gold": 4,
    }
    assert (written["status"]["share"], written["skipped"]) == (0.75, ["a.ann:1: broken"])
    assert str(report).splitlines()[0] == "проба: 3 documents, 2 scored"
    assert "0.500   0.250   0.333" in str(report)
    assert "0.750  3 of 4" in str(report)
