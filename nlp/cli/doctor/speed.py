"""How long the model takes to load, and how many tokens a second it reads here."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from nlp.cli.doctor.finding import Finding, Verdict
from nlp.cli.language import say, told
from nlp.errors import LetopisError

if TYPE_CHECKING:
    from spacy.language import Language

SAMPLE = Path(__file__).with_name("sample.txt")
SECONDS = 2.0
"""How long is read."""
SLOW = 500.0
"""Tokens a second below which something is wrong; an ordinary core of 2020 reads a few thousand."""
BUSY = 1.5
"""Seconds by the clock to a second of work from which other programs are in the way."""


def findings(model: str) -> Iterator[Finding]:
    """Start-up, and tokens a second over a news text that is shipped; a model that cannot read is told as broken."""
    from nlp import pipeline as walk

    begun = time.perf_counter()
    try:
        pipeline = walk.load(model=model)
        _read(pipeline)
    except LetopisError as error:
        yield Finding(say("start"), told(error), Verdict.BAD)
        return
    yield Finding(say("start"), say("{seconds} s to load and read a first text", seconds=_short(begun)))
    yield _speed(pipeline)


def _read(pipeline: Language) -> int:
    """Read the sample once; gives its tokens."""
    return len(pipeline(SAMPLE.read_text(encoding="utf-8")))


def _speed(pipeline: Language) -> Finding:
    begun, worked, tokens = time.perf_counter(), time.process_time(), 0
    for read in map(_read, repeat(pipeline)):
        tokens += read
        if time.perf_counter() - begun > SECONDS:
            break
    passed, worked = time.perf_counter() - begun, time.process_time() - worked
    value = say("{rate} tokens a second", rate=f"{tokens / passed:.0f}")
    if passed > BUSY * worked:
        share = f"{worked / passed:.0%}"
        return Finding(
            say("reading"), value, Verdict.NOTE, say("other programs left it {share} of a core", share=share)
        )
    if tokens / passed < SLOW:
        return Finding(say("reading"), value, Verdict.NOTE, say("slow: an ordinary core reads a few thousand"))
    return Finding(say("reading"), value)


def _short(begun: float) -> str:
    return f"{time.perf_counter() - begun:.1f}"
