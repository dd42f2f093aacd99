"""The machine: processors, memory, room for temporary files, and whether Cyrillic survives on it."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator

from nlp.cli.doctor.finding import Finding, Verdict
from nlp.cli.language import say

WORD = "летопись «—»"
WORKER = 0.6
"""Gigabytes that a worker of `letopis annotate` may take."""


def findings() -> Iterator[Finding]:
    """Processors and threads, memory, temporary files, encodings."""
    yield from _processors()
    yield from _memory()
    free = shutil.disk_usage(tempfile.gettempdir()).free / 1e9
    yield Finding(
        say("temporary files"),
        say("{free} GB free in {folder}", free=f"{free:.1f}", folder=tempfile.gettempdir()),
        *((Verdict.GOOD, "") if free > 1 else (Verdict.NOTE, say("large archives are unpacked there"))),
    )
    for name, encoding in (("stdout", sys.stdout.encoding), (say("file names"), sys.getfilesystemencoding())):
        yield _encoding(name, encoding)


def _processors() -> Iterator[Finding]:
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    held = {name: os.environ[name] for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS") if name in os.environ}
    said = "".join(f", {name}={value}" for name, value in held.items())
    yield Finding(
        say("processors"),
        say("{number} for this program", number=usable) + said,
        Verdict.GOOD,
        say("one thread a process; annotate takes a process for each"),
    )


def _memory() -> Iterator[Finding]:
    """What is free, where the system tells."""
    try:
        free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    except (AttributeError, OSError, ValueError):
        return
    workers = int(free / WORKER)
    told = say("{free} GB free, enough for {workers} workers", free=f"{free:.1f}", workers=workers)
    if workers:
        yield Finding(say("memory"), told)
    else:
        yield Finding(say("memory"), told, Verdict.BAD, say("close other programs"))


def _encoding(name: str, encoding: str) -> Finding:
    """Whether Russian words and quotes go through it."""
    try:
        WORD.encode(encoding)
    except (LookupError, UnicodeError):
        return Finding(name, encoding, Verdict.NOTE, say("has no Cyrillic: set PYTHONUTF8=1, or LANG=ru_RU.UTF-8"))
    return Finding(name, encoding)
