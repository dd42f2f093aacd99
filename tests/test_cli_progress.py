"""The walk that counts for the bar goes on in the background, and never longer than the bar."""

import itertools
import threading

import pytest

from nlp.archive.job import job
from nlp.archive.source import WalkOptions
from nlp.cli.progress import Count


def walks():
    return [thread for thread in threading.enumerate() if thread.daemon and "_count" in thread.name]


@pytest.fixture
def asked(tmp_path):
    for name in ("а.txt", "б.txt"):
        (tmp_path / name).write_text("Привет.", encoding="utf-8")
    return job((str(tmp_path),), WalkOptions())


def test_items_are_counted(asked):
    count = Count(asked)
    with count.going_on():
        for walk in walks():
            walk.join()
    assert count.total == 2


def test_a_walk_without_end_ends_with_the_bar(asked, monkeypatch):
    monkeypatch.setattr("nlp.archive.remote.everything", lambda *_: itertools.count())
    count = Count(asked)
    with count.going_on():
        assert len(walks()) == 1
    assert walks() == []
    assert count.total is None


def test_standard_input_is_not_walked():
    with Count(job(("-",), WalkOptions())).going_on():
        assert walks() == []
