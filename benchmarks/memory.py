# ruff: noqa: INP001  a script, not a package
"""The most memory that the networks take, whatever they are given: one process for each of the inputs that are worst.

    python benchmarks/memory.py [--whole] [WORDS]

Counted are the interpreter, spaCy, the weights and one document of WORDS words: 130 000 unless told, the longest that
the span model reads. With `--whole` every component runs, else the networks and what they cannot do without.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import cycle, islice

import nlp

BOUND = 600
NEURAL = (
    "letopis_sentences",
    "letopis_network",
    "letopis_lemmatizer",
    "letopis_spans",
    "letopis_mentions",
    "letopis_relations",
)
TEXT = "Министр Павел Ткач прилетел в Минск 21 мая 2014 года и подписал с « Газпромом » договор о поставках ."


def _prose(words: int) -> str:
    return " ".join(islice(cycle(TEXT.split()), words))


def _line(words: int) -> str:
    """One sentence without an end."""
    return " ".join(islice(cycle(word for word in TEXT.split() if word != "."), words))


def _commas(words: int) -> str:
    return "," * words


def _names(words: int) -> str:
    return " ".join(islice(cycle(("Павел", "Ткач")), words))


def _new(words: int) -> str:
    """No word twice."""
    letters = random.Random(0)  # noqa: S311  nothing secret
    return " ".join("".join(letters.choices("абвгдежзиклмнопрстуя", k=9)).capitalize() for _ in range(words))


INPUTS: Mapping[str, Callable[[int], str]] = {
    "prose": _prose,
    "one line": _line,
    "commas": _commas,
    "names": _names,
    "no word twice": _new,
}


def read(kind: str, words: int, whole: bool) -> None:
    """One input in this process; prints megabytes and seconds."""
    pipeline, start = nlp.load(), time.process_time()
    doc = pipeline.make_doc(INPUTS[kind](words))
    for name, component in pipeline.pipeline:
        if whole or name in NEURAL:
            doc = component(doc)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{kind:<14} {len(doc):>9,} tokens {most:>7,.0f} MB {time.process_time() - start:>7,.0f} s")  # noqa: T201


def main() -> None:
    """A process for each input, so that none hides behind another's peak."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("words", nargs="?", type=int, default=130_000)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--only", choices=INPUTS)
    asked = parser.parse_args()
    if asked.only:
        read(asked.only, asked.words, asked.whole)
        return
    print(f"bound: {BOUND} MB", flush=True)  # noqa: T201  a script
    for kind in INPUTS:
        again = [*sys.argv, "--only", kind]
        subprocess.run([sys.executable, *again], check=True)  # noqa: S603  this very script


if __name__ == "__main__":
    main()
