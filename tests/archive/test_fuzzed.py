"""Readers of damaged files: whatever the bytes are, there is an answer and nothing raises."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.archive.source import Failure, Reason
from tests.archive import samples
from tests.archive.fuzzed import SEEDS, answered, check, damaged
from tests.archive.samples import TEXT


@pytest.mark.parametrize("name", SEEDS)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_answered(name, data):
    check(name, data.draw(damaged(name)))


@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.rtf", "a.pdf", "a.eml", "a.csv", "a.jsonl", "a.zip", "a.tar.gz"]
)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=400))
def test_any_bytes_are_answered(name, data):
    check(name, data)


def test_what_a_parser_says_of_bytes_stays_on_one_line():
    detail = Failure("a", Reason.DAMAGED, "Couldn't deserialize\n\x00\x1b[31m\udcff\u2028 thrift").detail
    assert detail == "Couldn't deserialize \\x00\\x1b[31m\\udcff thrift"


FOUND = {
    "a.csv": (b"te\x1bxt,b\n1,2\n", Reason.COLUMNS),
    "a.parquet": (samples.parquet()[:60] + bytes(40) + samples.parquet()[100:], Reason.DAMAGED),
    "a.warc": (
        samples.warc(("http://a.by/1", "text/plain", TEXT.encode())).replace(b"Length: 3", b"Length: 2"),
        Reason.DAMAGED,
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_found_by_fuzzing(name, capsys):
    data, reason = FOUND[name]
    check(name, data)
    assert reason in {each.reason for each in answered(name, data) if isinstance(each, Failure)}
    assert capsys.readouterr() == ("", "")
