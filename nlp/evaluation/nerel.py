"""Mentions and relations against NEREL's standoff files: `letopis evaluate nerel NEREL/dev --out out/nerel`.

Strict spans and labels, nested, all 29 labels; marks in several pieces count in the recall. The corpus marks more than
a record keeps («купила завод» is an EVENT there), and dates with their preposition: predictions are what the span model
proposes in the corpus's own manner; the mentions of the record are scored beside them.
A relation is right when its label, its direction and both mentions are, with their labels. With `gold` the mentions are
the corpus's own, and relations alone are measured. Nobody has published relations of NEREL end to end.
Paper: Loukachevitch et al., NEREL: A Russian Dataset with Nested Named Entities, Relations and Events, 2021.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document
from nlp.errors import ModelError
from nlp.evaluation.corpus import Document, annotate, collect, docs, files, write
from nlp.evaluation.labels import fine
from nlp.evaluation.report import Report
from nlp.evaluation.scores import Counts, Score
from nlp.evaluation.standoff import Answer, Mark, Tie, lines, related, tie_lines
from nlp.mentions.spans.component import LEARNED
from nlp.mentions.spans.component import NAME as SPANS
from nlp.mentions.spans.relations import NAME as RELATIONS

__all__ = ["Score", "evaluate"]

IN = re.compile(r"\b[Вв]о?\s$")
QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"', "'": "'"}
TABLES = ("mentions", "mentions of the record", "relations", "relations in one sentence")


def evaluate(data: Path, out: Path, pipeline: Language, gold_mentions: bool = False) -> Report:
    """Score every `.txt` that has an `.ann`, and write an `.ann` for each; raises `ModelError` without a span model."""
    documents, skipped = collect(files(data, "*.txt"), partial(related, folder=data))
    counts = {name: Counts() for name in TABLES}
    scored = 0
    with pipeline.select_pipes(enable=_before_relations(pipeline)):
        for given, doc in docs(pipeline, documents, skipped):
            answer = given.answer if gold_mentions else None
            found = as_annotated(doc, pipeline.get_pipe(RELATIONS), answer)
            write(out / PurePosixPath(given.name).with_suffix(".ann"), _written(found, given.text))
            if given.answer is not None:
                scored += 1
                compare(counts, given.answer, found, _sentences(doc))
    if not gold_mentions:
        _add_records(counts["mentions of the record"], pipeline, documents, skipped)
    used = [name for name in TABLES if not gold_mentions or name.startswith("relations")]
    tables = {name: counts[name].scores() for name in used} if scored else {}
    return Report(task="nerel", documents=len(documents), scored=scored, tables=tables, skipped=tuple(skipped))


def _before_relations(pipeline: Language) -> list[str]:
    """The components up to the span model, which leaves what relations are read from."""
    missing = [name for name in (SPANS, RELATIONS) if name not in pipeline.pipe_names]
    if missing:
        raise ModelError(
            f"the task nerel needs {' and '.join(missing)}; this model has {', '.join(pipeline.pipe_names)}"
        )
    return pipeline.pipe_names[: pipeline.pipe_names.index(SPANS) + 1]


def as_annotated(doc: Doc, relations: Callable[[Doc], Doc], gold: Answer | None) -> Answer:
    """What the model sees in the corpus's manner; between the marks of `gold`, when they are given."""
    marks = gold.marks if gold else tuple(_mark(span) for span in doc.spans.get(LEARNED, ()))
    placed = [(mark, _span(doc, mark)) for mark in dict.fromkeys(marks)]
    known = [(mark, span) for mark, span in placed if span is not None]
    doc.spans[document.MENTIONS] = [span for _, span in known]
    relations(doc)
    marked = {document.mention_id(number): mark for number, (mark, _) in enumerate(known)}
    ties = tuple(Tie(each.type, marked[each.source], marked[each.target]) for each in doc._.relations)
    return Answer(tuple(dict.fromkeys(marks)), ties)


def _mark(span: Span) -> Mark:
    return Mark(span.label_, ((span.start_char, span.end_char),))


def _span(doc: Doc, mark: Mark) -> Span | None:
    """`None` for a mark in pieces or one that cuts a token."""
    (start, end), *more = mark.pieces
    return None if more else doc.char_span(start, end, label=mark.label)


def _written(found: Answer, text: str) -> Iterator[str]:
    yield from lines(found.marks, text)
    yield from tie_lines(found.ties, found.marks)


def _sentences(doc: Doc) -> list[int]:
    return [sentence.start_char for sentence in doc.sents]


def compare(counts: dict[str, Counts], gold: Answer, found: Answer, sentences: Sequence[int]) -> None:
    """Add one document; `sentences` are the offsets at which its sentences begin."""
    _add(counts["mentions"], set(gold.marks), set(found.marks))
    _add(counts["relations"], set(gold.ties), set(found.ties))
    near = partial(_in_one_sentence, sentences=sentences)
    _add(counts["relations in one sentence"], set(filter(near, gold.ties)), set(filter(near, found.ties)))


def _add(counts: Counts, gold: set[Any], found: set[Any]) -> None:
    counts.add(*([each.label for each in items] for items in (gold, found, gold & found)))


def _in_one_sentence(tie: Tie, sentences: Sequence[int]) -> bool:
    source, target = (bisect_right(sentences, mark.pieces[0][0]) for mark in (tie.source, tie.target))
    return source == target


def _add_records(counts: Counts, pipeline: Language, documents: Sequence[Document[Answer]], skipped: list[str]) -> None:
    for given, record in annotate(pipeline, documents, skipped):
        if given.answer is not None:
            own = {Mark(each.label, (_place(record.text, *each),)) for each in fine(record)}
            _add(counts, set(given.answer.marks), own)


def _place(text: str, start: int, end: int, label: str) -> tuple[int, int]:
    """A date takes the «в» before it along, «в 2005 году»; a record leaves it out."""
    before = IN.search(text, max(0, start - 4), start) if label == "DATE" else None
    return (before.start(), end) if before else unquoted(text, start, end)


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the quotation marks that enclose the whole: «Вектор», but not завод «Вектор»."""
    inner = text[start + 1 : end - 1]
    closing = QUOTES.get(text[start])
    if end - start > 2 and closing == text[end - 1] and not {text[start], closing} & set(inner):
        return start + 1, end - 1
    return start, end
