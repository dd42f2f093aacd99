"""The overlap policies, case by case: what goes in, what stays, and why the rest goes."""

import pytest

from nlp.mentions.overlap import Proposal, settle

POST, TITLE, BODY = "pattern/post-of", "pattern/post", "pattern/body-of"
CASES = {
    "alone": ([(0, 2, "PERSON", "ner", 0.9)], ["PERSON"], []),
    "apart": ([(0, 2, "PERSON", "ner", 0.9), (2, 3, "CITY", "ner", 0.6)], ["PERSON", "CITY"], []),
    "the same twice": ([(0, 2, "PERSON", "ner", 0.9)] * 2, ["PERSON"], []),
    "same words, surer label": (
        [(0, 1, "CITY", "ner", 0.6), (0, 1, "COUNTRY", "lexicon/country", 0.95)],
        ["COUNTRY"],
        ["the same words are COUNTRY by lexicon/country"],
    ),
    "same words, same label": (
        [(0, 1, "CITY", "ner", 0.6), (0, 1, "CITY", "lexicon/city", 0.95)],
        ["CITY"],
        ["the same words are CITY by lexicon/city"],
    ),
    "«МИД» in «МИД России»": (
        [(0, 1, "ORGANIZATION", "lexicon/ministry", 0.95), (0, 2, "ORGANIZATION", "pattern/national", 0.95)],
        ["ORGANIZATION"],
        ["longer ORGANIZATION by pattern/national"],
    ),
    "«Роснефть» in its board": (
        [(0, 3, "ORGANIZATION", "pattern/board", 0.9), (2, 3, "ORGANIZATION", "ner", 0.7)],
        ["ORGANIZATION", "ORGANIZATION"],
        [],
    ),
    "a name inside a legal form's": (
        [(0, 6, "ORGANIZATION", "pattern/form", 0.98), (2, 5, "ORGANIZATION", "ner", 0.7)],
        ["ORGANIZATION"],
        ["longer ORGANIZATION by pattern/form"],
    ),
    "a country in a body": (
        [(0, 4, "ORGANIZATION", BODY, 0.9), (2, 4, "COUNTRY", "lexicon/country", 0.95)],
        ["ORGANIZATION", "COUNTRY"],
        [],
    ),
    "a title and its post": (
        [(0, 2, "PROFESSION", POST, 0.9), (0, 1, "PROFESSION", TITLE, 0.8), (1, 2, "COUNTRY", "lexicon/country", 0.95)],
        ["PROFESSION", "PROFESSION", "COUNTRY"],
        [],
    ),
    "«министра» in «заместитель министра»": (
        [(0, 2, "PROFESSION", TITLE, 0.8), (1, 2, "PROFESSION", TITLE, 0.8)],
        ["PROFESSION"],
        ["longer PROFESSION by pattern/post"],
    ),
    "crossing": (
        [(0, 3, "ORGANIZATION", "ner", 0.7), (2, 5, "LAW", "pattern/agreement", 0.95)],
        ["LAW"],
        ["crosses a surer LAW by pattern/agreement"],
    ),
    "a town in a person": (
        [(0, 2, "PERSON", "ner", 0.9), (0, 1, "CITY", "lexicon/city", 0.95)],
        ["PERSON"],
        ["inside PERSON by ner"],
    ),
    "a number in a person": ([(0, 2, "PERSON", "ner", 0.9), (1, 2, "ORDINAL", "x", 0.9)], ["PERSON", "ORDINAL"], []),
    "a forum that is a body": (
        [(0, 3, "ORGANIZATION", "lexicon/international", 0.95), (0, 1, "EVENT", "pattern/gathering", 0.6)],
        ["ORGANIZATION"],
        ["inside ORGANIZATION by lexicon/international"],
    ),
    "a number in a date": ([(0, 3, "DATE", "dates/day", 0.9), (0, 1, "NUMBER", "x", 0.9)], ["DATE", "NUMBER"], []),
}


@pytest.mark.parametrize("case", CASES, ids=list(CASES))
def test_policy(case):
    proposals, stay, reasons = CASES[case]
    kept, dropped = settle([Proposal(*proposal) for proposal in proposals])
    assert ([proposal.label for proposal in kept], [reason for _, reason in dropped]) == (stay, reasons)


def test_order_of_proposals_does_not_matter():
    for proposals, _, _ in CASES.values():
        made = [Proposal(*proposal) for proposal in proposals]
        assert settle(made) == settle(made[::-1])


def test_what_stays_is_sorted_outer_first():
    kept, _ = settle([Proposal(1, 2, "COUNTRY", "a", 1.0), Proposal(0, 2, "ORGANIZATION", "b", 1.0)])
    assert [(each.start, each.end) for each in kept] == [(0, 2), (1, 2)]
