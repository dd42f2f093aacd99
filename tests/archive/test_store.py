"""A file is there whole or not at all, in a folder and behind a file system of Arrow."""

import pytest

from nlp.archive.store import Folder, Remote, open_store
from nlp.errors import ArchiveError


@pytest.fixture(params=["folder", "arrow", "fsspec"])
def store(request, tmp_path):
    if request.param == "folder":
        return Folder(tmp_path / "out")
    if request.param == "arrow":
        return Remote((tmp_path / "out").as_uri())
    pytest.importorskip("fsspec", reason="fsspec comes with letopis[ray]")
    return Remote(f"memory://{tmp_path.name}")


def test_what_was_put_is_there(store):
    store.put("people/a.parquet", b"1")
    store.put("people/a.parquet", b"22")
    store.put("people/b.parquet", b"3")
    assert store.names("people") == ["a.parquet", "b.parquet"]
    assert store.get("people/a.parquet") == b"22"


def test_what_is_not_there_is_nothing(store):
    assert store.get("people/a.parquet") is None
    assert store.names("people") == []
    store.remove("people/a.parquet")


def test_what_was_removed_is_gone(store):
    store.put("people/a.parquet", b"1")
    store.remove("people/a.parquet")
    assert store.names("people") == []


def test_a_write_that_fails_leaves_the_former_file(tmp_path, monkeypatch):
    store = Folder(tmp_path)
    store.put("a", b"whole")
    monkeypatch.setattr("nlp.archive.store.os.fsync", refuse)
    with pytest.raises(ArchiveError, match=r"cannot be written: No space left on device"):
        store.put("a", b"half")
    assert store.get("a") == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def refuse(_descriptor):
    raise OSError(28, "No space left on device")


def test_what_a_killed_run_left_half_written_goes(tmp_path):
    store = Folder(tmp_path)
    store.put("people/a.parquet", b"1")
    (tmp_path / "people" / ".b.parquet.part").write_bytes(b"half")
    assert store.names("people") == ["a.parquet"]
    store.tidy(iter(["people"]))
    assert [path.name for path in (tmp_path / "people").iterdir()] == ["a.parquet"]


def test_a_place_that_no_file_system_knows_is_told():
    with pytest.raises(ArchiveError, match=r"nowhere://bucket/out: no file system for this address"):
        open_store("nowhere://bucket/out")


def test_a_path_is_a_folder_and_an_address_is_not(tmp_path):
    assert isinstance(open_store(tmp_path), Folder)
    assert isinstance(open_store(str(tmp_path)), Folder)
    assert isinstance(open_store(tmp_path.as_uri()), Remote)
