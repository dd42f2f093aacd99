"""Hostile files: each gives a document or a reason, nothing raises, nothing is written, nothing grows."""

import os
import tempfile
from pathlib import Path

import pytest

from nlp.archive.documents import answers
from nlp.archive.source import Document, Failure, WalkOptions
from tests.archive import hostile


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The folder, what must be said of its files, and what is."""
    top = tmp_path_factory.mktemp("hostile")
    expected = hostile.make(top)
    return top, expected, list(answers([top], hostile.OPTIONS))


def said(folder):
    """File → the reasons told of it, `read` for a document."""
    top, _, found = folder
    told = {}
    for each in found:
        name = each.path.removeprefix(f"{top}/").partition("!/")[0]
        file = name if name in folder[1] else name.rpartition(":")[0]
        told.setdefault(file, set()).add(hostile.READ if isinstance(each, Document) else str(each.reason))
    return told


def test_every_file_is_answered_as_it_must_be(folder):
    told = said(folder)
    missing = {
        name: (expected, told.get(name))
        for name, expected in folder[1].items()
        if not expected <= told.get(name, set())
    }
    assert missing == {}


def test_there_are_many(folder):
    assert len(folder[1]) >= 80


def test_every_answer_has_its_place_and_is_printable(folder):
    for each in folder[2]:
        assert each.path.startswith(str(folder[0]))
        each.path.encode()
        assert each.path.isprintable()
        if isinstance(each, Failure):
            each.detail.encode()
            assert each.detail
            assert "\n" not in each.detail


def test_the_order_and_the_answers_are_always_the_same(folder):
    again = [(each.path, type(each)) for each in answers([folder[0]], hostile.OPTIONS)]
    assert again == [(each.path, type(each)) for each in folder[2]]


def test_nothing_is_written(folder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = {path: path.lstat().st_mtime_ns for path in [folder[0], *folder[0].iterdir()]}
    list(answers([folder[0]], hostile.OPTIONS))
    assert list(tmp_path.iterdir()) == []
    assert before == {path: path.lstat().st_mtime_ns for path in [folder[0], *folder[0].iterdir()]}
    assert not Path("/etc/evil.txt").exists()


def test_the_usual_bounds_hold_too(folder):
    every = answers([folder[0] / name for name in ("bombs.zip", "bomb.gz", "many.zip", "long.jsonl")], WalkOptions())
    assert sum(isinstance(each, Document) for each in every) >= 601


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("тайна")
    path.chmod(0)
    (failure,) = answers([tmp_path], WalkOptions())
    assert failure.reason == "unreadable"
