"""Texts whose mentions are marked by hand: «[Павел Ткач](PERSON), [глава [МИД](ORGANIZATION)](PROFESSION)»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
import spacy
from _pytest.mark.structures import ParameterSet
from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.document import MENTIONS
from nlp.entities.entities import Entities
from nlp.pipeline import TOKENIZER
from nlp.schema import Date, Label

MARK = re.compile(r"\[|\]\((?P<label>[A-Z_]+)\)")
LABELS = frozenset(get_args(Label))
TABLES = Path(__file__).parent / "tables"
WEIGHTS = Path(__file__).parents[2] / "models" / "ru_letopis" / "letopis_network"


def parse(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks and the mentions in it, sorted as a document's; a mark that is not closed is an error."""
    text, found, opened, last = "", [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if mark["label"] is None:
            opened.append(len(text))
            continue
        if not opened or mark["label"] not in LABELS:
            raise ValueError(f"a mark that opens nowhere or has no NEREL label: {mark[0]}")
        found.append((opened.pop(), len(text), mark["label"]))
    if opened:
        raise ValueError(f"a mark is not closed: {marked}")
    return text + marked[last:], sorted(found, key=lambda each: (each[0], -each[1]))


def table(name: str) -> list[ParameterSet]:
    """The cases of `tables/{name}.txt`: blocks of one marked text and «= …» lines of what is expected, in order."""
    content = (TABLES / f"{name}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"\n\s*\n", "\n".join(line for line in content.splitlines() if not line.startswith("#")))
    return [_case(block.strip().splitlines()) for block in blocks if block.strip()]


def _case(lines: list[str]) -> ParameterSet:
    text, *expected = lines
    if text.startswith("=") or not all(line.startswith("= ") for line in expected):
        raise ValueError(f"a block is one text and lines that start with «= »: {lines}")
    return pytest.param(text, [line[2:] for line in expected], id=MARK.sub("", text))


@cache
def tagger() -> Language:
    """Tokens, sentences, tags and lemmas: what entities need of the pipeline besides mentions."""
    pipeline = spacy.blank("ru", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    for name in ("letopis_sentences", "letopis_network", "letopis_lemmatizer"):
        pipeline.add_pipe(name)
    pipeline.get_pipe("letopis_network").from_disk(WEIGHTS)
    return pipeline


def read(marked: str, dates: Mapping[int, str] | None = None) -> Doc:
    """The document with its marked mentions and the entities found; `dates` values DATE mentions by number from 1."""
    text, found = parse(marked)
    doc = tagger()(text)
    doc.spans[MENTIONS] = [span(doc, *each) for each in found]
    doc._.dates = tuple(Date(f"m{number}", value, None, (), None) for number, value in (dates or {}).items())
    return Entities()(doc)


def span(doc: Doc, start: int, end: int, label: str) -> Span:
    """A mention of whole tokens; half a token is an error."""
    made = doc.char_span(start, end, label=label, span_id="marked")
    if made is None:
        raise ValueError(f"no whole tokens: {doc.text[start:end]!r}")
    return made
