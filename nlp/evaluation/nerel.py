"""Mentions against NEREL's standoff files: `letopis evaluate nerel NEREL/dev --out out/nerel`.

Strict spans and labels, nested, all 29 labels; marks in several pieces count in the recall. Quotation marks around a
name are not written: the corpus marks Вектор in «Вектор», a record the whole.
Paper: Loukachevitch et al., NEREL: A Russian Dataset with Nested Named Entities, Relations and Events, 2021.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

from spacy.language import Language

from nlp.evaluation.brat import measured
from nlp.evaluation.corpus import collect, files
from nlp.evaluation.labels import fine
from nlp.evaluation.report import Report
from nlp.evaluation.scores import Score
from nlp.evaluation.standoff import Mark, document
from nlp.schema import Record

__all__ = ["Score", "evaluate"]

IN = re.compile(r"\b[Вв]о?\s$")
QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"', "'": "'"}


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Score every `.txt` that has an `.ann`, and write an `.ann` for each."""
    documents, skipped = collect(files(data, "*.txt"), partial(document, folder=data))
    return measured("nerel", documents, pipeline, out, _found).telling(skipped)


def _found(record: Record) -> list[Mark]:
    return [Mark(each.label, (_place(record.text, *each),)) for each in fine(record)]


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
