"""How sure events are, and where the weights lie."""

from __future__ import annotations

from pathlib import Path

import pytest

import nlp
from nlp.errors import ModelError
from nlp.events.component import EVENTS, Events
from nlp.events.inventory import shipped
from nlp.events.weights import Learned, Weights

WEIGHED = Weights(1.0, {"type visit": 0.5, "roles 2": 0.25}, ("visit",))
VISIT = "Павел Ткач посетил Минск."


def scored(pipeline, weights: Weights, text: str = VISIT) -> float:
    component = Events(shipped())
    component.learned = Learned(weights)
    with pipeline.select_pipes(disable=["letopis_events", "letopis_record"]):
        [event] = component(pipeline(text))._.events
    return event.score


def test_weights_add_up(pipeline) -> None:
    assert scored(pipeline, WEIGHED) == pytest.approx(0.852, abs=0.0005)  # the logistic function at 1.75


def test_a_type_that_was_not_learned_is_scored_by_its_roles(pipeline) -> None:
    assert scored(pipeline, Weights()) == 0.95
    assert scored(pipeline, Weights(types=("meeting",)), "Визит не состоялся.") == 0.76


def test_the_model_tells_a_whole_event_from_a_bare_one(pipeline) -> None:
    [whole] = pipeline("Россия и Китай подписали договор 3 мая 2020 года.")._.events
    [bare] = pipeline("По итогам переговоров в Москве подписано соглашение, переговоры завершены.")._.events[:1]
    assert whole.score > bare.score


def test_weights_travel(tmp_path: Path) -> None:
    component = Events(shipped())
    component.learned = Learned(WEIGHED, Weights(types=("visit",)))
    component.to_disk(tmp_path / "events")
    assert Events(shipped()).from_disk(tmp_path / "events").learned == component.learned
    assert Events(shipped()).from_bytes(component.to_bytes()).learned == component.learned


def test_a_model_may_lack_weights(tmp_path: Path) -> None:
    assert Events(shipped()).from_disk(tmp_path).learned == Learned()


def test_wrong_weights_are_told(tmp_path: Path) -> None:
    (tmp_path / EVENTS).write_text('{"weight": 1}', encoding="utf-8")
    with pytest.raises(ModelError, match=r"weights of events in .*confidence\.json cannot be read"):
        Events(shipped()).from_disk(tmp_path)


def test_the_shipped_weights_are_of_the_shipped_types() -> None:
    component = nlp.load().get_pipe("letopis_events")
    for weights in (component.learned.events, component.learned.roles):
        assert set(weights.types) == set(shipped().frames)
    assert len(component.to_bytes()) < 200_000
