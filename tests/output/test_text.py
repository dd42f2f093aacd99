"""The page for the terminal: everything found is on it, at any width, in colour and without."""

import io
import re
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from nlp import schema
from nlp.output import text
from nlp.output.page.marked import marked
from nlp.output.page.plain import printable
from tests.output.sample import EMPTY, MINISTRY, RECORD

WIDTHS = [40, 80, 100, 140]


def page(record, width=100, colour=False):
    system = "truecolor" if colour else None
    console = Console(file=io.StringIO(), width=width, color_system=system, force_terminal=colour, highlight=False)
    text.show(record, console)
    return console.file.getvalue()


@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(width, colour):
    lines = re.sub(r"\x1b\[[\d;]*m", "", page(RECORD, width, colour)).splitlines()
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize("width", [80, 100, 140])
@pytest.mark.parametrize(
    "found",
    ["Анна Орлова", "«переговоры»", "2025-06-16", "year from published", "4 500 000 000", "planned", "=e1", "Самара"],
)
def test_everything_found_is_on_the_page(found, width):
    squeezed = "".join(page(RECORD, width).split())
    assert "".join(found.split()) in squeezed


@pytest.mark.parametrize(
    "title", ["Events  3", "Agreements  1", "People  2", "Organisations  2", "Places  3", "Dates  2", "Sums  1"]
)
def test_every_table_has_a_heading_with_its_number_of_rows(title):
    assert title in page(RECORD)
    assert title.split()[0] not in page(EMPTY)


def test_a_page_without_tables_says_so():
    assert "Nothing was found." in page(EMPTY)
    assert "Nothing was found." not in page(RECORD)


def test_marks_without_colour_are_written_out():
    shown = marked(RECORD, colour=False).plain
    assert "[Анна Орлова|person] провела в [Самаре|place] [переговоры|e2]" in shown


def test_inner_marks_stand_inside_the_outer():
    shown = marked(RECORD, colour=False).plain
    assert "[Министерством транспорта\n[Республики Татарстан|place]|org]" in shown


def test_marks_in_colour_leave_the_text_alone():
    shown = marked(RECORD, colour=True)
    assert (
        shown.plain
        == RECORD.text.replace("переговоры", "переговорыᵉ²")
        .replace("подписан", "подписанᵉ³")
        .replace("посетить", "посетитьᵉ⁴")
        .replace("договорились", "договорилисьᵉ¹")
        .rstrip()
    )


def test_no_color_is_respected(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    stream = io.StringIO()
    text.write([RECORD], stream)
    assert "[Самаре|place]" in re.sub(r"\x1b\[[\d;]*m", "", stream.getvalue())
    assert not re.search(r"\x1b\[[\d;]*(3[1-7]|9[1-7])m", stream.getvalue())


HOSTILE = "\x1b]0;чужой заголовок\x07\x1b[2J\x9b31mТекст\u202eкст[bold]жирный[/bold]"


@pytest.mark.parametrize("field", ["text", "title", "source"])
def test_a_text_cannot_steer_the_terminal(field):
    shown = page(msgspec.structs.replace(EMPTY, **{field: HOSTILE}))
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert "[bold]жирный[/bold]" in "".join(shown.split("\n"))


@given(st.text())
def test_printable_moves_no_offset_and_leaves_no_control(value):
    shown = printable(value)
    assert len(shown) == len(value)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", shown)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.data())
def test_any_marks_can_be_shown(value, data):
    cuts = sorted(data.draw(st.lists(st.integers(0, len(value)), min_size=6, max_size=6)))
    spans = [(start, end) for start, end in pairwise(cuts) if start < end] + [(0, len(value))] * bool(value)
    mentions = tuple(
        schema.Mention(f"m{index}", start, end, value[start:end], "PERSON", None, "ner", 1.0)
        for index, (start, end) in enumerate(spans)
    )
    record = msgspec.structs.replace(EMPTY, text=value, mentions=mentions)
    assert marked(record, colour=False).plain.count("|person]") == len(mentions) + value.count("|person]")
    page(record, 40)


def test_a_long_ministry_is_whole_in_every_table():
    assert MINISTRY in " ".join(page(RECORD, 140).split())


def unresolved():
    """The sample, read without a date of publication: «16 июня» has no year, «июле» is as good as nothing."""
    dates = (schema.Date("m3", "XXXX-06-16", None, (), None), schema.Date("m16", "XXXX-XX-XX", None, (), None))
    visit = msgspec.structs.replace(RECORD.events[3], date=schema.EventDate("XXXX-XX-XX", "m16"))
    return msgspec.structs.replace(RECORD, dates=dates + dates, events=(visit,))


def test_a_date_that_is_not_known_shows_its_words():
    lines = page(unresolved()).splitlines()
    row = next(line for line in lines if line.startswith("e4 "))
    assert "«июле»" in row
    assert not any("XXXX-XX-XX" in line for line in lines)


def test_an_expression_is_listed_once():
    shown = page(unresolved())
    assert "Dates  2" in shown
    assert [line.split()[-1] for line in shown.splitlines() if line.startswith("16 июня т.г.")] == ["XXXX-06-16"]
    assert "not resolved" in shown


def test_bare_numbers_are_no_sums():
    bare = schema.Amount("m14", 17, None)
    assert "Sums  1" in page(msgspec.structs.replace(RECORD, amounts=(*RECORD.amounts, bare)))
