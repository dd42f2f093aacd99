"""brat: what is written is read back, mark by mark; nothing is written over."""

import re

import msgspec
import pytest

from nlp import schema
from nlp.errors import OutputError
from nlp.evaluation import standoff
from nlp.output.exports import brat
from tests.output.sample import EMPTY, RECORD


@pytest.fixture
def written(tmp_path):
    folder = tmp_path / "brat"
    brat.write(iter([RECORD, EMPTY]), folder)
    return folder


def only(folder, suffix):
    return next(folder.glob(f"паромы-*{suffix}"))


def test_the_text_is_the_text_and_marks_are_its_words(written):
    text = only(written, ".txt").read_bytes().decode()
    assert text == RECORD.text
    for line in only(written, ".ann").read_text(encoding="utf-8").splitlines():
        if line.startswith("T"):
            _, place, words = line.split("\t")
            extents = re.findall(r"(\d+) (\d+)", place.partition(" ")[2])
            assert words == " ".join(text[int(start) : int(end)] for start, end in extents)


def test_mentions_are_read_back_nested_and_over_line_ends(written):
    marks = standoff.marks(only(written, ".ann"), RECORD.text)
    assert [(each.label, *each.pieces) for each in marks] == [
        (each.label, (each.start, each.end)) for each in RECORD.mentions
    ]


def test_relations_are_read_back(written):
    (tie,) = standoff.ties(only(written, ".ann"), RECORD.text)
    assert (tie.label, tie.source.label, tie.target.label) == ("WORKS_AS", "PERSON", "PROFESSION")


@pytest.mark.parametrize(
    "line",
    [
        "E2\tmeeting:T19 participant:T5 participant2:T9 date:T3 place:T6",
        "E3\tagreement:T20 party:T11 party2:T13 document:T10 place:T6",
        "A1\tStatus E1 actual",
        "A2\tPhase E1 reached",
        "R1\tWORKS_AS Arg1:T5 Arg2:T4",
    ],
)
def test_events_attributes_relations(written, line):
    assert line in only(written, ".ann").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize(
    "note", ["T5\tp1 Анна Орлова", "T3\t2025-06-16", "T14\t4500000000 RUB", "E3\tsame as E1"], ids=str
)
def test_notes(written, note):
    notes = re.findall(r"(?m)^#\d+\tAnnotatorNotes (.*)$", only(written, ".ann").read_text(encoding="utf-8"))
    assert note in notes


def test_every_id_stands_once(written):
    ids = [line.split("\t")[0] for line in only(written, ".ann").read_text(encoding="utf-8").splitlines()]
    assert len(ids) == len(set(ids))


def test_the_configuration_offers_all_that_stands_in_the_files(written):
    offered = (written / "annotation.conf").read_text(encoding="utf-8")
    sections = dict(re.findall(r"(?ms)^\[(\w+)\]\n(.*?)\n\n", f"{offered}\n"))
    entities = set(sections["entities"].splitlines())
    events = {line.split("\t")[0]: line for line in sections["events"].splitlines()}
    assert {each.label for each in RECORD.mentions} <= entities
    assert all(f"{each.role}*:" in events[event.type] for event in RECORD.events for each in event.arguments)
    assert "WORKS_AS\tArg1:<ENTITY>, Arg2:<ENTITY>" in sections["relations"]
    assert "Status\tArg:<EVENT>, Value:actual|planned|possible|negated" in sections["attributes"]


def test_labels_and_events_of_ones_own_are_offered(tmp_path):
    own = msgspec.structs.replace(RECORD.mentions[0], label="ЗАКУПКА", rule=schema.OWN_RULE)
    event = msgspec.structs.replace(RECORD.events[0], type="plant_opening")
    record = msgspec.structs.replace(RECORD, mentions=(own, *RECORD.mentions[1:]), events=(event,))
    brat.write([record], tmp_path / "own")
    offered = (tmp_path / "own" / "annotation.conf").read_text(encoding="utf-8")
    assert "\nЗАКУПКА\n" in offered
    assert "\nplant_opening\tparty*:<ENTITY>, date*:<ENTITY>" in offered


def test_what_was_corrected_by_hand_is_never_written_over(written):
    before = {path.name: path.read_bytes() for path in written.iterdir()}
    with pytest.raises(OutputError, match="not an empty folder"):
        brat.write([RECORD], written)
    assert {path.name: path.read_bytes() for path in written.iterdir()} == before


def test_a_failure_leaves_nothing(tmp_path):
    def broken():
        yield RECORD
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        brat.write(broken(), tmp_path / "brat")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Минтранс", ["Минтранс"]),
        ("Минтранс \n  Татарстана", ["Минтранс", "Татарстана"]),
        ("а\r\nб\u2028в", ["а", "б", "в"]),
        ("а  б", ["а  б"]),
    ],
)
def test_pieces(text, parts):
    assert [text[start:end] for start, end in brat.pieces(text, 0, len(text))] == parts
