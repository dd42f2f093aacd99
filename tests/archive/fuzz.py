"""Fuzzing for as long as you like: `make fuzz MINUTES=60`, or `python -m tests.archive.fuzz --minutes 60`.

Readers are given damaged files; the whole pipeline is given what is read of them, texts made of the things that trip
parsers, good sentences that went through bad hands, and texts so long that they are read in windows. What is found is
printed as the shortest example, and belongs into `test_fuzzed.py`; the search goes on with the next seed.
"""

import argparse
import faulthandler
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.archive.annotator import Annotator
from nlp.archive.source import Document, WalkOptions
from nlp.pipeline import load, records
from nlp.schema import Record
from nlp.text.windows import WINDOW
from tests.archive.fuzzed import SEEDS, answered, check, damaged
from tests.archive.fuzzed_texts import texts, worn
from tests.contract import faults

ROUND = settings(
    max_examples=200, deadline=None, database=None, derandomize=False, suppress_health_check=list(HealthCheck)
)
FEW = settings(ROUND, max_examples=10)
PATIENCE, HANGS = 60, 600
"""Processor seconds for one example before it is a find; after these the process says where it hangs, and ends."""


@cache
def annotator() -> Annotator:
    """The whole pipeline, as a worker has it."""
    return Annotator(load(), WalkOptions(languages=None))


@contextmanager
def patience() -> Iterator[None]:
    """What takes too long is a find as well."""
    faulthandler.register(signal.SIGPROF, chain=True)
    signal.setitimer(signal.ITIMER_PROF, HANGS)
    start = time.process_time()
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    assert time.process_time() - start < PATIENCE, "too slow"


def annotated(document: Document) -> None:
    """A document becomes a record that keeps the contract."""
    with patience():
        record = next(records(annotator().pipeline, [document]))
    assert isinstance(record, Record), record
    assert record.text == document.text
    assert faults(record) == []
    annotator().words.rest()


def document(text: str, published: str | None = None) -> Document:
    """A text as if it had been read of a file."""
    about = {"source": "a.txt", "media": "text/plain", "sha256": "0" * 64}
    return Document(text=text, size=len(text), published=published, **about)


@ROUND
@given(data=st.data(), name=st.sampled_from(sorted(SEEDS)))
def readers(data: st.DataObject, name: str) -> None:
    """A damaged file is answered."""
    found = data.draw(damaged(name))
    with patience():
        check(name, found)


@ROUND
@given(data=st.data(), name=st.sampled_from(sorted(SEEDS)))
def whole(data: st.DataObject, name: str) -> None:
    """What is read of a damaged file is annotated."""
    for found in answered(name, data.draw(damaged(name))):
        if isinstance(found, Document):
            annotated(found)


@ROUND
@given(text=texts())
def pipeline(text: str) -> None:
    """Any text is annotated."""
    annotated(document(text))


@ROUND
@given(text=worn(), published=st.sampled_from([None, "2025-06-17"]))
def prose(text: str, published: str | None) -> None:
    """So is good Russian that was typed, copied or recognised badly."""
    annotated(document(text, published))


@FEW
@given(parts=st.lists(st.one_of(worn(), texts()), min_size=1, max_size=6), between=st.sampled_from([" ", "\n\n", ""]))
def long(parts: list[str], between: str) -> None:
    """And what does not fit into one window."""
    text = between.join(parts) or "Слово."
    annotated(document(between.join([text] * (WINDOW // len(text) + 2))))


def tried(run: Callable[[], None]) -> bool:
    """One round; what it finds is printed."""
    try:
        run()
    except Exception:  # noqa: BLE001  whatever is found is reported
        traceback.print_exc(limit=-6)
        return False
    return True


def main() -> None:
    """Go round until the time is up; exit code 1 when something was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--minutes", type=float, default=60)
    until = time.monotonic() + parser.parse_args().minutes * 60
    rounds = found = 0
    while time.monotonic() < until:
        for run in (readers, pipeline, prose, whole, long):
            found += not tried(run)
            rounds += 1
        sys.stderr.write(f"{rounds} rounds, {found} with a find\n")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
