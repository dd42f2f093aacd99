# ruff: noqa: INP001  a script, not a package
"""Tokens a second of `nlp.dates`, beside natasha's DatesExtractor when it is installed: the same texts, in one run.

    python benchmarks/dates.py TEXT.txt …

Every reader reads every text once, in blocks by turns, so that a machine that slows down slows all of them; the first
blocks only warm up. Processor time is counted. natasha 1.6 wants setuptools below 80 beside it.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from razdel import tokenize

from nlp.entities.temporal.dates import dates

BLOCK, WARM_UP = 25, 100
"""Texts read by one reader at a time, and texts at the beginning that are not counted."""
NATASHA = "natasha DatesExtractor"
Reader = Callable[[str], Iterable[object]]


def natasha() -> dict[str, Reader]:
    """The extractor of natasha, nothing where it cannot be imported."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from natasha import DatesExtractor, MorphVocab
    except ImportError:
        return {}
    return {NATASHA: DatesExtractor(MorphVocab())}


def dated(text: str) -> Iterable[object]:
    """With a day of publication, so that the tense of each clause is asked for."""
    return dates(text, published="2020-05-15")


def seconds(read: Reader, texts: list[str]) -> float:
    """The processor time of reading some texts."""
    start = time.process_time()
    for text in texts:
        for _ in read(text):
            pass
    return time.process_time() - start


def measure(readers: dict[str, Reader], texts: list[str]) -> dict[str, float]:
    """Tokens (razdel's) a second of each reader over the texts that follow the warm-up."""
    spent = dict.fromkeys(readers, 0.0)
    for start in range(0, len(texts), BLOCK):
        for name, read in readers.items():
            took = seconds(read, texts[start : start + BLOCK])
            spent[name] += took if start >= WARM_UP else 0
    tokens = sum(1 for text in texts[WARM_UP:] for _ in tokenize(text))
    return {name: tokens / time_spent for name, time_spent in spent.items()}


def lines(rates: dict[str, float]) -> Iterator[str]:
    """One line a reader, with its ratio to natasha."""
    for name, rate in rates.items():
        ratio = f"   {rate / rates[NATASHA]:.0f} times natasha" if NATASHA in rates and name != NATASHA else ""
        yield f"{name:<25} {rate:>10,.0f} tokens/s{ratio}"


def main() -> None:
    """Read the files and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="TEXT")
    texts = [path.read_text(encoding="utf-8") for path in parser.parse_args().files]
    readers: dict[str, Reader] = {**natasha(), "nlp.dates": dates, "nlp.dates, published": dated}
    print("\n".join(lines(measure(readers, texts))))  # noqa: T201  a script


if __name__ == "__main__":
    main()
