"""Files and folders that are there whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from nlp.errors import OutputError


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """Where to write what takes the place of `target` at the end; a device or a pipe is written to directly."""
    target = target.resolve()
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        yield target
        return
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield unfinished
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def whole_text(target: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """The same as a stream of text, whose line ends stay as they are given."""
    with whole(target) as path, path.open("w", encoding=encoding, newline="", errors="backslashreplace") as stream:
        yield stream


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A folder to fill; raises `OutputError` for one that holds something: that may have been corrected by hand."""
    target = target.resolve()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise OutputError(f"{target}: is there and not an empty folder; give another one, or remove it first")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    unfinished.mkdir(parents=True)
    try:
        yield unfinished
        if target.exists():
            target.rmdir()
        unfinished.replace(target)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
