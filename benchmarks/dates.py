# ruff: noqa: INP001  a script, not a package
"""Words a second of `nlp.dates`, beside natasha's DatesExtractor when it is installed: the same texts, in one run.

    python benchmarks/dates.py TEXT.txt …

Processor time is counted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import turns

from nlp.entities.temporal.dates import dates

NATASHA = "natasha DatesExtractor"
Extractor = Callable[[str], Iterable[object]]


def natasha() -> dict[str, Extractor]:
    """The extractor of natasha, nothing where it cannot be imported."""
    package = turns.natasha()
    return {} if package is None else {NATASHA: package.DatesExtractor(package.MorphVocab())}


def dated(text: str) -> Iterable[object]:
    """With a day of publication, so that the tense of each clause is asked for."""
    return dates(text, published="2020-05-15")


def timed(extractor: Extractor) -> turns.Reader:
    """The processor time of reading some texts."""

    def read(texts: list[str]) -> float:
        start = time.process_time()
        for text in texts:
            for _ in extractor(text):
                pass
        return time.process_time() - start

    return read


def main() -> None:
    """Read the files and print."""
    extractors: dict[str, Extractor] = {**natasha(), "nlp.dates": dates, "nlp.dates, published": dated}
    rates = turns.measure({name: timed(each) for name, each in extractors.items()}, turns.texts(__doc__))
    print("\n".join(turns.lines(rates, NATASHA)))  # noqa: T201  a script


if __name__ == "__main__":
    main()
