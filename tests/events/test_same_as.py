"""Which events tell an earlier one again."""

from __future__ import annotations

import pytest

from nlp.events.inventory import shipped
from nlp.events.same_as import linked
from nlp.schema import Argument, Event, EventDate, EventPlace, Extent, Trigger


def event(number: int, **changes: object) -> Event:
    fields = {
        "id": f"e{number}", "type": "visit", "phase": None, "status": "actual", "trigger": Trigger(0, 1, "в"),
        "arguments": (Argument("visitor", "m1", "p1", "Ли Цян"), Argument("host", "m2", "l1", "Беларусь")),
        "date": None, "place": None, "agreement": None, "same_as": None, "sentence": Extent(0, 1), "score": 1.0,
        "rule": "visit/visit",
    }  # fmt: skip
    return Event(**{**fields, **changes})  # type: ignore[arg-type]


HOSTED = (Argument("visitor", "m1", "p1", "Ли Цян"),)
OTHER = (Argument("visitor", "m3", "p2", "Ван И"),)
ELSEWHERE = (*HOSTED, Argument("host", "m4", "l2", "Индия"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {}, id="the same"),
        pytest.param({}, {"arguments": HOSTED}, id="a poorer telling"),
        pytest.param({}, {"arguments": ()}, id="nothing new"),
        pytest.param({"date": EventDate("2024-08", None)}, {"date": EventDate("2024-08-22", None)}, id="a finer date"),
        pytest.param({"status": "planned"}, {"status": "actual"}, id="a plan and its fulfilment"),
        pytest.param(
            {"type": "agreement", "agreement": "a1", "arguments": ()},
            {"type": "agreement", "agreement": "a1", "arguments": ()},
            id="one document",
        ),
    ],
)
def test_told_again(first: dict, second: dict) -> None:
    assert linked([event(1, **first), event(2, **second)], shipped()) == [None, "e1"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({}, {"type": "meeting"}, id="another type"),
        pytest.param({}, {"arguments": OTHER}, id="somebody else"),
        pytest.param({}, {"arguments": ELSEWHERE}, id="somewhere else"),
        pytest.param({}, {"arguments": (), "date": EventDate("2024", None)}, id="nothing in common"),
        pytest.param({}, {"status": "negated"}, id="denied"),
        pytest.param({"phase": "x"}, {"phase": "y"}, id="another phase"),
        pytest.param({"date": EventDate("2024", None)}, {"date": EventDate("2025-01", None)}, id="another year"),
        pytest.param({"place": EventPlace("l1", None)}, {"place": EventPlace("l2", None)}, id="another place"),
        pytest.param(
            {"type": "statement", "arguments": (Argument("speaker", "m1", "p1", "Ли Цян"),)},
            {"type": "statement", "arguments": (Argument("speaker", "m1", "p1", "Ли Цян"),)},
            id="two speeches of one day",
        ),
    ],
)
def test_two_events(first: dict, second: dict) -> None:
    assert linked([event(1, **first), event(2, **second)], shipped()) == [None, None]


def test_what_says_nothing_takes_up_the_last_telling() -> None:
    told = [event(1), event(2, arguments=OTHER), event(3, arguments=())]
    assert linked(told, shipped()) == [None, None, "e2"]


TITLE, BODY, LATER = Extent(0, 9), Extent(10, 90), Extent(91, 200)


def test_a_bare_title_is_told_again_by_the_first_details() -> None:
    told = [event(1, arguments=(), sentence=TITLE), event(2, sentence=BODY), event(3, arguments=OTHER, sentence=LATER)]
    assert linked(told, shipped()) == [None, "e1", None]


def test_a_bare_event_of_the_text_is_no_title() -> None:
    told = [event(1, type="award", sentence=TITLE), event(2, arguments=(), sentence=BODY), event(3, sentence=LATER)]
    assert linked(told, shipped()) == [None, None, None]


def test_the_first_telling_is_named_by_all() -> None:
    assert linked([event(1), event(2), event(3)], shipped()) == [None, "e1", "e1"]
