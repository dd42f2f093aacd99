"""Documents for an index: the sample told again on other days, and one that is hostile."""

from collections.abc import Iterator

from msgspec.structs import replace

from nlp.schema import EventDate, Record
from tests.output.sample import RECORD
from tests.report import hostile


def dated(number: int, day: str) -> Record:
    """The sample as of a day; its events are dated by it."""
    events = tuple(replace(each, date=EventDate(day, None)) for each in RECORD.events)
    text = f"{RECORD.text}\nОсобое слово{number}."
    return replace(RECORD, source=f"news/{number}.md", published=day, events=events, text=text)


def documents(count: int = 60) -> Iterator[Record]:
    """One a month from January 2020, the last of them hostile."""
    for number in range(count - 1):
        yield dated(number, f"{2020 + number // 12}-{number % 12 + 1:02}-15")
    yield hostile.RECORD
