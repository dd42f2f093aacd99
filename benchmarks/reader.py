# ruff: noqa: INP001  a script, not a package
"""One side of the comparison: a process that reads texts with letopis or natasha and says how long it took.

A line of JSON in, a list of texts; a line of JSON out: processor seconds by stage. `throughput.py` starts it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from typing import Any

Read = Callable[[str, Counter[str]], None]


def letopis() -> Read:
    """The whole pipeline, records included, each component a stage, in a process as `letopis annotate` has them."""
    import nlp
    from nlp.archive.cycles import hold_back

    pipeline = nlp.load()
    hold_back()

    def read(text: str, spent: Counter[str]) -> None:
        start = time.process_time()
        doc = pipeline.make_doc(text)
        spent["tokenizer"] += time.process_time() - start
        for name, component in pipeline.pipeline:
            start = time.process_time()
            doc = component(doc)
            spent[name.removeprefix("letopis_")] += time.process_time() - start

    return read


def natasha() -> Read:
    """Its segmenter, embeddings' taggers, normal forms and extractors, in the order of its README."""
    from natasha import (
        PER,
        DatesExtractor,
        Doc,
        MorphVocab,
        NamesExtractor,
        NewsEmbedding,
        NewsMorphTagger,
        NewsNERTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    vocab, embedding, segmenter = MorphVocab(), NewsEmbedding(), Segmenter()
    morph, syntax, ner = NewsMorphTagger(embedding), NewsSyntaxParser(embedding), NewsNERTagger(embedding)
    names, dates = NamesExtractor(vocab), DatesExtractor(vocab)

    def normalise(doc: Any) -> None:
        for token in doc.tokens:
            token.lemmatize(vocab)
        for span in doc.spans:
            span.normalize(vocab)
            if span.type == PER:
                span.extract_fact(names)

    def read(text: str, spent: Counter[str]) -> None:
        doc = Doc(text)
        stages = {
            "segment": lambda: doc.segment(segmenter),
            "morph": lambda: doc.tag_morph(morph),
            "syntax": lambda: doc.parse_syntax(syntax),
            "ner": lambda: doc.tag_ner(ner),
            "normal forms": lambda: normalise(doc),
            "dates": lambda: list(dates(text)),
        }
        for name, stage in stages.items():
            start = time.process_time()
            stage()
            spent[name] += time.process_time() - start

    return read


def say(what: dict[str, Any]) -> None:
    """A line for the other side."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Load, read the first text to the end, say how long that took; then answer until there is no more."""
    warnings.simplefilter("ignore")
    read = {"letopis": letopis, "natasha": natasha}[sys.argv[1]]()
    read("12 мая 2025 г. Иван Петров посетил Минск.", Counter())
    say({"start": time.process_time()})
    for line in sys.stdin:
        spent: Counter[str] = Counter()
        for text in json.loads(line):
            read(text, spent)
        say({"spent": spent, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024})


if __name__ == "__main__":
    main()
