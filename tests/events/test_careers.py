"""What appointments and dismissals tell about posts."""

from __future__ import annotations

import pytest

from nlp.events.careers import promoted
from nlp.schema import Argument, Event, EventDate, Extent, Person, Position, Trigger

MAYOR = Position("мэр", "l1", None, None, "m7")
ARGUMENTS = (Argument("person", "m1", "p1", "Анна Орлова"), Argument("position", "m2", None, "Мэр"))


def person(*positions: Position) -> Person:
    return Person("p1", "Анна Орлова", "Анна", None, "Орлова", "female", (), positions, ("m1",))


def event(**changes: object) -> Event:
    fields = {
        "id": "e1", "type": "appointment", "phase": None, "status": "actual", "trigger": Trigger(0, 1, "н"),
        "arguments": ARGUMENTS, "date": EventDate("2024-03-01", None), "place": None, "agreement": None,
        "same_as": None, "sentence": Extent(0, 1), "score": 1.0, "rule": "appointment/appointed",
    }  # fmt: skip
    return Event(**{**fields, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("known", "changes", "expected"),
    [
        pytest.param((), {}, Position("мэр", None, "2024-03-01", None, "m2"), id="appointed"),
        pytest.param((), {"date": EventDate("2024-03-01/..", None)}, Position("мэр", None, "2024-03-01", None, "m2"),
                     id="since"),
        pytest.param((), {"date": None}, Position("мэр", None, None, None, "m2"), id="no-date"),
        pytest.param((MAYOR,), {}, Position("мэр", "l1", "2024-03-01", None, "m7"), id="known"),
        pytest.param((MAYOR,), {"type": "dismissal"}, Position("мэр", "l1", None, "2024-03-01", "m7", "former"),
                     id="dismissed"),
        pytest.param((MAYOR,), {"status": "planned"}, MAYOR, id="planned"),
        pytest.param((MAYOR,), {"type": "meeting"}, MAYOR, id="another-event"),
        pytest.param((MAYOR,), {"arguments": ARGUMENTS[:1]}, MAYOR, id="no-post"),
        pytest.param((MAYOR,), {"arguments": (*ARGUMENTS, Argument("position", "m3", None, "судья"))}, MAYOR,
                     id="two-posts"),
    ],
)  # fmt: skip
def test_one_event(known: tuple[Position, ...], changes: dict[str, object], expected: Position) -> None:
    [told] = promoted((person(*known),), [event(**changes)])
    assert told.positions == (expected,)


def test_another_post_is_added() -> None:
    arguments = (ARGUMENTS[0], Argument("position", "m2", None, "ректор"))
    [told] = promoted((person(MAYOR),), [event(arguments=arguments)])
    assert [each.title for each in told.positions] == ["мэр", "ректор"]


def test_an_acting_post_has_its_phase() -> None:
    arguments = (ARGUMENTS[0], Argument("position", "m2", None, "исполняющий обязанности ректора"))
    [told] = promoted((person(),), [event(arguments=arguments)])
    assert [(each.title, each.phase) for each in told.positions] == [("ректор", "acting")]


def test_someone_who_is_no_person_of_the_record_changes_nothing() -> None:
    unknown = (Argument("person", "m1", None, "новый мэр"), ARGUMENTS[1])
    assert promoted((person(),), [event(arguments=unknown)]) == (person(),)


REPLACED = {
    "id": "e2", "type": "dismissal", "rule": "dismissal/replaced", "date": None,
    "arguments": (Argument("person", "m5", "p2", "Павел Котов"),),
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, (Position("мэр", None, None, None, "m2", "former"),), id="same-sentence"),
        pytest.param({"sentence": Extent(2, 9)}, (Position("мэр", None, None, None, "m2", "former"),), id="next"),
        pytest.param({"sentence": Extent(50, 90)}, (), id="far-away"),
        pytest.param({"rule": "dismissal/dismissed"}, (), id="no-succession"),
        pytest.param({"status": "planned"}, (), id="planned"),
    ],
)
def test_who_is_replaced_held_the_post_of_the_successor(
    changes: dict[str, object], expected: tuple[Position, ...]
) -> None:
    before = Person("p2", "Павел Котов", "Павел", None, "Котов", "male", (), (), ("m5",))
    *_, told = promoted((person(), before), [event(), event(**{**REPLACED, **changes})])
    assert told.positions == expected
