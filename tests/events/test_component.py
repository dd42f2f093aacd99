"""The component: what it writes, and that it travels between processes."""

from __future__ import annotations

import pickle

import pytest
from spacy.tokens import Doc

from nlp import document
from nlp.events.component import Events
from nlp.events.inventory import shipped

TEXT = "Россия и Китай подписали меморандум 21 мая 2014 года. Стороны договорились о поставках газа."


@pytest.fixture(scope="module")
def doc(pipeline) -> Doc:
    return pipeline(TEXT)


def test_events_are_numbered_and_told_by_their_rule(doc) -> None:
    assert [(each.id, each.rule) for each in doc._.events] == [("e1", "agreement/signed"), ("e2", "agreement/agreed")]


def test_offsets_are_those_of_the_text(doc) -> None:
    signed = doc._.events[0]
    assert TEXT[signed.trigger.start : signed.trigger.end] == signed.trigger.text == "подписали"
    assert TEXT[signed.sentence.start : signed.sentence.end].endswith("2014 года.")


def test_the_sides_are_who_they_are(doc) -> None:
    """One mention, one argument for each antecedent; the new mention stands behind the others."""
    sides = [each for each in doc._.events[1].arguments if each.role == "party"]
    assert {each.name for each in sides} == {"Россия", "Китай"}
    [mention] = {each.mention for each in sides}
    assert doc.spans[document.MENTIONS][int(mention[1:]) - 1].text == "Стороны"


def test_the_document_is_completed(doc) -> None:
    [agreement] = doc._.agreements
    assert (agreement.status, agreement.date, len(agreement.parties)) == ("signed", "2014-05-21", 2)


@pytest.mark.parametrize(
    ("text", "date", "place"),
    [
        pytest.param("МИНСК, 17 июня 2025 года. Россия и Китай подписали договор.", "2025-06-17", "Минск", id="lead"),
        pytest.param("МИНСК, 17 июня 2025 года. Россия и Китай подпишут договор.", None, None, id="not yet"),
        pytest.param("Минск, 17 июня 2025 года. Дождь. Россия и Китай подписали пакт.", None, None, id="not the lead"),
        pytest.param("В Минск, 17 июня 2025 года. Россия и Китай подписали договор.", None, None, id="no line"),
        pytest.param(
            "МИНСК, 17 июня 2025 года. Россия и Китай подписали договор 3 мая 2025 года в Москве.",
            "2025-05-03",
            "Москва",
            id="its own day and place",
        ),
    ],
)
def test_a_dateline_dates_the_lead(pipeline, text: str, date: str | None, place: str | None) -> None:
    doc = pipeline(text)
    [event] = doc._.events
    names = {each.id: each.name for each in doc._.places}
    assert (event.date and event.date.value, event.place and names[event.place.entity]) == (date, place)


def test_it_can_be_pickled() -> None:
    assert isinstance(pickle.loads(pickle.dumps(Events(shipped()))), Events)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Дождь."])
def test_texts_without_events(pipeline, text: str) -> None:
    assert pipeline(text)._.events == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("В 2006 году шли торги. 23 декабря «Роснефть» купила завод.", "XXXX-12-23", id="a guess"),
        pytest.param("23 декабря 2006 года «Роснефть» купила завод.", "2006-12-23", id="said"),
    ],
)
def test_a_year_that_only_the_context_suggests_is_left_open(pipeline, text: str, value: str) -> None:
    [bought] = [event for event in pipeline(text)._.events if event.date]
    assert bought.date.value == value


def test_somebody_not_told_clearly_still_takes_part(pipeline) -> None:
    [met] = pipeline("Вечером они встретились с Павлом Ткачом.")._.events
    assert [(each.entity is None, each.name) for each in met.arguments] == [(True, "они"), (False, "Павел Ткач")]


def test_a_post_is_told_by_its_title_not_by_who_held_it_before(pipeline) -> None:
    doc = pipeline("Министр культуры Литвы Игорь Ткач приехал в Минск. Ранее ушёл с поста министр Дарья Вольская.")
    [left] = [event for event in doc._.events if event.type == "dismissal"]
    assert [(each.role, each.entity, each.name) for each in left.arguments if each.role == "position"] == [
        ("position", None, "министр")
    ]
