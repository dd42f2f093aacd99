"""Inputs at addresses, «s3://news/2024/» or «hdfs://…», walked as folders and archives of this machine are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyarrow import fs

from nlp.archive.containers.member import Member
from nlp.archive.source import Failure, Item, WalkOptions
from nlp.archive.store import filesystem
from nlp.archive.unpack import unpack
from nlp.archive.walk import walk
from nlp.text.reasons import Reason

ADDRESS = "://"


def everything(inputs: Sequence[str], options: WalkOptions) -> Iterator[Item | Failure]:
    """What `walk` finds under paths, and the same under addresses; raises `ArchiveError` for one of no known kind."""
    for given in inputs:
        yield from _under(given, options) if ADDRESS in given else walk((given,), options)


def _under(address: str, options: WalkOptions) -> Iterator[Item | Failure]:
    files, root = filesystem(address)
    try:
        top = files.get_file_info(root)
        if top.type == fs.FileType.NotFound:
            yield Failure(address, Reason.MISSING, "no such file or folder")
            return
        found = [top] if top.is_file else files.get_file_info(fs.FileSelector(root, recursive=True))
    except OSError as error:
        yield Failure(address, Reason.UNREADABLE, f"cannot be listed: {error}")
        return
    for each in sorted((each for each in found if each.is_file), key=_path):
        yield from _file(files, each, f"{address.rstrip('/')}{each.path.removeprefix(root)}", options)


def _file(files: fs.FileSystem, found: fs.FileInfo, path: str, options: WalkOptions) -> Iterator[Item | Failure]:
    try:
        with files.open_input_stream(found.path, compression=None) as stream:
            yield from unpack(Member(path, found.base_name, stream, found.size), options)
    except OSError as error:
        yield Failure(path, Reason.UNREADABLE, f"cannot be read: {error}", found.size)


def _path(found: fs.FileInfo) -> str:
    return str(found.path)
