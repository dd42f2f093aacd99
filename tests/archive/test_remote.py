"""Inputs behind a file system of Arrow or fsspec."""

import gzip
import io
import tarfile

import pytest
from pyarrow import fs

from nlp.archive.remote import everything
from nlp.archive.source import Failure, WalkOptions
from nlp.archive.store import filesystem
from nlp.errors import ArchiveError
from tests.archive.archives import asked, rows, run, texts


def packed():
    """A tar.gz with two letters."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for name, text in (("а.txt", "Орлова посетила Казань."), ("б.txt", "Дрозд посетил Минск.")):
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return stream.getvalue()


def paths(address):
    return [item.path for item in everything([address], WalkOptions())]


def put(address, content):
    files, path = filesystem(address)
    assert isinstance(files, fs.FileSystem)
    files.create_dir(path.rpartition("/")[0], recursive=True)
    with files.open_output_stream(path, compression=None) as stream:
        stream.write(content)


@pytest.fixture(params=["file", "memory"])
def root(request, tmp_path):
    """An address of each kind."""
    if request.param == "file":
        return tmp_path.as_uri()
    pytest.importorskip("fsspec", reason="fsspec comes with letopis[ray]")
    return f"memory://{tmp_path.name}"


def test_files_and_what_is_in_archives(root):
    put(f"{root}/in/2.tar.gz", packed())
    put(f"{root}/in/1.txt", "Ковалёв посетил Самару.".encode())
    put(f"{root}/in/под/3.txt.gz", gzip.compress("Ткач посетил Минск.".encode()))
    assert paths(f"{root}/in/") == [
        f"{root}/in/1.txt",
        f"{root}/in/2.tar.gz!/а.txt",
        f"{root}/in/2.tar.gz!/б.txt",
        f"{root}/in/под/3.txt.gz",
    ]
    assert paths(f"{root}/in/1.txt") == [f"{root}/in/1.txt"]


def test_what_is_not_there_is_told(root):
    (missing,) = everything([f"{root}/nothing"], WalkOptions())
    assert isinstance(missing, Failure)
    assert missing.reason == "missing"


def test_an_unknown_kind_of_address_is_told():
    with pytest.raises(ArchiveError, match="no file system for this address"):
        paths("nowhere://bucket/in")


def test_paths_and_addresses_together(tmp_path):
    folder = texts(tmp_path / "in", 2)
    found = [item.path for item in everything([str(folder), folder.as_uri()], WalkOptions())]
    assert found == [f"{place}/{name}" for place in (folder, folder.as_uri()) for name in ("01.txt", "02.txt")]


@pytest.mark.usefixtures("quick_disk")
def test_from_an_address_to_an_address(tmp_path):
    folder = texts(tmp_path / "in", 3)
    run(asked(folder.as_uri()), (tmp_path / "out").as_uri())
    assert [row[1].rpartition("/")[2] for row in rows(tmp_path / "out", "documents")] != []
    assert len(rows(tmp_path / "out", "people")) == 3
    assert run(asked(folder.as_uri()), (tmp_path / "out").as_uri())[-1].kept == 3
