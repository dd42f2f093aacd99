"""Coreference against RuCoCo: `letopis evaluate rucoco RuCoCo/ --out out/rucoco`.

Reads its JSON, `{"text", "entities": [[[start, end], …], …], "includes": [[…], …]}`, one document a file, and writes
the same. The chains are those of `nlp.entities.chains`, common nouns and pronouns among them; the score is LEA. A file
without `entities` is only read.
Paper: Dobrovolskii et al., RuCoCo: a new Russian corpus with coreference annotation, 2022.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

import msgspec
from spacy.language import Language
from spacy.tokens import Doc

from nlp.entities.chains.find import chains
from nlp.errors import InputError
from nlp.evaluation.corpus import Document, collect, docs, files, read_text, write
from nlp.evaluation.lea import Chain, Lea, lea
from nlp.evaluation.report import Report

Extent = tuple[int, int]


class File(msgspec.Struct, frozen=True):
    """One document as the corpus has it; `includes` names the chains that a chain of several is made of."""

    entities: tuple[tuple[Extent, ...], ...] | None
    includes: tuple[tuple[int, ...], ...]
    text: str


class _Given(msgspec.Struct, frozen=True):
    """The same as it is read: what a submission is made from may lack the answer."""

    text: str
    entities: tuple[tuple[Extent, ...], ...] | None = None


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Write a file of chains for every file, under its name, and score those that have chains."""
    documents, skipped = collect(files(data, "*.json"), partial(read, folder=data))
    sums, done, scored = Lea(), 0, 0
    for given, doc in docs(pipeline, documents, skipped):
        found = extents(doc)
        own = File(tuple(found), ((),) * len(found), given.text)
        write(out / given.name, [msgspec.json.encode(own).decode()])
        done += 1
        if given.answer is not None:
            scored += 1
            sums |= lea(given.answer, [frozenset(chain) for chain in found])
    values = {"precision": sums.precision, "recall": sums.recall, "F1": sums.f1}
    measured = {f"LEA {name}": value for name, value in values.items()} if scored else {}
    return Report(task="rucoco", documents=done, scored=scored, values=measured, skipped=tuple(skipped))


def read(path: Path, folder: Path) -> Document[tuple[Chain, ...]]:
    """Raises `InputError` for what is no file of the corpus, and for a mention outside the text."""
    try:
        given = msgspec.json.decode(read_text(path), type=_Given)
    except msgspec.DecodeError as error:
        raise InputError(path, f"not RuCoCo's form: {error}") from error
    for start, end in (each for chain in given.entities or () for each in chain):
        if not 0 <= start < end <= len(given.text):
            raise InputError(path, f"no mention can be at {start}–{end} of {len(given.text)} characters")
    answer = None if given.entities is None else tuple(frozenset(chain) for chain in given.entities if chain)
    return Document(path.relative_to(folder).as_posix(), given.text, answer)


def extents(doc: Doc) -> list[tuple[Extent, ...]]:
    """The chains in characters of the text, each in the order of the text, two different mentions at least."""
    found = [{(doc[start].idx, _end(doc, end)) for start, end in chain} for chain in chains(doc)]
    return sorted(tuple(sorted(chain)) for chain in found if len(chain) > 1)


def _end(doc: Doc, end: int) -> int:
    return doc[end - 1].idx + len(doc[end - 1])
