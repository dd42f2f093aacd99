"""The first real input: a ministry's press release, whose record is known to the last line.

The text is not part of the project; where it is absent these tests skip and say so.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.pipeline import records
from nlp.schema import Event, Record
from nlp.text.sources import SourceText

ARTICLE = Path(__file__).resolve().parents[2] / "shared" / "seed" / "article.md"

pytestmark = pytest.mark.skipif(not ARTICLE.is_file(), reason="the seed article is not on this machine")

SCO = "Шанхайская организация сотрудничества"
BELARUSIAN_MINISTRY = "Министерство связи и информатизации Республики Беларусь"
CHINESE_MINISTRY = "Министерство промышленности и информатизации Китайской Народной Республики"
MEMORANDUM = (
    "Меморандум о взаимопонимании по вопросу стратегического сотрудничества "
    "в области информационно-коммуникационных технологий"
)
TKACH, XIONG, LI = "Павел Ткач", "Сюн Цицзюнь", "Ли Цян"


def read(pipeline, published: str | None) -> Record:
    text = ARTICLE.read_bytes().decode("utf-8")
    [record] = records(pipeline, [SourceText(text=text, id=None, published=published, source=None, title=None)])
    return record


@pytest.fixture(scope="module")
def record(pipeline) -> Record:
    return read(pipeline, "2025-06-17")


def named(record: Record) -> dict[str | None, str]:
    things = (*record.people, *record.organisations, *record.places)
    return {None: "", **{thing.id: thing.name for thing in things}}


def told(record: Record, event: Event) -> tuple:
    """An event in words: type, phase, date, place, arguments."""
    date = event.date.value if event.date else None
    place = named(record)[event.place.entity] if event.place else None
    return event.type, event.phase, date, place, {(each.role, each.name) for each in event.arguments}


def test_people(record):
    places = named(record)
    posts = {(p.name, one.title, places[one.organisation]) for p in record.people for one in p.positions}
    assert [person.name for person in record.people] == [TKACH, XIONG, LI]
    assert posts == {
        (TKACH, "первый заместитель министра", BELARUSIAN_MINISTRY),
        (XIONG, "заместитель министра", CHINESE_MINISTRY),
        (LI, "премьер", "Госсовет КНР"),
    }


def test_the_post_alone_is_the_man(record):
    man = next(person for person in record.people if person.name == TKACH)
    said = {record.text[m.start : m.end] for m in record.mentions if m.id in man.mentions}
    assert "первый заместитель Министра" in said


def test_organisations(record):
    assert {each.name for each in record.organisations} == {SCO, BELARUSIAN_MINISTRY, CHINESE_MINISTRY, "Госсовет КНР"}
    assert next(each for each in record.organisations if each.name == SCO).short == "ШОС"


def test_places(record):
    assert {each.name for each in record.places} == {"Карамай", "Шанхай", "Китай", "Беларусь"}
    china = next(each for each in record.places if each.name == "Китай")
    assert {"КНР", "Китайская Народная Республика"} <= set(china.aliases)


def test_dates(record):
    values = ["2025-06-17/2025-06-18", "2001-06-15", "2024-07", "2025-06-16", "2024-08-22"]
    assert [date.value for date in record.dates] == values
    assert [(date.inferred, date.anchor) for date in record.dates if date.inferred] == [(("year",), "published")]


def test_the_year_is_inferred_from_the_text_alone(pipeline):
    dates = {date.value: date for date in read(pipeline, None).dates}
    assert (dates["2025-06-16"].inferred, dates["2025-06-16"].anchor) == (("year",), "context")


def test_the_agreement(record):
    [agreement] = record.agreements
    assert (agreement.kind, agreement.title, agreement.status) == ("memorandum", MEMORANDUM, "signed")
    assert agreement.date == "2024-08-22"
    assert {named(record)[party] for party in agreement.parties} == {BELARUSIAN_MINISTRY, CHINESE_MINISTRY}
    assert len(agreement.mentions) == 3


def test_events(record):
    """Each event told once, and no other."""
    parties = {("party", BELARUSIAN_MINISTRY), ("party", CHINESE_MINISTRY), ("document", MEMORANDUM)}
    assert [told(record, event) for event in record.events if event.same_as is None] == [
        ("meeting", "conference", "2025-06-17/2025-06-18", "Карамай", set()),
        ("meeting", "conference", "2025-06-17/2025-06-18", "Карамай", set()),
        ("founding", "created", "2001-06-15", "Шанхай", {("organisation", SCO)}),
        ("membership", "join", "2024-07", None, {("member", "Беларусь"), ("organisation", SCO)}),
        ("statement", None, None, None, {("speaker", TKACH)}),
        ("statement", None, None, None, {("speaker", TKACH)}),
        ("meeting", "talks", "2025-06-16", None, {("participant", TKACH), ("participant", XIONG)}),
        ("visit", None, "2024-08-22", None, {("visitor", LI), ("host", "Беларусь")}),
        ("agreement", "signed", "2024-08-22", None, parties),
    ]
    assert {event.status for event in record.events} == {"actual"}
