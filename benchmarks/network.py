# ruff: noqa: INP001  a script, not a package
"""Words a second of the networks, writing to the `Doc` included, beside natasha's: the same texts, in one run.

    python benchmarks/network.py TEXT.txt …

natasha's morphology, syntax and names are counted together, as are `letopis_network`, `letopis_spans` and
`letopis_relations`; cutting texts into words and sentences is not counted on either side. First each has one thread,
by processor time, then two, by the clock on the wall.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import turns
from spacy.language import Language
from threadpoolctl import threadpool_limits

import nlp

NATASHA, COUNTED = "natasha morph + syntax + NER", ("letopis_network", "letopis_spans", "letopis_relations")
Clock = Callable[[], float]


def natasha(clock: Clock) -> dict[str, turns.Reader]:
    """The three taggers of natasha, nothing where they cannot be imported."""
    package = turns.natasha()
    if package is None:
        return {}
    vectors, segmenter = package.NewsEmbedding(), package.Segmenter()
    morph, syntax = package.NewsMorphTagger(vectors), package.NewsSyntaxParser(vectors)
    names = package.NewsNERTagger(vectors)

    def read(texts: list[str]) -> float:
        docs = [package.Doc(text) for text in texts]
        for doc in docs:
            doc.segment(segmenter)
        start = clock()
        for doc in docs:
            doc.tag_morph(morph)
            doc.parse_syntax(syntax)
            doc.tag_ner(names)
        return clock() - start

    return {NATASHA: read}


def letopis(pipeline: Language, clock: Clock) -> turns.Reader:
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


def main() -> None:
    """Read the files and print."""
    texts = turns.texts(__doc__)
    for threads, clock in ((1, time.process_time), (2, time.perf_counter)):
        pipeline = nlp.load()
        counted = [name for name in COUNTED if name in pipeline.pipe_names]
        for name in counted:
            pipeline.get_pipe(name).threads = threads  # type: ignore[attr-defined]
        readers = {**natasha(clock), " + ".join(counted): letopis(pipeline, clock)}
        with threadpool_limits(limits=threads, user_api="blas"):
            rates = turns.measure(readers, texts)
        for line in turns.lines(rates, NATASHA):
            print(f"{threads} thread{'s' * (threads > 1)}   {line}", flush=True)  # noqa: T201  a script


if __name__ == "__main__":
    main()
