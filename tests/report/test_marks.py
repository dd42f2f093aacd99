"""The text of a record as HTML: nothing lost, marks nested, crossed and cut at paragraphs."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlp import schema
from nlp.output.page.plain import printable
from nlp.report.marks import blocks, shown
from tests.output.sample import RECORD
from tests.report import hostile

TAG = re.compile(r"<[^>]*>")


def record(text: str, *spans: tuple[int, int, str]) -> schema.Record:
    """«Иван» is a person at 0–4: `record(text, (0, 4, "PERSON"))`."""
    found = tuple(
        schema.Mention(f"m{number}", start, end, text[start:end], label, None, "ner", 1.0)
        for number, (start, end, label) in enumerate(spans, 1)
    )
    return schema.Record(id="0", source=None, title=None, published=None, language="ru", text=text, mentions=found)


def html(found: schema.Record) -> list[str]:
    return [str(block.html) for block in blocks(found, "d1-")]


def test_a_mention() -> None:
    assert html(record("Это Иван.", (4, 8, "PERSON"))) == [
        'Это <span class="m person" id="d1-m1" data-m="m1">Иван</span>.'
    ]


def test_one_within_another() -> None:
    (found,) = html(record("Банк России", (0, 11, "ORGANIZATION"), (5, 11, "COUNTRY")))
    inner = '<span class="m place" id="d1-m2" data-m="m2">России</span>'
    assert found == f'<span class="m org" id="d1-m1" data-m="m1">Банк {inner}</span>'


def test_two_that_cross_are_written_in_pieces() -> None:
    (found,) = html(record("один два три", (0, 8, "LAW"), (5, 12, "EVENT")))
    assert TAG.sub("", found) == "один два три"
    assert found.count("<span") == found.count("</span>") == 3
    assert found.count('id="d1-m2"') == 1


def test_a_mention_over_the_end_of_a_paragraph() -> None:
    first, second = html(record("Министерство\n\nсвязи", (0, 19, "ORGANIZATION")))
    assert first == '<span class="m org" id="d1-m1" data-m="m1">Министерство</span>'
    assert second == '<span class="m org" data-m="m1">связи</span>'


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("# Заголовок", "head"),
        ("**Заголовок**", "head"),
        ("**Слово** в строке", ""),
        ("первое\nвторое", "lines"),
        ("\n".join(["слово " * 12] * 3), ""),
    ],
)
def test_the_look_of_a_paragraph(text: str, look: str) -> None:
    (block,) = blocks(record(text), "d1-")
    assert block.look == look


def test_events_are_underlined_within_their_sentences() -> None:
    (talks,) = (part for part in html(RECORD) if 'id="d1-e2"' in part)
    assert re.search(r'^<span class="s">.*<span class="t" id="d1-e2" data-e="e2">переговоры</span>', talks)


def test_markup_of_a_text_is_text() -> None:
    found = "".join(html(hostile.RECORD))
    assert {tag[:6] for tag in TAG.findall(found)} == {"<span ", "</span"}
    assert "&lt;script&gt;" in found


LETTERS = st.text(st.sampled_from("аб <&\"'>\n*#\x00\u202e"), min_size=1, max_size=30)


@settings(deadline=None)
@given(LETTERS, st.lists(st.tuples(st.integers(0, 29), st.integers(1, 9)), max_size=6))
def test_no_letter_is_lost_whatever_is_marked(text: str, spans: list[tuple[int, int]]) -> None:
    marked = [(start, min(start + length, len(text)), "PERSON") for start, length in spans if start < len(text)]
    parts = html(record(text, *marked))
    assert all(part.count("<span") == part.count("</span>") for part in parts)
    plain = unescape("".join(TAG.sub("", part) for part in parts))
    assert "".join(plain.split()) == "".join(printable(text).split())


def test_half_characters_are_replaced() -> None:
    assert shown("а\ud800б") == "а\ufffdб"
