"""Tables of annotated sentences as test cases: one id a line, one assert compares two lines.

@pytest.mark.parametrize("sentence", cases(FOLDER / "visit.txt"))
def test_visit(sentence, pipeline):
    assert_agrees(sentence, extract(sentence.text), "visit")
"""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from nlp.events.tables import Sentence, expected, found, read
from nlp.schema import Record


def cases(path: Path) -> list[ParameterSet]:
    """A parameter a line; the id is the file's name, the line and the sentence's beginning."""
    return [pytest.param(each, id=f"{path.stem}:{each.number} {each.text[:40]}") for each in read(path)]


def assert_agrees(sentence: Sentence, record: Record, event_type: str) -> None:
    """The line as written equals the line as found."""
    assert found(sentence, record, event_type) == expected(sentence)
