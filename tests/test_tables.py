"""Frames: fixed columns, one row a thing, names where the record has ids."""

import msgspec
import pandas as pd
import pytest

from nlp.tables.distinct import distinct
from nlp.tables.frames import TABLES, columns, frame
from nlp.tables.surer import surer
from tests.output.sample import EMPTY, MINISTRY, RECORD, YARD

EXPECTED = {
    "events": "record source event type phase status trigger date place participants agreement same_as sentence "
    "start end score rule",
    "arguments": "record source event type role name entity mention text start end",
    "people": "record source person name given patronymic surname gender positions aliases mentions",
    "organisations": "record source organisation name short kind country part_of aliases mentions",
    "places": "record source place name kind country aliases mentions",
    "agreements": "record source agreement kind title subject number status date place parties signatories mentions",
    "positions": "record source person name title organisation organisation_name start end phase mention",
    "parties": "record source agreement kind title status date role entity name",
    "mentions": "record source mention label text start end entity name score rule",
    "dates": "record source mention text value part inferred anchor start end",
    "amounts": "record source mention text value upper unit start end",
    "relations": "record source type source_mention source_text target_mention target_text score",
}


def of(record, table):
    return getattr(record, f"{table}_frame")()


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_the_documented_ones(table):
    assert " ".join(columns(table)) == EXPECTED[table]


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_frame_has_the_same_columns_and_types(table):
    full, empty = of(RECORD, table), of(EMPTY, table)
    assert len(empty) == 0
    assert len(full) == len(list(getattr(RECORD, table, ()))) or table in {"arguments", "positions", "parties"}
    pd.testing.assert_series_equal(full.dtypes, empty.dtypes)


def test_an_event_reads_as_a_row():
    row = RECORD.events_frame().set_index("event").loc["e3"]
    assert row.to_dict() | {"sentence": "", "start": 0, "end": 0} == {
        "record": RECORD.id, "source": "паромы.md", "type": "agreement", "phase": "signed", "status": "actual",
        "trigger": "подписан", "date": "2025-06-16", "place": "Самаре",
        "participants": f"party: {MINISTRY}; {YARD} | document: меморандум о строительстве паромов",
        "agreement": "Меморандум о строительстве паромов", "same_as": "e1", "sentence": "", "start": 0, "end": 0,
        "score": 0.95, "rule": "agreement/signed",
    }  # fmt: skip
    assert row["sentence"].startswith("По итогам встречи")
    assert "\n" not in row["sentence"]


def test_what_the_text_does_not_say_is_missing():
    row = RECORD.events_frame().set_index("event").loc["e1"]
    assert row[["date", "place", "agreement", "same_as"]].isna().all()


def test_posts_stand_with_their_organisations():
    posts = RECORD.people_frame().set_index("name")["positions"]
    assert posts["Анна Орлова"] == "министр транспорта, Республика Татарстан"
    assert posts["Илья Дрозд"] == "глава, АО «Волжские верфи» (former)"


def test_positions_are_one_row_each():
    rows = RECORD.positions_frame()[["name", "title", "organisation_name", "phase"]]
    assert rows.astype(object).where(rows.notna(), None).to_numpy().tolist() == [
        ["Анна Орлова", "министр транспорта", "Республика Татарстан", None],
        ["Илья Дрозд", "глава", "АО «Волжские верфи»", "former"],
    ]


def test_parties_are_one_row_each():
    rows = RECORD.parties_frame()
    assert rows[["agreement", "role", "name"]].to_numpy().tolist() == [["a1", "party", MINISTRY], ["a1", "party", YARD]]


def test_arguments_are_one_row_each():
    rows = RECORD.arguments_frame().query("event == 'e2'")
    assert rows[["role", "name", "text"]].to_numpy().tolist() == [
        ["participant", "Анна Орлова", "Анна Орлова"],
        ["participant", "Илья Дрозд", "Ильёй Дроздом"],
    ]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("agreements", "parties", f"{MINISTRY}; {YARD}"),
        ("organisations", "short", "Минтранс"),
        ("places", "name", "Самара"),
        ("dates", "inferred", "year"),
        ("amounts", "value", 4_500_000_000.0),
        ("relations", "target_text", "министр транспорта"),
        ("mentions", "name", MINISTRY),
    ],
)
def test_first_rows(table, column, value):
    assert of(RECORD, table)[column].iloc[0] == value


def test_many_records_make_one_frame():
    both = frame("events", [RECORD, EMPTY, RECORD])
    assert len(both) == 2 * len(RECORD.events)
    assert list(both.columns) == list(columns("events"))


def test_distinct_events_are_told_once_and_whole():
    told = {event.id: (event, again) for event, again in distinct(RECORD)}
    assert list(told) == ["e3", "e2", "e4"]
    assert told["e3"][1] == ("e1",)
    assert told["e2"][1] == ()


def test_everyone_stands_once_in_a_role():
    ((event, _),) = distinct(msgspec.structs.replace(RECORD, events=(RECORD.events[0], RECORD.events[2])))
    assert [(each.role, each.name) for each in event.arguments] == [
        ("party", MINISTRY),
        ("party", YARD),
        ("document", "меморандум о строительстве паромов"),
    ]


@pytest.mark.parametrize(
    ("least", "left"),
    [
        pytest.param(0.8, [("e1", None), ("e2", None), ("e3", "e1"), ("e4", None)], id="all"),
        pytest.param(0.85, [("e2", None), ("e3", None), ("e4", None)], id="the leader goes"),
        pytest.param(0.95, [("e3", None)], id="one"),
        pytest.param(1.0, [], id="none"),
    ],
)
def test_a_threshold_leaves_the_surer_events(least, left):
    assert [(each.id, each.same_as) for each in surer(RECORD, least).events] == left


def test_a_fuller_telling_takes_what_it_lacks_from_the_other():
    bare = msgspec.structs.replace(RECORD.events[2], date=None)
    dated = msgspec.structs.replace(RECORD.events[0], date=RECORD.events[1].date)
    ((event, again),) = distinct(msgspec.structs.replace(RECORD, events=(dated, bare)))
    assert (event.id, event.date, again) == ("e3", RECORD.events[1].date, ("e1",))
