# ruff: noqa: INP001  a script, not a package
"""Documents and tokens a second of letopis, beside natasha where it is installed, and what two workers are worth.

    python benchmarks/throughput.py TEXT.txt … [--natasha PYTHON]

Both read every text, in blocks by turns, each in a process of its own with one thread: a machine that slows down
slows both. Processor seconds are counted, so that other programs' work is not. PYTHON is an interpreter that has
natasha (1.6 wants setuptools below 80 beside it); without the option, this one. natasha segments, tags, parses, finds
names, brings words and names to normal form and finds dates; letopis does all it can, events included.

The last part runs `letopis annotate` with one worker and with two, by the clock: it wants a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from razdel import tokenize

from nlp.archive.annotate import Limits, annotate
from nlp.archive.job import job
from nlp.archive.processes import pinned
from nlp.archive.source import WalkOptions

BLOCK = 20
"""Texts read by one side at a time."""


class Side:
    """A process that reads: what it spent on each stage, its peak memory in MB, processor seconds to begin."""

    def __init__(self, name: str, python: str) -> None:
        script = Path(__file__).with_name("reader.py")
        with pinned():
            self.process = subprocess.Popen(  # noqa: S603  the interpreter is the caller's choice
                [python, str(script), name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        self.ask, self.told = cast("IO[str]", self.process.stdin), cast("IO[str]", self.process.stdout)
        self.name, self.spent, self.peak = name, Counter[str](), 0.0
        self.start: float = self._answer()["start"]

    def read(self, texts: list[str]) -> None:
        """Have some texts read."""
        self.ask.write(json.dumps(texts) + "\n")
        self.ask.flush()
        answer = self._answer()
        self.spent.update(answer["spent"])
        self.peak = answer["peak"]

    def _answer(self) -> dict[str, Any]:
        line = self.told.readline()
        if not line:
            raise SystemExit(f"{self.name} ended with exit code {self.process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    @property
    def seconds(self) -> float:
        """Processor seconds of all stages."""
        return self.spent.total()


def has_natasha(python: str) -> bool:
    """Whether an interpreter can import it."""
    command = [python, "-W", "ignore", "-c", "import natasha"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603  the caller's choice


def compared(sides: list[Side], texts: list[str]) -> None:
    """Let every side read every text."""
    for start in range(0, len(texts), BLOCK):
        for side in sides:
            side.read(texts[start : start + BLOCK])


def report(sides: list[Side], texts: list[str]) -> Iterator[str]:
    """A line a side, the ratio, and the share of each stage."""
    tokens = sum(1 for text in texts for _ in tokenize(text))
    yield f"{len(texts)} texts, {tokens} tokens; processor seconds, one thread"
    for side in sides:
        rates = f"{len(texts) / side.seconds:7.1f} documents/s {tokens / side.seconds:9.0f} tokens/s"
        yield f"{side.name:<8} {rates}   peak {side.peak:5.0f} MB   start {side.start:4.1f} s"
    if len(sides) == 2:
        ours, theirs = sides
        faster, memory = theirs.seconds / ours.seconds, ours.peak / theirs.peak
        yield f"letopis is {faster:.1f} times as fast, in {memory:.2f} of the memory"
    for side in sides:
        shares = (f"{name} {took / len(texts) * 1000:.1f}" for name, took in side.spent.most_common())
        yield f"{side.name}, milliseconds a document: {', '.join(shares)}"


def workers(folder: str, number: int) -> tuple[float, float]:
    """Seconds by the clock from the first answer to the last, and processor seconds of the process that hands out."""
    with tempfile.TemporaryDirectory() as out:
        asked = job((folder,), WalkOptions())
        begun, first, items = time.process_time(), 0.0, 0
        for step in annotate(asked, out, Limits(workers=number)):
            if step.items and not first:
                first, items = time.monotonic(), step.items
        last = time.monotonic()
    return (step.items - items) / (last - first), (time.process_time() - begun) / step.items


def scaling(texts: list[str]) -> Iterator[str]:
    """What two workers are worth, and what handing out and writing costs."""
    with tempfile.TemporaryDirectory() as folder:
        for place, text in enumerate(texts):
            Path(folder, f"{place:06}.txt").write_text(text, encoding="utf-8")
        (one, own), (two, _) = workers(folder, 1), workers(folder, 2)
    yield f"annotate by the clock: {one:.1f} documents/s with one worker, {two:.1f} with two: {two / one:.2f} times"
    yield f"the process that hands out and writes: {own * 1000:.2f} ms a document, {own * one:.1%} of one worker's time"
    yield f"load of this machine meanwhile: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def main() -> None:
    """Read the files and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="TEXT")
    parser.add_argument("--natasha", default=sys.executable, metavar="PYTHON")
    asked = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in asked.files]
    sides = [Side("letopis", sys.executable)]
    if has_natasha(asked.natasha):
        sides.append(Side("natasha", asked.natasha))
    compared(sides, texts)
    print("\n".join(report(sides, texts)))  # noqa: T201  a script
    for side in sides:
        side.process.kill()
    print("\n".join(scaling(texts)))  # noqa: T201


if __name__ == "__main__":
    main()
