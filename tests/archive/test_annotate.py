"""From inputs to tables: all documents, each once, whatever happens on the way."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.archive.annotate import Limits, annotate
from nlp.archive.blocks import Block
from nlp.archive.shards import Shards
from nlp.archive.store import Folder
from nlp.errors import ArchiveError
from tests.archive.archives import asked, rows, run, tables, texts
from tests.archive.conftest import Inline

pytestmark = pytest.mark.usefixtures("quick_disk")


@pytest.fixture
def folder(tmp_path):
    return texts(tmp_path / "новости")


def sources(out, table="documents"):
    return [Path(row[1 if table == "documents" else 0]).name for row in rows(out, table)]


def test_every_document_is_in_the_tables(folder, tmp_path):
    last = run(asked(folder), tmp_path / "out")[-1]
    assert sorted(sources(tmp_path / "out")) == sorted(path.name for path in folder.iterdir())
    assert (last.total.documents, last.total.errors, last.items, last.written) == (12, 0, 12, 12)


def test_rows_of_one_document_share_its_item(folder, tmp_path):
    run(asked(folder), tmp_path / "out")
    items = {row[-1] for row in rows(tmp_path / "out", "documents")}
    assert len(items) == 12
    for table in ("people", "mentions", "positions"):
        assert [row[-1] for row in rows(tmp_path / "out", table)] != []
        assert {row[-1] for row in rows(tmp_path / "out", table)} == items


def test_entities_carry_their_keys(folder, tmp_path):
    run(asked(folder), tmp_path / "out")
    for table in ("people", "mentions", "positions"):
        assert "person/ковалев" in {row[-2] for row in rows(tmp_path / "out", table)}


def test_the_manifest_tells_what_was_done(folder, tmp_path):
    run(asked(folder), tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert manifest["complete"] is True
    assert manifest["job"]["inputs"] == [str(folder)]
    counts = {name: number for name, number in manifest["counts"].items() if number}
    assert counts == {"documents": 12, "people": 12, "positions": 12, "mentions": 12}


def test_a_second_run_does_nothing(folder, tmp_path):
    run(asked(folder), tmp_path / "out")
    before = tables(tmp_path / "out")
    crew = Inline()
    (last, _) = run(asked(folder), tmp_path / "out", crew)
    assert (last.kept, last.total.documents, crew.batches) == (12, 12, [])
    assert tables(tmp_path / "out") == before


def test_what_is_new_is_added(folder, tmp_path):
    run(asked(folder), tmp_path / "out")
    texts(folder, 14)
    assert run(asked(folder), tmp_path / "out")[-1].items == 2
    assert len(rows(tmp_path / "out", "documents")) == 14


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_the_number_of_workers_changes_nothing(folder, tmp_path, workers):
    run(asked(folder), tmp_path / "one", workers=1, shard=100)
    run(asked(folder), tmp_path / "many", workers=workers, shard=3)
    assert tables(tmp_path / "many") == tables(tmp_path / "one")


class PowerCut(BaseException):
    """The machine goes out."""


class Doomed(Folder):
    """A store that goes out at the n-th write, before it or after it."""

    def __init__(self, place, last, after):
        super().__init__(place)
        self.left, self.after = last, after

    def put(self, name, content):
        self.left -= 1
        if self.left < 0 and not self.after:
            raise PowerCut
        super().put(name, content)
        if self.left < 0:
            raise PowerCut


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory):
    """A job, and its tables when nothing happens."""
    here = tmp_path_factory.mktemp("whole")
    job = asked(texts(here / "in"))
    run(job, here / "out")
    return job, tables(here / "out")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(last=st.integers(15, 60), after=st.booleans(), again=st.integers(0, 40))
def test_killed_at_any_write_it_ends_up_the_same(uninterrupted, tmp_path_factory, last, after, again):
    job, whole = uninterrupted
    here = tmp_path_factory.mktemp("kill")
    for number in (last, again):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("nlp.archive.annotate.open_store", lambda out, n=number: Doomed(out, n, after))
            with suppress(PowerCut):
                run(job, here / "cut", shard=2)
    run(job, here / "cut", shard=4)
    assert tables(here / "cut") == whole


def test_what_waits_to_be_written_is_kept_when_the_run_is_stopped(folder, tmp_path):
    class Stopped(Inline):
        def wait(self, workers, seconds):
            for worker, event in super().wait(workers, seconds):
                yield worker, event
                if isinstance(event, Block):
                    raise KeyboardInterrupt

    texts(folder, 20)
    with pytest.raises(KeyboardInterrupt):
        run(asked(folder), tmp_path / "out", Stopped(), shard=1000)
    assert len(rows(tmp_path / "out", "documents")) == 4
    assert json.loads((tmp_path / "out" / "manifest.json").read_text())["complete"] is False


def test_steps_that_are_not_taken_to_the_end_keep_what_is_done(folder, tmp_path):
    steps = annotate(asked(folder), tmp_path / "out", Limits(shard=1000), crew := Inline())
    next(steps), next(steps)
    steps.close()
    assert len(rows(tmp_path / "out", "documents")) == 12
    assert crew.closed
    assert not any(worker.alive for worker in crew.workers)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param({"published": "2024"}, "published was None, is '2024'", id="published"),
        pytest.param({"text_column": "текст"}, "text_column was None, is 'текст'", id="column"),
    ],
)
def test_another_jobs_archive_is_left_alone(folder, tmp_path, change, told):
    run(asked(folder), tmp_path / "out")
    with pytest.raises(ArchiveError, match=f"made with other settings: {told}"):
        run(asked(folder, **change), tmp_path / "out")


def test_other_inputs_are_told(folder, tmp_path):
    run(asked(folder), tmp_path / "out")
    with pytest.raises(ArchiveError, match=r"inputs was .*новости.*, is .*иное"):
        run(asked(tmp_path / "иное"), tmp_path / "out")


def test_an_output_inside_the_input_is_refused(folder):
    with pytest.raises(ArchiveError, match="lies inside the input"):
        run(asked(folder), folder / "out")


def test_two_runs_at_once_are_refused(folder, tmp_path):
    first = annotate(asked(folder), tmp_path / "out", crew=Inline())
    next(first)
    with pytest.raises(ArchiveError, match="another run is at work"):
        run(asked(folder), tmp_path / "out")
    first.close()


class Full(Folder):
    """A disk that takes so many files and no more."""

    room = 20

    def put(self, name, content):
        self.room -= 1
        if self.room < 0:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("nlp.archive.store.os.fsync", no_space)
                super().put(name, content)
        super().put(name, content)


def no_space(_descriptor):
    raise OSError(28, "No space left on device")


def test_a_full_disk_is_told_and_nothing_written_is_lost(folder, tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("nlp.archive.annotate.open_store", Full)
        with pytest.raises(ArchiveError, match="cannot be written: No space left on device"):
            run(asked(folder), tmp_path / "out", shard=1)
    assert not list((tmp_path / "out").rglob("*.part"))
    finished, _ = Shards(Folder(tmp_path / "out")).finished()
    last = run(asked(folder), tmp_path / "out")[-1]
    assert last.kept == len(finished)
    run(asked(folder), tmp_path / "whole")
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")


def test_a_folder_that_cannot_be_written_is_told(folder, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match=r"file.* cannot be written"):
        run(asked(folder), tmp_path / "file" / "out")
