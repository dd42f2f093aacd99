"""Where an annotated archive is kept: a folder on this machine, or one that a file system of Arrow reaches.

Whatever is `put` is there whole or not at all, also when the power fails in the middle.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from pyarrow import fs

from nlp.errors import ArchiveError


class Store(Protocol):
    """Files by name, such as "mentions/3f2a.parquet"."""

    place: str

    def put(self, name: str, content: Any) -> None:
        """Write a file in one step; `content` is bytes or an Arrow buffer."""

    def get(self, name: str) -> bytes | None:
        """What is in a file, `None` when there is none."""

    def names(self, folder: str) -> list[str]:
        """The files of a folder, sorted, without those that are still being written; none for a folder that is not."""

    def remove(self, name: str) -> None:
        """Take a file away, if it is there."""


class Folder:
    """A folder on this machine.

    A file is written under another name, flushed to the disk and renamed, and then the folder is flushed: that is how
    POSIX lets a file appear at once and stay.
    """

    UNFINISHED = ".part"

    def __init__(self, place: str | Path) -> None:
        self.root = Path(place).absolute()
        self.place = str(place)

    def put(self, name: str, content: Any) -> None:
        """Write a file in one step."""
        target = self.root / name
        unfinished = target.with_name(f".{target.name}{self.UNFINISHED}")
        with told(self.place, "written"):
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                _write(unfinished, content)
                unfinished.replace(target)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
            _flush_folder(target.parent)

    def get(self, name: str) -> bytes | None:
        """What is in a file."""
        try:
            with told(self.place, "read"):
                return (self.root / name).read_bytes()
        except FileNotFoundError:
            return None

    def names(self, folder: str) -> list[str]:
        """The files of a folder."""
        try:
            with told(self.place, "read"):
                return sorted(entry.name for entry in os.scandir(self.root / folder) if entry.name[0] != ".")
        except FileNotFoundError:
            return []

    def remove(self, name: str) -> None:
        """Take a file away."""
        with told(self.place, "written"):
            (self.root / name).unlink(missing_ok=True)

    def tidy(self, folders: Iterator[str]) -> None:
        """Take away what a process that was killed left half written."""
        for folder in folders:
            for path in (self.root / folder).glob(f".*{self.UNFINISHED}"):
                path.unlink(missing_ok=True)


class Remote:
    """A folder behind `pyarrow.fs`: «s3://bucket/out», «hdfs://…», or any that fsspec knows.

    An object store shows a file when it is complete; the last file of a shard tells that the others are.
    """

    def __init__(self, place: str) -> None:
        self.place = place.rstrip("/")
        self.files, self.root = filesystem(place)

    def put(self, name: str, content: Any) -> None:
        """Write a file in one step."""
        with told(self.place, "written"):
            target = f"{self.root}/{name}"
            self.files.create_dir(target.rpartition("/")[0], recursive=True)
            with self.files.open_output_stream(target) as stream:
                stream.write(content)

    def get(self, name: str) -> bytes | None:
        """What is in a file."""
        try:
            with told(self.place, "read"), self.files.open_input_stream(f"{self.root}/{name}") as stream:
                return bytes(stream.read())
        except FileNotFoundError:
            return None

    def names(self, folder: str) -> list[str]:
        """The files of a folder."""
        with told(self.place, "read"):
            found = self.files.get_file_info(fs.FileSelector(f"{self.root}/{folder}", allow_not_found=True))
        return sorted(each.base_name for each in found if each.is_file and each.base_name[0] != ".")

    def remove(self, name: str) -> None:
        """Take a file away."""
        with told(self.place, "written"):
            if self.files.get_file_info(f"{self.root}/{name}").type != fs.FileType.NotFound:
                self.files.delete_file(f"{self.root}/{name}")


def open_store(place: str | Path) -> Store:
    """The store of a path, or of an address with «://»."""
    return Remote(str(place)) if "://" in str(place) else Folder(place)


def filesystem(address: str) -> tuple[fs.FileSystem, str]:
    """The file system of an address, Arrow's own or fsspec's, and the path in it."""
    try:
        files, path = fs.FileSystem.from_uri(address)
    except (ValueError, OSError, NotImplementedError):
        files, path = _from_fsspec(address)
    return files, path.rstrip("/")


def _from_fsspec(address: str) -> tuple[fs.FileSystem, str]:
    try:
        import fsspec

        files, path = fsspec.core.url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise ArchiveError(f"{address}: no file system for this address: {error}") from error
    return fs.PyFileSystem(fs.FSSpecHandler(files)), path


@contextmanager
def told(place: str, what: str) -> Iterator[None]:
    """What the system refuses, as one line; that there is no such file is left as it is."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        raise ArchiveError(f"{error.filename or place}: cannot be {what}: {reason}") from error


def _write(path: Path, content: Any) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _flush_folder(path: Path) -> None:
    """A folder cannot be opened on Windows, whose file system keeps names without being asked."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
