"""What is to be read: files, folders, globs and standard input, and all that archives in them hold, in one order.

Only regular files are opened, and never so that opening waits; nothing is written outside unnamed temporary files.
"""

from __future__ import annotations

import glob
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from nlp.archive.containers import zips
from nlp.archive.containers.member import Member
from nlp.archive.places import is_excluded
from nlp.archive.source import Failure, Item, WalkOptions
from nlp.archive.unpack import CONTAINERS, contents, failure, nothing, unpack
from nlp.text.formats import HEAD, Format, recognise
from nlp.text.printable import printable
from nlp.text.reasons import Reason, UnreadableError

STANDARD_INPUT = "-"


def walk(inputs: Sequence[str | os.PathLike[str]], options: WalkOptions) -> Iterator[Item | Failure]:
    """Everything under the inputs, in the order given, in folders by name; what cannot be read is told in its place."""
    for each in inputs:
        name = os.fspath(each)
        if name == STANDARD_INPUT:
            yield from unpack(Member("standard input", "", sys.stdin.buffer, 0), options)
        else:
            for path in _expanded(name):
                yield from _Tree(path, options).items()


def name_of(path: Path) -> str:
    r"""A path as it is shown; bytes that are no UTF-8 as «\xef», so that the file can be found by it."""
    return printable(os.fsencode(path).decode("utf-8", "backslashreplace"))


def open_file(path: bytes | Path) -> BinaryIO:
    """Open without waiting for whoever is at the other end of a pipe that has just taken the file's place."""
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")


def _expanded(name: str) -> list[Path]:
    """A path as it is, the paths that a pattern such as «news/*.zip» fits, by name."""
    if os.path.lexists(name) or not glob.has_magic(name):
        return [Path(name)]
    return sorted(map(Path, glob.glob(name, recursive=True)), key=os.fsencode) or [Path(name)]  # noqa: PTH207  a pattern may begin anywhere


class _Tree:
    """One input: a file, or a folder with all below it."""

    def __init__(self, top: Path, options: WalkOptions) -> None:
        self.top, self.options = top, options
        self.roots = [Path(os.path.realpath(top))]

    def items(self) -> Iterator[Item | Failure]:
        """Depth first, on a stack, since folders may lie deeper than calls may go."""
        waiting = [self.top]
        while waiting:
            entry = waiting.pop()
            seen = self._look(entry)
            if isinstance(seen, Failure):
                yield seen
            elif not stat.S_ISDIR(seen):
                yield from _file(entry, self.options)
            elif isinstance(below := _listed(entry), Failure):
                yield below
            else:
                waiting.extend(reversed(below))

    def _look(self, path: Path) -> int | Failure:
        """The mode of what stands at a path, or why it is left."""
        shown, top = name_of(path), path == self.top
        if not top and path.name.startswith("."):
            return Failure(shown, Reason.HIDDEN, "its name begins with a dot; name it to have it read")
        try:
            if not top and path.is_symlink() and self._is_known(path.resolve(strict=True)):
                return Failure(shown, Reason.REPEATED, "is a link to what is read under its own name")
            mode = path.stat().st_mode
        except (OSError, RuntimeError) as error:
            return _refused(shown, error, link=path.is_symlink())
        if not stat.S_ISDIR(mode) and not stat.S_ISREG(mode):
            return Failure(shown, Reason.NOT_REGULAR, "is a device, pipe or socket; it is not opened")
        return mode

    def _is_known(self, target: Path) -> bool:
        """Whether a link leads into a folder that is read anyway, or around one; if not, it is one from now on."""
        if any(target.is_relative_to(root) or root.is_relative_to(target) for root in self.roots):
            return True
        if target.is_dir():
            self.roots.append(target)
        return False


def _refused(shown: str, error: OSError | RuntimeError, *, link: bool = False) -> Failure:
    said = getattr(error, "strerror", None) or str(error)
    if link:
        return Failure(shown, Reason.LINK, f"is a link to nothing that can be read: {said}")
    reason = Reason.MISSING if isinstance(error, FileNotFoundError) else Reason.UNREADABLE
    return Failure(shown, reason, f"cannot be read: {said}")


def _listed(folder: Path) -> list[Path] | Failure:
    """The entries of a folder by name."""
    try:
        below = sorted(folder.iterdir(), key=os.fsencode)
    except OSError as error:
        return _refused(name_of(folder), error)
    return below or Failure(name_of(folder), Reason.EMPTY, "an empty folder")


def _file(path: Path, options: WalkOptions) -> Iterator[Item | Failure]:
    shown = name_of(path)
    if is_excluded(shown, options.exclude):
        yield Failure(shown, Reason.EXCLUDED, "is excluded by its name")
        return
    try:
        with open_file(path) as stream:
            size = os.fstat(stream.fileno()).st_size
            kind = _kind(stream, shown)
            if kind in CONTAINERS:
                yield from contents(kind, stream, Member(shown, printable(path.name), stream, size), options, None)
            else:
                yield _item(path, shown, size, options.max_document)
    except UnreadableError as error:
        yield failure(error, shown)
    except OSError as error:
        yield _refused(shown, error)


def _kind(stream: BinaryIO, shown: str) -> Format:
    kind = recognise(stream.read(HEAD), shown)
    stream.seek(0)
    if kind is not Format.ZIP:
        return kind
    with zips.opened(stream, shown) as archive:
        return zips.kind(archive)


def _item(path: Path, shown: str, size: int, limit: int) -> Item | Failure:
    if size == 0:
        return nothing(shown)
    if size > limit:
        return Failure(shown, Reason.TOO_LARGE, f"{size} bytes; at most {limit} are read", size)
    return Item(path=shown, size=size, file=os.fsencode(path.absolute()))
