# ruff: noqa: INP001  beside scripts, not in a package
"""What the benchmarks beside natasha share: texts from the command line, readers that take turns, a line for each.

Every reader reads every text once, in blocks by turns, so that a machine that slows down slows all of them; the first
blocks only warm up. natasha 1.6 wants setuptools below 80 beside it.
"""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from razdel import tokenize

BLOCK, WARM_UP = 20, 60
"""Texts read by one reader at a time, and texts at the beginning that are not counted."""
Reader = Callable[[list[str]], float]
"""Texts → the seconds that it took."""


def texts(about: str | None) -> list[str]:
    """The files that the command line names; `about` is the script's own description."""
    parser = argparse.ArgumentParser(description=(about or "").split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="TEXT")
    return [path.read_text(encoding="utf-8") for path in parser.parse_args().files]


def natasha() -> Any:
    """The package, `None` where it cannot be imported."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import natasha as package
    except ImportError:
        return None
    return package


def measure(readers: Mapping[str, Reader], read: list[str]) -> dict[str, float]:
    """Words (razdel's) a second of each reader over the texts that follow the warm-up."""
    spent = dict.fromkeys(readers, 0.0)
    for start in range(0, len(read), BLOCK):
        for name, reader in readers.items():
            took = reader(read[start : start + BLOCK])
            spent[name] += took if start >= WARM_UP else 0
    words = sum(1 for text in read[WARM_UP:] for _ in tokenize(text))
    return {name: words / seconds for name, seconds in spent.items()}


def lines(rates: Mapping[str, float], rival: str) -> Iterator[str]:
    """One line a reader, with its ratio to the rival's."""
    for name, rate in rates.items():
        ratio = f"   {rate / rates[rival]:.1f} times natasha" if rival in rates and name != rival else ""
        yield f"{name:<30} {rate:>10,.0f} words/s{ratio}"
