"""The worth of dates and sums on a `Doc`: with and without a day of publication, through bytes and processes."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from nlp import document
from nlp.entities.values import Values
from nlp.mentions.located import kept
from nlp.mentions.temporal.said import Expression

TOKENIZER = {"nlp": {"tokenizer": {"@tokenizers": "letopis.Tokenizer.v1"}}}


@pytest.fixture(scope="module")
def matchers() -> Language:
    """Only what reads dates and sums, on letopis' own tokenizer."""
    pipeline = spacy.blank("ru", config=TOKENIZER)
    pipeline.add_pipe("letopis_dates")
    pipeline.add_pipe("letopis_amounts")
    return pipeline


def annotated(pipeline: Language, text: str, published: str | None = None) -> Doc:
    """Every candidate stands as a mention."""
    doc = pipeline(text)
    doc._.published = published
    doc.spans[document.MENTIONS] = sorted(doc.spans[document.CANDIDATES], key=_place)
    return Values()(doc)


def _place(span: object) -> tuple[int, int]:
    return span.start, -span.end  # type: ignore[attr-defined]


def written(doc: Doc) -> Iterator[tuple[str, str]]:
    spans = doc.spans[document.MENTIONS]
    for date in doc._.dates:
        yield spans[int(date.mention[1:]) - 1].text, date.value


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("С 17 по 18 июня 2025 г. прошёл форум.", None, [("С 17 по 18 июня 2025 г.", "2025-06-17/2025-06-18")]),
        ("Форум открылся 16 июня т.г.", "2025-06-17", [("16 июня т.г.", "2025-06-16")]),
        ("Форум открылся **16 июня** т.г.", "2025-06-17", [("16 июня** т.г.", "2025-06-16")]),
        ("Форум открылся 22 авгу\u00adста 2024 г.", None, [("22 авгу\u00adста 2024 г.", "2024-08-22")]),
        ("Форум открылся 22 а́вгуста 2024 г.", None, [("22 а́вгуста 2024 г.", "2024-08-22")]),
        ("Вчера открылся форум.", "2025-06-17", [("Вчера", "2025-06-16")]),
        ("Вчера открылся форум.", None, [("Вчера", "XXXX-XX-XX")]),
        ("Форум идёт два часа.", None, [("два часа", "PT2H")]),
        ("Статья 17 устарела.", "2025-06-17", []),
    ],
)
def test_dates(matchers: Language, text: str, published: str | None, expected: list[tuple[str, str]]) -> None:
    assert list(written(annotated(matchers, text, published))) == expected


def test_what_was_inferred_is_told_apart(matchers: Language) -> None:
    (date,) = annotated(matchers, "Форум открылся 16 июня т.г.", "2025-06-17")._.dates
    assert (date.mention, date.inferred, date.anchor, date.part) == ("m1", ("year",), "published", None)
    first, second = annotated(
        matchers, "17 июня 2025 г. открылся форум. Накануне, 16 июня т.г., прошли переговоры."
    )._.dates
    assert (first.inferred, first.anchor) == ((), None)
    assert (second.value, second.inferred, second.anchor) == ("2025-06-16", ("year",), "context")


def test_sums(matchers: Language) -> None:
    doc = annotated(
        matchers, "17 июня 2025 г. выделено £469 млн и от 5 до 7 процентов; несколько миллионов рублей ждут."
    )
    assert [(each.mention, each.value, each.unit, each.upper) for each in doc._.amounts] == [
        ("m2", 469_000_000, "GBP", None),
        ("m3", 5, "%", 7),
    ]
    assert [span.label_ for span in doc.spans[document.MENTIONS]] == ["DATE", "MONEY", "PERCENT", "MONEY"]


def test_a_mention_that_was_dropped_has_no_value_but_serves_those_that_follow(matchers: Language) -> None:
    doc = matchers("5 мая 2024 года открылся форум. В тот же день прошли переговоры.")
    doc.spans[document.MENTIONS] = [span for span in doc.spans[document.CANDIDATES] if span.text.startswith("тот")]
    (date,) = Values()(doc)._.dates
    assert (date.mention, date.value, date.anchor) == ("m1", "2024-05-05", "context")


def test_the_document_travels(matchers: Language) -> None:
    doc = annotated(matchers, "Форум открылся 16 июня т.г. и собрал £469 млн.", "2025-06-17")
    for copy in (pickle.loads(pickle.dumps(doc)), Doc(doc.vocab).from_bytes(doc.to_bytes())):
        assert copy._.dates == doc._.dates
        assert copy._.amounts == doc._.amounts
        assert kept(copy, "letopis.expressions", Expression) == kept(doc, "letopis.expressions", Expression)


def test_the_components_fit_together(matchers: Language) -> None:
    pipeline = spacy.blank("ru", config=TOKENIZER)
    for name in ("letopis_dates", "letopis_amounts", "letopis_values"):
        pipeline.add_pipe(name)
    assert not any(pipeline.analyze_pipes()["problems"].values())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Форум, о котором говорили вчера, откроется в четверг.", "2025-06-19"),
        ("Делегация, которая приедет завтра, провела в четверг встречу.", "2025-06-12"),
        ("Стороны планируют подписать договор в четверг.", "2025-06-19"),
        ("Стороны могут подписать договор в четверг.", "2025-06-19"),
        ("Договор будет подписан в четверг.", "2025-06-19"),
        ("Договор подписан в четверг.", "2025-06-12"),
    ],
)
def test_the_verb_above_tells_the_tense(pipeline: Language, text: str, value: str) -> None:
    doc = pipeline.make_doc(text)
    doc._.published = "2025-06-17"
    assert dict(written(pipeline(doc)))["четверг"] == value
