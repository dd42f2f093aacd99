"""Fuzzing for as long as you like: `python -m tests.archive.fuzz --minutes 60`.

Readers are given damaged files, the whole pipeline is given texts made of the things that trip parsers. What is found
is printed as the shortest example, and belongs into `test_fuzzed.py`; the search goes on with the next seed.
"""

import argparse
import sys
import time
import traceback
from collections.abc import Callable
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.archive.annotator import Annotator
from nlp.archive.source import Document, WalkOptions
from nlp.pipeline import load, records
from nlp.schema import Record
from tests.archive.fuzzed import SEEDS, answered, check, mutations, texts

ROUND = settings(
    max_examples=200, deadline=None, database=None, derandomize=False, suppress_health_check=list(HealthCheck)
)


@cache
def annotator() -> Annotator:
    """The whole pipeline, as a worker has it."""
    return Annotator(load(), WalkOptions(languages=None))


def annotated(document: Document) -> None:
    """A document becomes a record that points into its text."""
    record = next(records(annotator().pipeline, [document]))
    assert isinstance(record, Record), record
    for mention in record.mentions:
        assert record.text[mention.start : mention.end] == mention.text
    assert Record.from_json(record.to_json()) == record


@ROUND
@given(data=st.data(), name=st.sampled_from(sorted(SEEDS)))
def readers(data: st.DataObject, name: str) -> None:
    """A damaged file is answered."""
    check(name, data.draw(mutations(SEEDS[name]())))


@ROUND
@given(data=st.data(), name=st.sampled_from(sorted(SEEDS)))
def whole(data: st.DataObject, name: str) -> None:
    """What is read of a damaged file is annotated."""
    for found in answered(name, data.draw(mutations(SEEDS[name]()))):
        if isinstance(found, Document):
            annotated(found)


@ROUND
@given(text=texts())
def pipeline(text: str) -> None:
    """Any text is annotated."""
    annotated(Document(text=text, source="a.txt", media="text/plain", size=len(text), sha256="0" * 64))


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
        for run in (readers, pipeline, whole):
            found += not tried(run)
            rounds += 1
        sys.stderr.write(f"{rounds} rounds of {ROUND.max_examples}, {found} with a find\n")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
