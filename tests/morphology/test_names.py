"""Names and organisations in all six cases, each in a sentence that asks for the case."""

from pathlib import Path

import pytest

from nlp.morphology.inflection import normal_form

LABELS = {"M": "PERSON", "F": "PERSON", "P": "FAMILY", "O": "ORGANIZATION"}
CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")
PERSON = (
    "Вчера об этом {} {} на встрече.",
    "Заявление {} вызвало споры.",
    "Министр передал {} письмо президента.",
    "Журналисты спросили {} о переговорах.",
    "Он провёл переговоры с {} в столице.",
    "В статье рассказано о {} и {} планах.",
)
BODY = (
    "Сегодня {} выступает с новым предложением.",
    "По решению {} сделка отложена.",
    "Эксперты благодарны {} за помощь.",
    "Критики обвинили {} в бездействии.",
    "Договор заключён с {} на три года.",
    "Об этом сообщили журналистам в {} вечером.",
)
SAID = {"M": ("сообщил", "его"), "F": ("сообщила", "её"), "P": ("сообщили", "их"), "O": ("", "")}


def rows(name):
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [tuple(cell.strip() for cell in line.split("|")) for line in lines if line and not line.startswith("#")]


PEOPLE, BODIES = rows("people.txt"), rows("organisations.txt")
GAPS = set(rows("gaps.txt"))
"""What is not right yet; a form that becomes right must leave the list."""
FORMS = [
    (kind, case, form, forms[0]) for kind, *forms in PEOPLE + BODIES for case, form in zip(CASES, forms, strict=True)
]


def sentence(kind, case, form):
    """The sentence and the place of the name in it."""
    said, whose = SAID[kind]
    frame = (BODY if kind == "O" else PERSON)[CASES.index(case)]
    filled = (
        frame.format(said, "{}") if case == "Nom" and kind != "O" else frame.replace("{} планах", f"{whose} планах")
    )
    return filled.replace("{}", form), filled.index("{}")


@pytest.fixture(scope="module")
def found(pipeline):
    """The normal form of every case form, all sentences read together."""
    asked = [sentence(kind, case, form) for kind, case, form, _ in FORMS]
    docs = pipeline.pipe(text for text, _ in asked)
    spans = [
        doc.char_span(start, start + len(form), alignment_mode="expand")
        for doc, (_, start), (_, _, form, _) in zip(docs, asked, FORMS, strict=True)
    ]
    return {
        (kind, case, form): normal_form(span, LABELS[kind])
        for span, (kind, case, form, _) in zip(spans, FORMS, strict=True)
    }


def asked_forms():
    known = pytest.mark.xfail(strict=True, reason="known gap")
    return [
        pytest.param(*each, marks=[known] if each[1:3] in GAPS else [], id=f"{number}-{each[1]}-{each[2]}")
        for number, each in enumerate(FORMS)
    ]


@pytest.mark.parametrize(("kind", "case", "form", "norm"), asked_forms())
def test_every_case_leads_to_the_nominative(found, kind, case, form, norm):
    assert found[kind, case, form] == norm


def test_the_tables_are_large_and_say_nothing_twice():
    assert len(PEOPLE) >= 300
    assert len(BODIES) >= 120
    assert len({row[:2] for row in PEOPLE + BODIES}) == len(PEOPLE + BODIES)


def test_the_gaps_are_of_the_tables():
    assert {(case, form) for _, case, form, _ in FORMS} >= GAPS
