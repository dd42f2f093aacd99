"""What of a record a corpus of names has: names alone, flat, without the quotes around them."""

from __future__ import annotations

import pytest

from nlp.evaluation.named import named
from nlp.schema import Mention, Record
from tests.entities.marked import parse


def record(marked: str) -> Record:
    text, found = parse(marked)
    mentions = tuple(
        Mention(f"m{number}", start, end, text[start:end], label, None, "spans", 1.0)
        for number, (start, end, label) in enumerate(found, 1)
    )
    return Record("r", None, None, None, "ru", text, mentions)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[Павел Ткач](PERSON) в [Казани](CITY).", [("Павел Ткач", "PER"), ("Казани", "LOC")], id="names"),
        pytest.param("[правительство](ORGANIZATION) и [он](PERSON) молчат.", [], id="no capital"),
        pytest.param("[Он](PERSON) и [Ирландские](COUNTRY) лётчики.", [], id="pronoun and adjective"),
        pytest.param("[правительство [Чили](COUNTRY)](ORGANIZATION)", [("правительство Чили", "ORG")], id="outer"),
        pytest.param("Закрыт [аэропорт [Казани](CITY)](FACILITY).", [("Казани", "LOC")], id="a place leads to it"),
        pytest.param("[Власти [Чили](COUNTRY)](ORGANIZATION)", [("Чили", "LOC")], id="an authority leads to it"),
        pytest.param("[«Вектор»](ORGANIZATION) растёт.", [("Вектор", "ORG")], id="quotes"),
        pytest.param("[завод «Вектор»](ORGANIZATION) растёт.", [("завод «Вектор»", "ORG")], id="quotes inside"),
        pytest.param("[Меморандум](LAW) подписан.", [], id="other labels"),
    ],
)
def test_named(marked: str, expected: list[tuple[str, str]]) -> None:
    told = record(marked)
    assert [(told.text[start:end], label) for start, end, label in named(told)] == expected
