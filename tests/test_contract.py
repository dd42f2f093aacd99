"""What the shipped pipeline writes keeps the contract, whatever the text; and the check of it finds what is wrong."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.pipeline import as_doc
from nlp.text.sources import SourceText
from tests.contract import faults
from tests.output.sample import EMPTY, RECORD, TEXT

TEXTS = {
    "press release": TEXT,
    "empty": "",
    "blank": " \n\n\t",
    "one word": "Встреча",
    "marks only": "**—** … «»",
    "crossing lines": "Соглашение между Министерством\r\n\r\nюстиции Республики Беларусь и «Газпром-\nбанком».",
    "upper case": "ПРЕЗИДЕНТ РОССИИ ВЛАДИМИР ПУТИН ПОСЕТИЛ МИНСК 5 МАЯ 2014 ГОДА",
    "latin": "The minister met Ivan Petrov in Moscow on 5 May 2014.",
    "soft hyphens": "Ми\u00adнистр Иван Пет\u00adров провёл пере\u00adговоры в Мин\u00adске.",
    "list": "\n".join(f"{number}. Иван Петров, министр, г. Минск, {number} мая 2014 г." for number in range(1, 40)),
    "one word for a book": "переговоры" * 3_000,
    "prefixes without end": f"{'экс-' * 2_000}министр {'не' * 2_000}друг",
    "numbers without end": f"{'7' * 5_000} рублей, {'7' * 5_000},5 млн, 7{' 777' * 2_000} руб., {'7' * 5_000}-й год",
    "quotes": "ООО «Ромашка» купило у ОАО «Завод „Лютик“» 25 % акций за $1,5–2 млн",
}


def record_of(pipeline, text, published="2025-06-17"):
    return pipeline(as_doc(pipeline, SourceText(text, source="a.txt", published=published)))._.record


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("published", [None, "2025-06-17"], ids=["undated", "dated"])
def test_records_keep_the_contract(pipeline, text, published):
    record = record_of(pipeline, text, published)
    assert faults(record) == []
    assert (record.text, record.published) == (text, published)


WORDS = (
    "Иван,Петров,министр,Минск,16,июня,т.г.,подписал,меморандум,между,и,«,»,.,\n\n,(,),ОАО,МИД,России,в,с,ШОС,5,рублей"
)
PIECES = st.sampled_from([",", *WORDS.split(",")])


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(PIECES, max_size=25).map(" ".join) | st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
)
def test_any_text_keeps_the_contract(pipeline, text):
    record = record_of(pipeline, text)
    assert faults(record) == []
    assert record.text == text


def first(items, **fields):
    return (msgspec.structs.replace(items[0], **fields), *items[1:])


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        pytest.param({"mentions": first(RECORD.mentions, end=3)}, "2–3 is not 'Минтранс'", id="offset"),
        pytest.param({"mentions": RECORD.mentions[::-1]}, "not in the order", id="order"),
        pytest.param(
            {"mentions": first(RECORD.mentions, label="MY TOWN", rule="own")}, "schema: $.mentions[0]", id="label"
        ),
        pytest.param({"people": first(RECORD.people, id="p7")}, "p: ids are not numbered", id="number"),
        pytest.param({"people": first(RECORD.people, mentions=())}, "p1: lists ()", id="mentions"),
        pytest.param({"dates": first(RECORD.dates, mention="m99")}, "date: there is no m99", id="mention"),
        pytest.param({"events": first(RECORD.events, same_as="e4")}, "e1: same_as: there is no earlier e4", id="later"),
        pytest.param({"events": first(RECORD.events, agreement="a2")}, "e1: there is no a2", id="agreement"),
        pytest.param({"events": RECORD.events[1:]}, "e: ids are not numbered", id="event"),
    ],
)
def test_a_planted_fault_is_found(fields, fault):
    assert faults(RECORD) == []
    assert any(fault in line for line in faults(msgspec.structs.replace(RECORD, **fields)))


def test_an_empty_record_is_a_good_one():
    assert faults(EMPTY) == []
