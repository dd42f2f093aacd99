"""Readers of damaged files: whatever the bytes are, there is an answer and nothing raises."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.archive.fuzzed import SEEDS, check, mutations


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_answered(name, data):
    check(name, data.draw(mutations(SEEDS[name]())))


@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.rtf", "a.pdf", "a.eml", "a.csv", "a.jsonl", "a.zip", "a.tar.gz"]
)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=400))
def test_any_bytes_are_answered(name, data):
    check(name, data)
