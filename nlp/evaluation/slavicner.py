"""Names against SlavicNER's Russian: `letopis evaluate slavicner SlavicNER/ --out out/slavicner`.

Reads `raw/TOPIC/ru/ID.txt` and `ner/TOPIC/ru/ID.tsv`: start, end, words, dictionary form, type, entity. PER, LOC and
ORG are scored, strict spans; adjectives of countries are LOC there. Dictionary forms are counted on the names that are
right.
Paper: Piskorski et al., Cross-lingual Named Entity Corpus for Slavic Languages, 2024.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp.errors import InputError
from nlp.evaluation.corpus import Document, collect, docs, files, read_text, write
from nlp.evaluation.labels import Extent, coarse
from nlp.evaluation.report import Report
from nlp.evaluation.scores import Counts, Share
from nlp.morphology.inflection import normal_form

RAW, NER = "raw", "ner"
TYPES = ("PER", "LOC", "ORG")


class Name(NamedTuple):
    """A name and its dictionary form."""

    extent: Extent
    form: str


class Tally:
    """Adds up documents: by type, by topic, and the forms."""

    def __init__(self) -> None:
        self.types, self.topics = Counts(), Counts()
        self.right = self.total = self.scored = 0

    def add(self, topic: str, gold: Iterable[Name], found: Iterable[Name]) -> None:
        """Count one document."""
        wanted, seen = dict(gold), dict(found)
        both = wanted.keys() & seen.keys()
        self.types.add(*([each.label for each in part] for part in (wanted, seen, both)))
        self.topics.add(*([topic for _ in part] for part in (wanted, seen, both)))
        self.right += sum(wanted[each] == seen[each] for each in both)
        self.total += len(both)
        self.scored += 1


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Write `out/ner/TOPIC/ru/ID.tsv` for every text, and score those that have one in the corpus."""
    documents, skipped = collect(files(data / RAW, "*.txt"), partial(read, data=data))
    tally, done = Tally(), 0
    for given, doc in docs(pipeline, documents, skipped):
        found = names(doc)
        write((out / NER / given.name).with_suffix(".tsv"), (_line(each, given.text) for each in found))
        done += 1
        if given.answer is not None:
            tally.add(given.name.split("/")[0], given.answer, found)
    tables = {"topics": tally.topics.scores(), "types": tally.types.scores()} if tally.scored else {}
    shares = {"dictionary forms": Share(tally.right, tally.total)} if tally.scored else {}
    return Report(
        task="slavicner", documents=done, scored=tally.scored, tables=tables, shares=shares, skipped=tuple(skipped)
    )


def read(path: Path, data: Path) -> Document[tuple[Name, ...]]:
    """Raises `InputError` with the line that is no name of this text."""
    text, place = read_text(path), path.relative_to(data / RAW)
    beside = (data / NER / place).with_suffix(".tsv")
    if not beside.exists():
        return Document(place.as_posix(), text, None)
    lines = enumerate(read_text(beside).splitlines(), 1)
    rows = [_name(line, text, beside, number) for number, line in lines if line.strip()]
    return Document(place.as_posix(), text, tuple(each for each in rows if each.extent.label in TYPES))


def _name(line: str, text: str, path: Path, number: int) -> Name:
    fields = line.split("\t")
    if len(fields) != 6 or text[slice(*map(_number, fields[:2]))] != fields[2]:
        raise InputError(path, f"{line!r} is no name of the text: start, end, words, form, type, entity", number)
    return Name(Extent(int(fields[0]), int(fields[1]), fields[4]), fields[3].strip())


def _number(field: str) -> int:
    """-1 for what is no offset, so that the words differ."""
    return int(field) if field.isdigit() else -1


def names(doc: Doc) -> list[Name]:
    """What the pipeline found, each with its own form, not with that of its entity."""
    found = coarse(doc._.record, adjectives=True)
    return [Name(each, _form(doc, each)) for each in found]


def _form(doc: Doc, extent: Extent) -> str:
    span = doc.char_span(extent.start, extent.end, alignment_mode="expand")
    return normal_form(span, "PERSON" if extent.label == "PER" else None) if span else ""


def _line(name: Name, text: str) -> str:
    (start, end, label), form = name
    words = " ".join(text[start:end].split())
    return f"{start}\t{end}\t{words}\t{form or words}\t{label}\t"
