"""Documents as the head learns them: the span model's rows of every word, and the marks as runs of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from nlp import document
from nlp.errors import ModelError
from nlp.evaluation.corpus import docs
from nlp.evaluation.standoff import Mark
from nlp.mentions.resolve import NAME as MENTIONS
from nlp.mentions.spans.component import NAME as SPANS
from nlp.mentions.spans.stretches import Stretch, stretches
from nlp.morphology.context import peek
from nlp.training.annotation import Annotated

Place = tuple[int, int]


class Part(NamedTuple):
    """A stretch of a document: a row a word, the word after its sentence, (first word, last word) → label."""

    rows: NDArray[np.float32]
    ends: NDArray[np.int64]
    gold: Mapping[Place, str]


class Example(NamedTuple):
    """A document, what the model reads in it now, and its parts; `lost` counts marks that no run of words holds."""

    document: Annotated
    before: frozenset[Mark]
    parts: tuple[Part, ...]
    lost: int


def examples(pipeline: Language, documents: Iterable[Annotated], skipped: list[str]) -> Iterator[Example]:
    """Each document with its rows; one that cannot be annotated is added to `skipped`."""
    with pipeline.select_pipes(enable=before_relations(pipeline)):
        for given, doc in docs(pipeline, documents, skipped):
            yield _example(given, doc)


def before_relations(pipeline: Language) -> list[str]:
    """The components that decide which mentions stand; raises `ModelError` where the span model is not among them."""
    names: list[str] = pipeline.pipe_names
    if SPANS not in names or MENTIONS not in names:
        raise ModelError(f"{SPANS} and {MENTIONS} are needed to train on; this model has {', '.join(names)}")
    return names[: names.index(MENTIONS) + 1]


def _example(given: Annotated, doc: Doc) -> Example:
    rows, read, marks = peek(doc), stretches(doc), given.answer or ()
    if rows is None:
        return Example(given, found(doc), (), len(marks))
    spans = [(doc.char_span(*mark.pieces[0]), mark.label) for mark in marks if len(mark.pieces) == 1]
    tokens = [(span.start, span.end, label) for span, label in spans if span is not None]
    parts = tuple(Part(rows[each.places].astype(np.float32), each.ends, gold(each, tokens)) for each in read)
    return Example(given, found(doc), parts, len(marks) - sum(len(part.gold) for part in parts))


def gold(part: Stretch, marks: Sequence[tuple[int, int, str]]) -> dict[Place, str]:
    """Marks over tokens as first and last words, where these stand in one sentence of this stretch."""
    words = {place: word for word, place in enumerate(part.places)}
    placed = [(words.get(start), words.get(end - 1), label) for start, end, label in marks]
    return {
        (first, last): label
        for first, last, label in placed
        if first is not None and last is not None and last < part.ends[first]
    }


def nests(gold: Mapping[Place, str], label: str) -> bool:
    """Does a mark of this label share words with another of the same label?"""
    spans = sorted(span for span, own in gold.items() if own == label)
    return any(after[0] <= before[1] for before, after in pairwise(spans))


def found(doc: Doc) -> frozenset[Mark]:
    """The mentions that stand, and the coarse PER, LOC, ORG."""
    spans = [*doc.spans.get(document.MENTIONS, ()), *doc.ents]
    return frozenset(Mark(each.label_, ((each.start_char, each.end_char),)) for each in spans)
