"""Which mentions are one document, and what they say of it."""

import pytest

from tests.entities.marked import read, table


def agreements(doc):
    names = {each.id: each.name for each in (*doc._.people, *doc._.organisations, *doc._.places)}
    return [
        " | ".join(
            (
                each.kind,
                each.title,
                each.subject or "-",
                each.number or "-",
                ", ".join(names[party] for party in each.parties) or "-",
                str(len(each.mentions)),
            )
        )
        for each in doc._.agreements
    ]


@pytest.mark.parametrize(("text", "expected"), table("agreements"))
def test_agreements(text, expected):
    assert agreements(read(text)) == expected


def test_the_date_is_the_one_that_ot_joins():
    text = "В [2025 году](DATE) [меморандум о связи](LAW) от [22 августа 2024 года](DATE) продлён."
    doc = read(text, dates={1: "2025", 3: "2024-08-22"})
    assert [each.date for each in doc._.agreements] == ["2024-08-22"]


def test_status_and_signatories_are_left_to_the_events():
    doc = read("Подписан [договор о дружбе](LAW).")
    assert (doc._.agreements[0].status, doc._.agreements[0].signatories) == (None, ())
