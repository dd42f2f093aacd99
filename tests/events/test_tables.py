"""The parser of annotated sentences and its inverse."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from nlp.errors import KnowledgeError
from nlp.events.tables import Mark, expected, found, parse, read
from nlp.schema import Argument, Event, EventDate, EventPlace, Extent, Mention, Place, Record, Trigger

LINE = "[Россия](party) [подпишет](! signed planned) договор с [Китаем](party Китай) [1 мая](date XXXX-05-01)."


def test_marks_are_taken_out_of_the_text() -> None:
    sentence = parse(LINE)
    assert sentence.text == "Россия подпишет договор с Китаем 1 мая."
    assert sentence.marks == (
        Mark(0, 6, 1, "party"),
        Mark(7, 15, 1, "!", "signed planned"),
        Mark(26, 32, 1, "party", "Китай"),
        Mark(33, 38, 1, "date", "XXXX-05-01"),
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Погода была хорошей.", id="no event"),
        pytest.param("[Стороны](party Китай; party Россия) [договорились](! reached actual).", id="two on one text"),
        pytest.param("[Он](person; 2:person) [уволен](! actual) и [назначен](2:! actual).", id="two events"),
        pytest.param("[завод [Урал](owner)](asset) [принадлежит](! actual)", id="nested at the end"),
        pytest.param("[[Урал](owner) и завод](asset) [принадлежит](! actual)", id="nested at the start"),
        pytest.param("Заголовок¶Он [прибыл](! actual).", id="paragraphs"),
    ],
)
def test_the_inverse_prints_the_line(line: str) -> None:
    assert expected(parse(line)) == line


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        pytest.param("[подписал](!)", "[подписал](! actual)", id="status"),
        pytest.param("[подписал](! planned signed same)", "[подписал](! signed planned same)", id="order"),
    ],
)
def test_triggers_have_one_spelling(written: str, printed: str) -> None:
    assert expected(parse(written)) == printed


@pytest.mark.parametrize(
    ("line", "says"),
    [
        pytest.param("[Россия подписала", "not closed", id="unclosed"),
        pytest.param("[Россия] [подписала](!)", "without", id="no role"),
        pytest.param("Россия](party) [подписала](!)", "without", id="unopened"),
        pytest.param("[Россия](Party) [подписала](!)", "no mark", id="not a role"),
        pytest.param("[Россия]() [подписала](!)", "no mark", id="empty"),
        pytest.param("[Россия](party) подписала", "no trigger", id="no trigger"),
        pytest.param("[Россия](2:party) [подписала](!)", "event 2 has roles", id="no second trigger"),
        pytest.param("[Россия](party; party) [подписала](!)", "twice", id="repeated"),
    ],
)
def test_broken_marks_name_their_line(tmp_path: Path, line: str, says: str) -> None:
    table = tmp_path / "table.txt"
    table.write_text(f"# таблица\n\n{line}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=says) as raised:
        read(table)
    assert raised.value.line == 3


def test_comments_and_empty_lines_are_no_sentences(tmp_path: Path) -> None:
    table = tmp_path / "table.txt"
    table.write_text("# таблица\n\nЭто C# и дождь.  # ничего\n", encoding="utf-8")
    assert [(each.number, each.text) for each in read(table)] == [(3, "Это C# и дождь.")]


@pytest.fixture
def record() -> Record:
    text = parse(LINE).text
    spans = [(0, 6, "COUNTRY"), (26, 32, "COUNTRY"), (33, 38, "DATE")]
    mentions = [
        Mention(f"m{number}", start, end, text[start:end], label, f"l{number}", "ner", 1.0)  # type: ignore[arg-type]
        for number, (start, end, label) in enumerate(spans, 1)
    ]
    parties = Argument("party", "m1", "l1", "Россия"), Argument("party", "m2", "l2", "Китай")
    event = Event(
        "e1", "agreement", "signed", "planned", Trigger(7, 15, "подпишет"), parties, EventDate("XXXX-05-01", "m3"),
        None, None, None, Extent(0, 39), 1.0, "agreement/signed",
    )  # fmt: skip
    places = (Place("l2", "Китай", "country", "CN", (), ("m2",)),)
    return Record("r", None, None, None, "ru", text, tuple(mentions), places=places, events=(event,))


def test_what_was_found_prints_as_expected(record: Record) -> None:
    assert found(parse(LINE), record, "agreement") == expected(parse(LINE))


def test_other_types_are_left_out(record: Record) -> None:
    assert found(parse(LINE), record, "visit") == record.text


@pytest.mark.parametrize(
    ("change", "printed"),
    [
        pytest.param({"arguments": ()}, "Россия [подпишет]", id="missing"),
        pytest.param({"status": "actual"}, "[подпишет](! signed actual)", id="status"),
        pytest.param({"phase": "reached"}, "[подпишет](! reached planned)", id="phase"),
        pytest.param({"date": EventDate("2014-05-01", "m3")}, "[1 мая](date 2014-05-01)", id="wrong value"),
        pytest.param({"place": EventPlace("l2", "m2")}, "[Китаем](party Китай; place Китай)", id="spurious"),
        pytest.param({"trigger": Trigger(16, 23, "договор")}, "[договор](! signed planned)", id="misplaced"),
    ],
)
def test_every_difference_shows(record: Record, change: dict[str, object], printed: str) -> None:
    changed = msgspec.structs.replace(record, events=(msgspec.structs.replace(record.events[0], **change),))
    line = found(parse(LINE), changed, "agreement")
    assert printed in line
    assert line != expected(parse(LINE))
