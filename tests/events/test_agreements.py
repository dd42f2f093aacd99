"""What events tell about documents."""

from __future__ import annotations

import pytest

from nlp.events.agreements import completed
from nlp.events.inventory import shipped
from nlp.schema import Agreement, Argument, Event, EventDate, EventPlace, Extent, Trigger

LINKS = shipped().links()
MEMORANDUM = Agreement("a1", "memorandum", "Меморандум", None, None, None, None, None, (), (), ("m1",))
ARGUMENTS = (
    Argument("document", "m1", "a1", "Меморандум"),
    Argument("party", "m2", "o1", "Минсвязи"),
    Argument("party", "m3", None, "завод"),
    Argument("signatory", "m4", "p1", "Павел Ткач"),
)


def event(**changes: object) -> Event:
    fields = {
        "id": "e1", "type": "agreement", "phase": "signed", "status": "actual", "trigger": Trigger(0, 1, "п"),
        "arguments": ARGUMENTS, "date": EventDate("2024-08-22", None), "place": EventPlace("l1", None),
        "agreement": "a1", "same_as": None, "sentence": Extent(0, 1), "score": 1.0, "rule": "agreement/signed",
    }  # fmt: skip
    return Event(**{**fields, **changes})  # type: ignore[arg-type]


def test_a_signing_tells_date_place_and_parties() -> None:
    [told] = completed((MEMORANDUM,), (event(),), LINKS)
    assert (told.status, told.date, told.place) == ("signed", "2024-08-22", "l1")
    assert (told.parties, told.signatories) == (("o1",), ("p1",))


@pytest.mark.parametrize(
    ("changes", "status", "date"),
    [
        pytest.param([{"status": "planned"}], "planned", "2024-08-22", id="planned"),
        pytest.param([{"status": "possible"}], "discussed", "2024-08-22", id="discussed"),
        pytest.param([{"status": "negated"}], None, None, id="negated"),
        pytest.param([{"phase": "extended"}], "extended", None, id="the day of an extension is not its own"),
        pytest.param([{}, {"phase": "reached", "date": None}], "signed", "2024-08-22", id="the furthest stays"),
        pytest.param([{}, {"phase": "terminated", "date": None}], "terminated", "2024-08-22", id="ended"),
        pytest.param([{"agreement": None}], None, None, id="another document"),
    ],
)
def test_status_and_date(changes: list[dict], status: str | None, date: str | None) -> None:
    [told] = completed((MEMORANDUM,), tuple(event(**change) for change in changes), LINKS)
    assert (told.status, told.date) == (status, date)
