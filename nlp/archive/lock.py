"""One run at a time on an archive: the system gives the lock back when a process ends, however it ends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from nlp.archive.store import Folder, Store, told
from nlp.errors import ArchiveError

NAME = ".lock"


@contextmanager
def held(store: Store) -> Iterator[None]:
    """Hold the lock of a folder; raises `ArchiveError` when another run has it. Remote stores have none."""
    if not isinstance(store, Folder):
        yield
        return
    with told(store.place, "written"):
        store.root.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(store.root / NAME, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _lock(descriptor, store.place)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, place: str) -> None:
    with suppress(ImportError):  # Windows has no fcntl, and goes without
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ArchiveError(f"{place}: another run is at work on this folder; wait until it ends") from error
