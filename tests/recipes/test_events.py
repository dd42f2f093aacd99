"""The recipe of the events' scores: regression, calibration, examples, plot."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from models.recipes.events.calibrate import Bin, bins, learn
from models.recipes.events.examples import Example, choices, events
from models.recipes.events.plot import svg
from models.recipes.events.reading import read
from models.recipes.events.regression import fit, logit
from nlp.events.weights import Learned


def drawn(count: int) -> list[Example]:
    """Events with «good» are right nine times of ten, the others three times."""
    chooser, found = random.Random(7), []
    for number in range(count):
        good = number % 2 == 0
        words = ("good",) if good else ("poor",)
        found.append(Example(f"d{number % 40}", "visit", words, chooser.random() < (0.9 if good else 0.3)))
    return found


def test_regression_finds_what_matters() -> None:
    data = drawn(400)
    bias, weights = fit([each.words for each in data], [each.right for each in data], penalty=1.0)
    assert logit(bias, weights, ("good",)) == pytest.approx(2.2, abs=0.5)  # the logit of 0.9
    assert logit(bias, weights, ("poor",)) == pytest.approx(-0.85, abs=0.5)  # the logit of 0.3


def test_a_word_seen_once_has_no_weight() -> None:
    _, weights = fit([("a", "once"), ("a",), ("b",), ("b",)], [True, True, False, False], penalty=1.0)
    assert set(weights) == {"a", "b"}


def test_scores_of_unseen_documents_are_shares() -> None:
    data = drawn(800)
    found, scores = learn(data, seed=0)
    assert found.types == ("visit",)
    for each in bins(scores, [example.right for example in data]):
        assert each.said == pytest.approx(each.right, abs=0.08)


def test_equal_seeds_give_equal_weights() -> None:
    assert learn(drawn(200), seed=3) == learn(drawn(200), seed=3)


def test_bins_hold_everything_once() -> None:
    assert bins([0.2, 0.95, 1.0], [False, True, True]) == [
        Bin(0.0, 0.5, 1, pytest.approx(0.2), 0.0),
        Bin(0.9, 1.0, 2, pytest.approx(0.975), 1.0),
    ]


def annotated(folder: Path, text: str, event: str) -> Path:
    """A line of the guide for one text."""
    (folder / "a.txt").write_text(text, encoding="utf-8")
    gold = folder / "gold.jsonl"
    gold.write_text(f'{{"doc": "a", "events": [{event}]}}\n', encoding="utf-8")
    return gold


def test_examples_know_which_events_are_right(pipeline, tmp_path: Path) -> None:
    told = '{"id": "e1", "type": "visit", "status": "actual", "trigger": {"text": "посетил"}}'
    gold = annotated(tmp_path, "Павел Ткач посетил Минск. Анна Орлова посетила Казань.", told)
    found = events(read(pipeline, gold, tmp_path, Learned()))
    assert [(each.document, each.type, each.right) for each in found] == [("a", "visit", True), ("a", "visit", False)]


def test_examples_know_who_plays_a_role(pipeline, tmp_path: Path) -> None:
    people = '{"role": "visitor", "text": "Павел Ткач", "name": "Павел Ткач"}'
    told = f'{{"id": "e1", "type": "visit", "status": "actual", "trigger": {{"text": "посетил"}}, "args": [{people}]}}'
    gold = annotated(tmp_path, "Как рассказала Анна Орлова, Павел Ткач посетил Минск.", told)
    found = choices(read(pipeline, gold, tmp_path, Learned()))
    right = {tuple(word for word in each.words if word.startswith(("role", "chosen v"))): each.right for each in found}
    assert right == {
        ("role visit/visitor", "chosen visit/visitor True"): True,
        ("role visit/visitor", "chosen visit/visitor False"): False,
        ("role visit/host", "chosen visit/host True"): False,
        ("role visit/host", "chosen visit/host False"): False,
    }


def test_the_plot_has_a_dot_a_bin() -> None:
    drawing = svg([Bin(0.5, 0.6, 10, 0.55, 0.5), Bin(0.9, 1.0, 40, 0.95, 0.9)])
    assert drawing.count("<circle") == 2
    assert "<title>40 events</title>" in drawing
