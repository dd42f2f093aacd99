from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.morphology.inflection import candidates, inflect, normal_form
from tests.morphology.marked import Case, parse, read

CASES = read(Path(__file__).with_name("inflection.txt"))


def span_of(pipeline, case: Case):
    return pipeline(case.text).char_span(case.start, case.end)


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case.phrase}" for n, case in enumerate(CASES)])
def test_table(pipeline, case):
    label, _, expected = case.expected.partition(" ")
    assert normal_form(span_of(pipeline, case), None if label == "_" else label) == expected


def test_table_is_large_enough():
    assert len(CASES) >= 200


@pytest.mark.parametrize("line", ["Без отметок.", "[Минск] без формы.", "Лишняя [скобка](CITY Минск) здесь]."])
def test_the_table_is_read_strictly(line):
    with pytest.raises(ValueError, match="missing or broken"):
        parse(line)


def test_candidates_come_with_their_likelihood(pipeline):
    found = candidates(span_of(pipeline, parse("Встреча с [Павлом Ткачом](PERSON) прошла.")[0]), "PERSON")
    assert found[0].text == "Павел Ткач"
    assert found[0].score > 0.5
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert len({each.text for each in found}) == len(found) > 1


def test_other_mentions_of_a_name_decide(pipeline):
    doc = pipeline("Об Эллане Муркоке сказали мало. Эллан Муркок уехал домой. С Элланом Муркоком никто не говорил.")
    assert normal_form(doc[1:3], "PERSON") == "Эллан Муркок"


def test_markup_between_the_words_leaves_one_blank(pipeline):
    doc = pipeline("Меморандум подписан *Министерством связи и*\n\nинформатизации Республики Беларусь вчера.")
    start, end = doc.text.index("Министерством"), doc.text.index(" вчера")
    phrase = doc.char_span(start, end, alignment_mode="expand")
    assert normal_form(phrase) == "Министерство связи и информатизации Республики Беларусь"


def test_a_phrase_with_a_gap(pipeline):
    doc = pipeline("Он говорил о первом и втором плане.")
    assert normal_form([doc[3], doc[6]]) == "первый план"


def test_nothing_has_no_form(pipeline):
    assert normal_form([]) == ""
    assert normal_form(pipeline("   ")[:]) == ""


@pytest.mark.parametrize(
    ("text", "case", "number", "expected"),
    [
        ("министр", "Gen", None, "министра"),
        ("министр", "Gen", "Plur", "министров"),
        ("генеральный директор", "Ins", None, "генеральным директором"),
        ("министр связи", "Dat", None, "министру связи"),
        ("Шанхайская организация сотрудничества", "Loc", None, "Шанхайской организации сотрудничества"),
        ("Минск", "Loc", None, "Минске"),
        ("США", "Gen", None, "США"),
        ("Microsoft", "Gen", None, "Microsoft"),
        ("", "Gen", None, ""),
    ],
)
def test_inflect(text, case, number, expected):
    assert inflect(text, case, number) == expected


PIECES = st.sampled_from(
    [*'«»"“”„() -.,', "Павлом", "Ткача", "г", "Минске", "IV", "4-го", "ООО", "Ёё", "x", "\u00ad", "\n"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=30))
def test_any_phrase_has_a_form(pipeline, text):
    doc = pipeline(text)
    for label in (None, "PERSON", "CITY"):
        form = normal_form(doc[:], label)
        assert form == " ".join(form.split())
        assert form.count("«") == form.count("»")
