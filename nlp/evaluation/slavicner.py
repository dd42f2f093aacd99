"""Names against SlavicNER's Russian: `letopis evaluate slavicner SlavicNER/ --out out/slavicner`.

Reads `raw/TOPIC/ru/ID.txt` and `ner/TOPIC/ru/ID.tsv`: start, end, words, dictionary form, type, entity. PER, LOC and
ORG are scored, strict spans; pipelines are products there, no places. Dictionary forms are counted on the names that
are right; which names are one entity, on all names of the corpus, beside a baseline that takes equal words for one.
Paper: Piskorski et al., Cross-lingual Named Entity Corpus for Slavic Languages, 2024.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from nlp.errors import InputError
from nlp.evaluation.corpus import Document, collect, docs, files, read_text, write
from nlp.evaluation.identity import Identity
from nlp.evaluation.labels import Extent
from nlp.evaluation.named import named
from nlp.evaluation.report import Report
from nlp.evaluation.scores import Counts, Share
from nlp.knowledge.dictionary import fold
from nlp.morphology.inflection import normal_form
from nlp.schema import Mention, Record

RAW, NER = "raw", "ner"
TYPES = ("PER", "LOC", "ORG")
PIPELINES = frozenset({"поток", "газопровод", "нефтепровод", "трубопровод"})
"""Lemmas of what is a product there: «Северный поток»."""


class Name(NamedTuple):
    """A name, its dictionary form, and what tells its entity from others of the document."""

    extent: Extent
    form: str
    entity: str = ""


class Tally:
    """Adds up documents: by type, by topic, and the forms."""

    def __init__(self) -> None:
        self.types, self.topics = Counts(), Counts()
        self.identity, self.baseline = Identity(), Identity()
        self.right = self.total = self.scored = 0

    def add(self, topic: str, gold: Iterable[Name], found: Iterable[Name]) -> None:
        """Count one document."""
        wanted, seen = ({name.extent: name.form for name in names} for names in (gold, found))
        both = wanted.keys() & seen.keys()
        self.types.add(*([each.label for each in part] for part in (wanted, seen, both)))
        self.topics.add(*([topic for _ in part] for part in (wanted, seen, both)))
        self.right += sum(wanted[each] == seen[each] for each in both)
        self.total += len(both)
        self.scored += 1

    def identify(self, gold: Sequence[Name], record: Record) -> None:
        """Compare which names of the corpus are one."""
        wanted = [name.entity for name in gold]
        self.identity.add(wanted, [entity_at(record, name.extent) for name in gold])
        self.baseline.add(wanted, [fold(record.text[name.extent.start : name.extent.end]) for name in gold])

    def values(self) -> dict[str, float]:
        """The measures of identity."""
        own = {"B³": self.identity.b_cubed, "pairs F1": self.identity.pairwise}
        return own | {"B³ equal words": self.baseline.b_cubed, "pairs equal words": self.baseline.pairwise}


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
            tally.identify(given.answer, doc._.record)
    tables = {"topics": tally.topics.scores(), "types": tally.types.scores()} if tally.scored else {}
    shares = {"dictionary forms": Share(tally.right, tally.total)} if tally.scored else {}
    return Report(
        task="slavicner", documents=done, scored=tally.scored, tables=tables, shares=shares,
        values=tally.values() if tally.scored else {}, skipped=tuple(skipped),
    )  # fmt: skip


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
    return Name(Extent(int(fields[0]), int(fields[1]), fields[4]), fields[3].strip(), fields[5].strip())


def _number(field: str) -> int:
    """-1 for what is no offset, so that the words differ."""
    return int(field) if field.isdigit() else -1


def names(doc: Doc) -> list[Name]:
    """What the pipeline found, each with its own form, not with that of its entity."""
    return [Name(each, _form(doc, each)) for each in named(doc._.record) if not _is_pipeline(doc, each)]


def _is_pipeline(doc: Doc, extent: Extent) -> bool:
    span = doc.char_span(extent.start, extent.end, alignment_mode="expand") if extent.label == "LOC" else None
    return span is not None and any(token.lemma_.lower() in PIPELINES for token in span)


def entity_at(record: Record, extent: Extent) -> Hashable:
    """The entity of the mention that covers most of the name, a key of its own for a name that was not found."""
    over = [each for each in record.mentions if each.entity and each.start < extent.end and extent.start < each.end]
    best = max(over, key=partial(_overlap, extent), default=None)
    return extent if best is None else best.entity


def _overlap(extent: Extent, mention: Mention) -> float:
    """The common part as a share of both together, 0–1."""
    common = min(extent.end, mention.end) - max(extent.start, mention.start)
    return common / (max(extent.end, mention.end) - min(extent.start, mention.start))


def _form(doc: Doc, extent: Extent) -> str:
    span = doc.char_span(extent.start, extent.end, alignment_mode="expand")
    return normal_form(span, "PERSON" if extent.label == "PER" else None) if span else ""


def _line(name: Name, text: str) -> str:
    (start, end, label), form, _ = name
    words = " ".join(text[start:end].split())
    return f"{start}\t{end}\t{words}\t{form or words}\t{label}\t"
