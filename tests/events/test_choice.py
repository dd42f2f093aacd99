"""Learned scores choose who fills a role, where grammar leaves a choice."""

from __future__ import annotations

from nlp.events.component import Events
from nlp.events.inventory import shipped
from nlp.events.weights import Learned, Weights

SAID = "По словам Орлова, визит в Минск отложен."
MET = "Ткач, по данным Орловой, встретился с Сомовым."


def roles(pipeline, text: str, weights: dict[str, float], types: tuple[str, ...] = ("visit", "meeting")) -> list[str]:
    """The arguments of the only event, as "role name", with these weights; a filler of grammar is likely."""
    component = Events(shipped())
    component.learned = Learned(roles=Weights(-3.0, {"chosen True": 6.0, **weights}, types))
    with pipeline.select_pipes(disable=["letopis_events", "letopis_record"]):
        [event] = component(pipeline(text))._.events
    return [f"{each.role} {each.name}" for each in event.arguments]


def test_grammar_stands_where_no_score_speaks_against_it(pipeline) -> None:
    assert roles(pipeline, SAID, {}) == ["host Минск"]
    assert roles(pipeline, MET, {}) == ["participant Ткач", "participant Сомов"]


def test_a_likely_name_takes_a_role_that_nobody_fills(pipeline) -> None:
    assert roles(pipeline, SAID, {"role visit/visitor": 4.0}) == ["visitor Орлов", "host Минск"]


def test_a_likely_name_joins_where_several_may(pipeline) -> None:
    found = roles(pipeline, MET, {"role meeting/participant": 4.0})
    assert found == ["participant Ткач", "participant Сомов", "participant Орлова"]


def test_a_likelier_name_takes_the_place_of_another(pipeline) -> None:
    weights = {"chosen visit/visitor True": -3.0, "chosen visit/visitor False": 5.0}
    assert roles(pipeline, "Ткач, по данным Орловой, посетил Минск.", weights) == ["visitor Орлова", "host Минск"]


def test_an_unlikely_filler_goes(pipeline) -> None:
    assert roles(pipeline, MET, {"slot с+Ins verb": -6.0}) == ["participant Ткач"]


def test_a_type_that_nothing_was_learned_of_goes_by_grammar(pipeline) -> None:
    assert roles(pipeline, SAID, {"role visit/visitor": 4.0}, types=("meeting",)) == ["host Минск"]


def test_a_name_takes_its_likeliest_role_alone(pipeline) -> None:
    found = roles(pipeline, SAID, {"role visit/visitor": 4.0, "chosen visit/host False": 5.0, "chosen True": -6.0})
    assert found == ["host Орлов"]
