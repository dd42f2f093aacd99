"""A long text read window by window: what is found in one window meets what was found in another."""

import msgspec
import pytest

from nlp import pipeline as walk
from nlp.errors import InputError
from nlp.joining import Joined
from nlp.schema import Argument, Event, EventDate, Extent, Mention, Person, Record, Trigger
from nlp.text.source import SourceText

PARAGRAPHS = (
    "Министр экономики Анна Орлова посетила Казань 12 мая 2025 года.",
    "Россия и Китай подписали договор о поставках газа 21 мая 2014 года.",
    "Орлова приехала в Москву вчера.",
)
TEXT = "\n\n".join(PARAGRAPHS)


@pytest.fixture
def read(pipeline, monkeypatch):
    """Reads a text in windows of one paragraph."""

    def in_windows(text, rest=None):
        monkeypatch.setattr(walk, "WINDOW", 100)
        monkeypatch.setattr(walk, "windows", lambda whole: walk_windows(whole, 100))
        (record,) = walk.records(pipeline, [SourceText(text=text, source="a.txt", published="2025-06-17")], rest)
        return record

    walk_windows = walk.windows
    return in_windows


def test_offsets_are_those_of_the_whole_text(read):
    record = read(TEXT)
    assert record.text == TEXT
    assert all(TEXT[mention.start : mention.end] == mention.text for mention in record.mentions)
    assert all(TEXT[event.trigger.start : event.trigger.end] == event.trigger.text for event in record.events)
    assert [mention.id for mention in record.mentions] == [f"m{n}" for n in range(1, len(record.mentions) + 1)]
    assert Record.from_json(record.to_json()) == record


def test_it_is_the_record_of_the_document(read, pipeline):
    record = read(TEXT)
    whole = walk.as_doc(pipeline, SourceText(text=TEXT, source="a.txt", published="2025-06-17"))
    (alone,) = walk.records(pipeline, [SourceText(text="Да.", source="a.txt", published="2025-06-17")])
    assert (record.source, record.published) == ("a.txt", alone.published)
    assert record.id == pipeline(whole)._.record.id


def test_a_surname_in_a_later_window_is_who_was_named(read):
    record = read(TEXT)
    (person,) = record.people
    assert (person.name, len(person.mentions)) == ("Анна Орлова", 2)
    assert {mention.entity for mention in record.mentions if mention.label == "PERSON"} == {person.id}


def test_every_id_that_is_named_is_there(read):
    plain = msgspec.to_builtins(read(TEXT))
    mentions = {mention["id"] for mention in plain["mentions"]}
    entities = {entity["id"] for name in ("people", "organisations", "places", "agreements") for entity in plain[name]}
    for event in plain["events"]:
        for argument in event["arguments"]:
            assert argument["mention"] in mentions
            assert argument["entity"] in {None, *entities}
    assert {mention["entity"] for mention in plain["mentions"]} <= {None, *entities}


def test_days_are_counted_from_the_publication_in_every_window(read):
    assert "2025-06-16" in {date.value for date in read(TEXT).dates}


def test_there_is_rest_between_windows(read):
    rests = []
    read(TEXT, lambda: rests.append(1))
    assert len(rests) >= len(PARAGRAPHS)


def person(surname, given, gender="male"):
    name = " ".join(filter(None, (given, surname)))
    return Person("p1", name, given, None, surname, gender, (), (), ("m1",))


def visited(first, **change):
    """A window in which somebody makes a visit."""
    mention = Mention("m1", 0, 4, "Ткач", "PERSON", "p1", "ner", 1.0)
    date = EventDate("2025-06-17", None)
    argument = Argument("visitor", "m1", "p1", "Ткач")
    event = Event("e1", "visit", None, "actual", Trigger(5, 6, "п"), (argument,), date, None, None, None,
                  Extent(0, 9), 1.0, "visit")  # fmt: skip
    event = msgspec.structs.replace(event, **change)
    return Record("r", None, None, None, "ru", "Ткач при.", mentions=(mention,), people=(first,), events=(event,))


def joined(*windows):
    whole = Joined()
    for number, window in enumerate(windows):
        whole.add(window, number * 9)
    return whole.record(windows[0], "r", "Ткач при." * len(windows))


PAVEL, IVAN = person("Ткач", "Павел"), person("Ткач", "Иван")


@pytest.mark.parametrize(
    ("people", "names"),
    [
        pytest.param((PAVEL, PAVEL), ["Павел Ткач"], id="the same name"),
        pytest.param((PAVEL, person("Ткач", None)), ["Павел Ткач"], id="a surname after the name"),
        pytest.param((person("Ткач", None), PAVEL), ["Павел Ткач"], id="a surname before the name"),
        pytest.param((PAVEL, IVAN), ["Павел Ткач", "Иван Ткач"], id="two of one surname"),
        pytest.param(
            (PAVEL, IVAN, person("Ткач", None)), ["Павел Ткач", "Иван Ткач", "Ткач"], id="a surname of two is nobody's"
        ),
        pytest.param((PAVEL, person("Ткач", None, "female")), ["Павел Ткач", "Ткач"], id="a woman is no man"),
    ],
)
def test_who_is_one(people, names):
    assert [each.name for each in joined(*map(visited, people)).people] == names


def test_an_event_told_again_is_known():
    first, again = joined(visited(PAVEL), visited(person("Ткач", None))).events
    assert (first.id, first.same_as, again.id, again.same_as) == ("e1", None, "e2", "e1")


@pytest.mark.parametrize("change", [{"type": "meeting"}, {"date": None}, {"arguments": ()}, {"phase": "planned"}])
def test_another_event_is_another(change):
    assert joined(visited(PAVEL, **change), visited(PAVEL)).events[1].same_as is None


def test_a_text_that_fails_in_a_window_fails_as_a_whole(read, monkeypatch):
    alone = walk._alone

    def breaks(pipeline, item):
        return InputError(item.source, "сломано") if "Китай" in item.text else alone(pipeline, item)

    monkeypatch.setattr(walk, "_alone", breaks)
    assert str(read(TEXT)) == "a.txt: сломано"
