# ruff: noqa: INP001  a script, not a package
"""Words a second of the networks, writing to the `Doc` included, beside natasha's: the same texts, in one run.

    python benchmarks/network.py TEXT.txt …

natasha's morphology, syntax and names are counted together, as are `letopis_network`, `letopis_spans` and
`letopis_relations`; cutting texts into words and sentences is not counted on either side. Both read every text once, in
blocks by turns, so that a machine that slows down slows both; the first blocks only warm up. First each has one
thread, by processor time, then two, by the clock on the wall. natasha 1.6 wants setuptools below 80 beside it.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from razdel import tokenize
from spacy.language import Language
from threadpoolctl import threadpool_limits

import nlp

BLOCK, WARM_UP = 20, 60
"""Texts read by one reader at a time, and texts at the beginning that are not counted."""
NATASHA, COUNTED = "natasha morph + syntax + NER", ("letopis_network", "letopis_spans", "letopis_relations")
Clock = Callable[[], float]
Reader = Callable[[list[str]], float]
"""Texts → the seconds that their networks took."""


def natasha(clock: Clock) -> dict[str, Reader]:
    """The three taggers of natasha, nothing where they cannot be imported."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from natasha import Doc, NewsEmbedding, NewsMorphTagger, NewsNERTagger, NewsSyntaxParser, Segmenter
    except ImportError:
        return {}
    vectors, segmenter = NewsEmbedding(), Segmenter()
    morph, syntax, names = NewsMorphTagger(vectors), NewsSyntaxParser(vectors), NewsNERTagger(vectors)

    def read(texts: list[str]) -> float:
        docs = [Doc(text) for text in texts]
        for doc in docs:
            doc.segment(segmenter)
        start = clock()
        for doc in docs:
            doc.tag_morph(morph)
            doc.parse_syntax(syntax)
            doc.tag_ner(names)
        return clock() - start

    return {NATASHA: read}


def letopis(pipeline: Language, clock: Clock) -> Reader:
    """The components that count, with those they stand on."""
    last = max(pipeline.pipe_names.index(name) for name in COUNTED if name in pipeline.pipe_names)

    def read(texts: list[str]) -> float:
        docs, spent = [pipeline.make_doc(text) for text in texts], 0.0
        for name, component in pipeline.pipeline[: last + 1]:
            start = clock()
            docs = list(_through(component, docs))
            spent += clock() - start if name in COUNTED else 0
        return spent

    return read


def _through(component: Any, docs: list[Any]) -> Iterator[Any]:
    return component.pipe(docs) if hasattr(component, "pipe") else map(component, docs)


def measure(readers: dict[str, Reader], texts: list[str], threads: int) -> dict[str, float]:
    """Words (razdel's) a second of each reader over the texts that follow the warm-up."""
    spent = dict.fromkeys(readers, 0.0)
    with threadpool_limits(limits=threads, user_api="blas"):
        for start in range(0, len(texts), BLOCK):
            for name, read in readers.items():
                took = read(texts[start : start + BLOCK])
                spent[name] += took if start >= WARM_UP else 0
    words = sum(1 for text in texts[WARM_UP:] for _ in tokenize(text))
    return {name: words / seconds for name, seconds in spent.items()}


def lines(rates: dict[str, float], threads: int) -> Iterator[str]:
    """One line a reader, with its ratio to natasha."""
    for name, rate in rates.items():
        ratio = f"   {rate / rates[NATASHA]:.1f} times natasha" if NATASHA in rates and name != NATASHA else ""
        yield f"{threads} thread{'s' * (threads > 1)}   {name:<30} {rate:>8,.0f} words/s{ratio}"


def main() -> None:
    """Read the files and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="TEXT")
    texts = [path.read_text(encoding="utf-8") for path in parser.parse_args().files]
    for threads, clock in ((1, time.process_time), (2, time.perf_counter)):
        pipeline = nlp.load()
        counted = [name for name in COUNTED if name in pipeline.pipe_names]
        for name in counted:
            pipeline.get_pipe(name).threads = threads  # type: ignore[attr-defined]
        readers = {**natasha(clock), " + ".join(counted): letopis(pipeline, clock)}
        print("\n".join(lines(measure(readers, texts, threads), threads)), flush=True)  # noqa: T201  a script


if __name__ == "__main__":
    main()
