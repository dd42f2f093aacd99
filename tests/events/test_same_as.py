"""Which events tell an earlier one again."""

from __future__ import annotations

import msgspec
import pytest

from nlp.events.inventory import shipped
from nlp.events.same_as import linked
from nlp.schema import Argument, Event, EventDate, EventPlace, Extent, Trigger


def event(number: int, **changes: object) -> Event:
    fields = {
        "id": f"e{number}", "type": "visit", "phase": None, "status": "actual",
        "trigger": Trigger(number, number + 1, "в"),
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


def told(number: int, event_type: str, *arguments: tuple[str, str | None, str], **changes: object) -> Event:
    """An event of a type with arguments (role, entity, name)."""
    found = tuple(Argument(role, f"m{number}{n}", entity, name) for n, (role, entity, name) in enumerate(arguments))
    return event(number, type=event_type, arguments=found, **changes)


NAMED = (("person", "p1", "Пётр Орлов"), ("position", None, "пресс-секретарь"), ("organisation", "o1", "Минсвязь"))
SUITORS = (("buyer", "l1", "Румыния"), ("seller", "l2", "Португалия"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            told(1, "dismissal", ("person", None, "пресс-секретарь Минсвязи")), told(2, "dismissal", *NAMED),
            id="described by the post",
        ),
        pytest.param(
            told(1, "appointment", ("person", None, "глава банка"), ("position", None, "министр торговли")),
            told(2, "appointment", ("person", "p1", "Иван Грин"), ("position", None, "министр торговли")),
            id="described, the same post",
        ),
        pytest.param(
            told(1, "dismissal", *NAMED), told(2, "dismissal", NAMED[0], ("position", None, "представитель")),
            id="another wording of the post one leaves",
        ),
        pytest.param(
            told(1, "deal", *SUITORS, ("asset", None, "12 истребителей")),
            told(2, "deal", *SUITORS, ("asset", None, "самолёты")), id="one deal of the same sides",
        ),
        pytest.param(
            told(1, "dismissal", *NAMED, date=EventDate("XXXX-XX-XX", None)),
            told(2, "dismissal", *NAMED, date=EventDate("2011-11-06", None)), id="a day left open",
        ),
    ],
)  # fmt: skip
def test_one_telling_describes_whom_the_other_names(first: Event, second: Event) -> None:
    assert linked([first, second], shipped()) == [None, "e1"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            told(1, "dismissal", ("person", None, "десять генералов"), ("dismisser", "p9", "Президент")),
            told(2, "dismissal", NAMED[0], ("dismisser", "p9", "Президент")), id="many, and one of them",
        ),
        pytest.param(
            told(1, "dismissal", *NAMED, ("dismisser", None, "исполком отделения")),
            told(2, "dismissal", ("person", None, "руководитель отделения партии")), id="a word in common",
        ),
        pytest.param(
            told(1, "appointment", NAMED[0], ("position", None, "директор")),
            told(2, "appointment", NAMED[0], ("position", None, "председатель")), id="two posts of one man",
        ),
        pytest.param(
            told(1, "dismissal", *NAMED, date=EventDate("2010", None)),
            told(2, "dismissal", NAMED[0], ("position", None, "ректор"), date=EventDate("XXXX-03", None)),
            id="two posts, two days",
        ),
        pytest.param(
            told(1, "deal", ("asset", None, "2 % акций")), told(2, "deal", ("asset", None, "5 % акций")),
            id="other shares",
        ),
    ],
)  # fmt: skip
def test_what_is_not_known_to_be_one(first: Event, second: Event) -> None:
    assert linked([first, second], shipped()) == [None, None]


def test_no_telling_of_a_group_may_contradict() -> None:
    joint = told(2, "meeting", ("participant", "p1", "Орлов"))
    others = (("participant", "p1", "Орлов"), ("participant", "p2", "Сомов"))
    third = told(3, "meeting", ("participant", "p1", "Орлов"), ("participant", "p3", "Лунин"))
    assert linked([told(1, "meeting", *others), joint, third], shipped()) == [None, "e1", None]


def test_two_events_of_one_trigger_stay_two() -> None:
    first, second = (told(number, "dismissal", ("person", None, "полковник")) for number in (1, 2))
    assert linked([first, msgspec.structs.replace(second, trigger=first.trigger)], shipped()) == [None, None]


def test_what_is_planned_is_not_what_took_place() -> None:
    bare = told(2, "meeting", status="planned")
    assert linked([told(1, "meeting", ("participant", "p1", "Орлов")), bare], shipped()) == [None, None]
