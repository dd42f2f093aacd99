import pytest
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.morphology.inflection import candidates, inflect, normal_form
from tests.morphology.marked import Case, parse, read

CASES = read(Path(__file__).with_name("inflection.txt"))


def span_of(pipeline, case: Case):
    return pipeline(case.text).char_span(case.start, case.end)


@pytest.mark.parametrize("case", CASES, ids=[f"{n}-{case.phrase}" for n, case in enumerate(CASES)])
def test_table(pipeline, case):
    label, _, expected = case.expected.partition(" ")
    assert normal_form(span_of(pipeline, case), None if label == "_" else label) == expected
