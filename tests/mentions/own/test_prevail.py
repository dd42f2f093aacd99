"""An analyst's mentions beside the rules' and the model's."""

from __future__ import annotations

import pytest

from nlp.mentions.overlap import Proposal, by_place
from nlp.mentions.resolve import stand


def own(start: int, end: int, label: str) -> Proposal:
    return Proposal(start, end, label, "own", 0.9)


def other(start: int, end: int, label: str, rule: str = "spans") -> Proposal:
    return Proposal(start, end, label, rule, 0.95)


TAUGHT = frozenset({"TENDER", "DATE", "ORGANIZATION"})


@pytest.mark.parametrize(
    ("mine", "its", "stays"),
    [
        pytest.param(own(0, 3, "DATE"), other(0, 3, "DATE", "dates/day"), "its", id="the same: the rule's has a value"),
        pytest.param(own(0, 3, "DATE"), other(0, 3, "DATE"), "mine", id="the same, and the model's"),
        pytest.param(own(0, 3, "DATE"), other(0, 2, "DATE", "dates/day"), "mine", id="taught, another extent"),
        pytest.param(own(0, 3, "DATE"), other(5, 6, "DATE", "dates/day"), "mine", id="taught, not found by the head"),
        pytest.param(own(0, 3, "DATE"), other(5, 6, "CITY", "lexicon/city"), "both", id="not taught, apart"),
        pytest.param(own(0, 1, "ORGANIZATION"), other(0, 1, "CITY", "lexicon/city"), "mine", id="the same words"),
        pytest.param(
            own(0, 1, "TENDER"), other(0, 1, "CITY", "lexicon/city"), "both", id="the same words, a new label"
        ),
        pytest.param(own(0, 3, "TENDER"), other(2, 5, "CITY"), "mine", id="crossing the model's"),
        pytest.param(own(0, 3, "TENDER"), other(2, 5, "MONEY", "amounts/written"), "its", id="crossing a surer"),
        pytest.param(own(0, 6, "TENDER"), other(2, 5, "MONEY", "amounts/written"), "both", id="a sum inside"),
        pytest.param(own(2, 3, "TENDER"), other(0, 5, "EVENT", "pattern/gathering"), "both", id="inside another"),
        pytest.param(
            own(0, 6, "ORGANIZATION"), other(0, 2, "EVENT"), "mine", id="an event opens a body, as with rules"
        ),
    ],
)
def test_pairs(mine: Proposal, its: Proposal, stays: str) -> None:
    kept, dropped = stand([mine, its], TAUGHT)
    assert kept == {"mine": [mine], "its": [its], "both": sorted([mine, its], key=by_place)}[stays]
    assert sorted([*kept, *(loser for loser, _ in dropped)], key=by_place) == sorted([mine, its], key=by_place)
    assert all(reason for _, reason in dropped)


def test_what_lost_to_a_surer_beats_nobody() -> None:
    mine, sum_, body = own(0, 3, "TENDER"), other(2, 5, "MONEY", "amounts/written"), other(0, 1, "CITY")
    kept, dropped = stand([mine, sum_, body], TAUGHT)
    assert kept == [body, sum_]
    assert dropped == [(mine, "meets a surer MONEY by amounts/written")]


def test_a_denied_rule_beats_nobody() -> None:
    """«Спартак» by the rules is a body as well as a gathering; where the head finds no body, the gathering stands."""
    body = Proposal(0, 1, "ORGANIZATION", "pattern/body", 0.99)
    gathering = Proposal(0, 1, "EVENT", "pattern/gathering", 0.5)
    assert stand([body, gathering], TAUGHT) == ([gathering], [(body, "not confirmed by own")])
    assert stand([body, gathering], frozenset())[0] == [body]


def test_the_model_still_confirms_names_where_all_it_found_is_denied() -> None:
    name, found = Proposal(0, 2, "PERSON", "ner", 0.8), other(5, 6, "ORGANIZATION")
    assert stand([name, found], TAUGHT)[0] == []
    assert stand([name], TAUGHT)[0] == [name]
