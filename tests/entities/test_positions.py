"""Who holds which post: a small text, and «person: title @ organisation [phase]» of each position expected."""

import pytest

from tests.entities.marked import read, table


def positions(doc):
    names = {each.id: each.name for each in (*doc._.organisations, *doc._.places)}
    phases = {None: "", "former": " [former]", "acting": " [acting]"}
    return [
        f"{person.name}: {each.title} @ {names.get(each.organisation, '-')}{phases[each.phase]}"
        for person in doc._.people
        for each in person.positions
    ]


@pytest.mark.parametrize(("text", "expected"), table("positions"))
def test_positions(text, expected):
    assert positions(read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), table("holders"))
def test_posts_alone(text, expected):
    doc = read(text)
    assert [" ".join(s.kb_id_ or "-" for s in doc.spans["mentions"] if s.label_ == "PROFESSION")] == expected
