"""The model's mentions beside the rules'."""

from __future__ import annotations

import pytest

from nlp.mentions.overlap import Proposal
from nlp.mentions.spans.weigh import weigh


def own(start: int, end: int, label: str) -> Proposal:
    return Proposal(start, end, label, "spans", 0.9)


def ruled(start: int, end: int, label: str, rule: str) -> Proposal:
    return Proposal(start, end, label, rule, 0.8)


CITY, PERSON = ruled(0, 1, "CITY", "lexicon/city"), ruled(0, 2, "PERSON", "ner")
MONTH = ruled(1, 4, "DATE", "dates/month-year")
POST, FORUM = ruled(2, 4, "PROFESSION", "pattern/post"), ruled(0, 2, "EVENT", "pattern/gathering")


@pytest.mark.parametrize(
    ("learned", "rule", "stays"),
    [
        pytest.param(own(0, 1, "CITY"), CITY, "rule", id="the same mention: the rule's"),
        pytest.param(own(0, 2, "PERSON"), PERSON, "rule", id="confirmed: the rule's"),
        pytest.param(own(0, 3, "PERSON"), PERSON, "learned", id="not confirmed: the model's"),
        pytest.param(own(5, 6, "CITY"), PERSON, "learned", id="not confirmed, apart"),
        pytest.param(own(0, 4, "DATE"), MONTH, "rule", id="«в мае 2017 года»: the one with a value"),
        pytest.param(own(0, 2, "DATE"), MONTH, "rule", id="crossing a date"),
        pytest.param(own(1, 4, "AGE"), MONTH, "rule", id="a date by the rules is no age"),
        pytest.param(own(0, 1, "PERSON"), CITY, "rule", id="the same words: lists first"),
        pytest.param(own(0, 2, "ORGANIZATION"), FORUM, "rule", id="the same words: patterns too"),
        pytest.param(own(1, 3, "ORGANIZATION"), FORUM, "rule", id="crossing a pattern"),
        pytest.param(own(2, 6, "PROFESSION"), POST, "rule", id="one label, another extent"),
        pytest.param(own(0, 6, "ORGANIZATION"), FORUM, "both", id="an event inside a body stays"),
        pytest.param(own(2, 6, "EVENT"), POST, "both", id="a post inside an event stays"),
        pytest.param(own(5, 6, "CITY"), CITY, "both", id="apart"),
        pytest.param(own(0, 3, "ORGANIZATION"), CITY, "both", id="a city inside a body stays"),
    ],
)
def test_pairs(learned: Proposal, rule: Proposal, stays: str) -> None:
    kept, dropped = weigh([learned], [rule])
    assert kept == {"rule": [rule], "learned": [learned], "both": sorted([learned, rule], key=place)}[stays]
    assert sorted([*kept, *(loser for loser, _ in dropped)], key=place) == sorted([learned, rule], key=place)
    assert all(reason for _, reason in dropped)


def place(proposal: Proposal) -> tuple[int, int, str, str]:
    return proposal.start, -proposal.end, proposal.label, proposal.rule


def test_a_model_that_found_nothing_confirms_nothing() -> None:
    assert weigh([], [PERSON, MONTH]) == ([MONTH], [(PERSON, "not confirmed by spans")])


def test_the_models_own_nest_as_learned() -> None:
    nested = [own(0, 4, "PROFESSION"), own(0, 2, "PROFESSION")]
    assert weigh(nested, []) == (nested, [])


def test_what_has_lost_is_named_once() -> None:
    _, dropped = weigh([own(1, 4, "PERSON")], [PERSON, POST])
    assert [loser for loser, _ in dropped] == [PERSON]


def test_a_guess_gives_way_to_a_name_under_another_label():
    guess = Proposal(0, 2, "WORK_OF_ART", "spans", 0.3)
    kept, dropped = weigh([guess, own(5, 6, "CITY")], [PERSON])
    assert kept == [PERSON, own(5, 6, "CITY")]
    assert dropped == [(guess, "a guess against PERSON by ner")]
