"""How much memory a worker may take, and how much it and its work have taken."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from nlp.archive.work import Gone
from nlp.text.reasons import Reason

TIRED = 0.75
"""The part of its limit at which a worker is replaced between two batches."""


def cap(megabytes: int, besides: int = 0) -> None:
    """Let this process ask for no more: Python then raises `MemoryError`; 0 for no limit.

    Linux counts what a process may write, the data of its libraries included (RLIMIT_DATA); a system without such a
    limit has none here. `besides` are megabytes that the work has no part in: the threads of Ray.
    """
    try:
        import resource
    except ImportError:
        return
    if megabytes:
        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = (megabytes + besides) << 20
        resource.setrlimit(resource.RLIMIT_DATA, (wanted if most < 0 else min(wanted, most), most))


def beyond(megabytes: int) -> Gone:
    """What a worker says that came to its limit."""
    return Gone(f"asked for more than {megabytes} MB of memory", Reason.OUT_OF_MEMORY)


def mapped() -> int:
    """Megabytes that this process may write already, as RLIMIT_DATA counts them; 0 where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmData:")) >> 10
    except (OSError, ValueError, StopIteration):
        return 0


def give_back() -> None:
    """Let the system have the pages between those in use, which glibc keeps; other C libraries do as they like."""
    trim = _trim()
    if trim is not None:
        trim(0)


@lru_cache(maxsize=1)
def _trim() -> Callable[[int], int] | None:
    if sys.platform != "linux":
        return None
    return getattr(ctypes.CDLL(None), "malloc_trim", None)


def taken(pid: int) -> int:
    """Megabytes that a process holds; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return (pages * os.sysconf("SC_PAGE_SIZE")) >> 20


def worked(pid: int) -> float:
    """Processor seconds that a process has had; those of the clock where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return time.monotonic()
