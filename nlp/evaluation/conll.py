"""Names against token-per-line files: `letopis evaluate conll my-names.conll --out out/conll`.

    Орлова   B-PER        the word first, its tag last (IOB, IOB2 or IOBES), blanks or a tab between them;
    посетила O            an empty line ends a sentence, `# …` without a tab and -DOCSTART- lines are passed over

Every `.conll` file of a folder, or one file of any name. Predictions are the lines with one more column. Tags may be
those of the record or PER, LOC, ORG; types that the files never use are left out. Of nested mentions the outermost
count.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import iob_to_biluo, offsets_to_biluo_tags
from spacy.training.iob_utils import biluo_tags_to_offsets, biluo_to_iob
from spacy.vocab import Vocab

from nlp.errors import InputError
from nlp.evaluation.corpus import Document, annotate, collect, files, read_text, write
from nlp.evaluation.labels import Extent, seen_as
from nlp.evaluation.report import Report
from nlp.evaluation.scores import Counts
from nlp.schema import Record

TO_BILUO = {"E": "L", "S": "U"}
SKIPPED = ("#", "-DOCSTART-")


class Tagged(NamedTuple):
    """The words of a file, their lines, and the names."""

    lines: tuple[str, ...]
    words: Doc
    names: frozenset[Extent]


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Score every file, and write it with a column of predicted tags."""
    paths, folder = ([data], data.parent) if data.is_file() else (files(data, "*.conll"), data)
    documents, skipped = collect(paths, partial(read, folder=folder))
    counts, done = Counts(), 0
    wanted = {each.label for document in documents if document.answer for each in document.answer.names}
    for given, record in annotate(pipeline, documents, skipped):
        if given.answer is not None:
            tags = _tags(given.answer.words, record, wanted)
            gold, found = given.answer.names, _names(given.answer.words, tags)
            counts.add(*([each.label for each in part] for part in (gold, found, gold & found)))
            write(out / PurePosixPath(given.name), _lines(given.answer, biluo_to_iob(tags)))
            done += 1
    return Report(task="conll", documents=done, scored=done, tables={"names": counts.scores()}, skipped=tuple(skipped))


def read(path: Path, folder: Path) -> Document[Tagged]:
    """The text is the words with single blanks; raises `InputError` with a line that is no word and tag."""
    lines = read_text(path).splitlines()
    return tagged(lines, path, path.relative_to(folder).as_posix())


def tagged(lines: Sequence[str], path: Path, name: str, before: int = 0) -> Document[Tagged]:
    """The same of some lines of a file; `before` counts those that stand before them."""
    rows = [_row(line, path, number) for number, line in enumerate(lines, before + 1) if is_row(line)]
    words = Doc(Vocab(), words=[word for word, _ in rows])
    try:
        names = _names(words, iob_to_biluo([tag for _, tag in rows]))
    except ValueError as error:
        raise InputError(path, f"its tags are no IOB or IOBES: {error}") from error
    return Document(name, words.text, Tagged(tuple(lines), words, names))


def is_row(line: str) -> bool:
    """The word «#» is one where a tab parts it from its tag."""
    return bool(line.strip()) and (not line.startswith(SKIPPED) or (line[0] == "#" and "\t" in line))


def _names(words: Doc, tags: list[str]) -> frozenset[Extent]:
    return frozenset(Extent(start, end, str(label)) for start, end, label in biluo_tags_to_offsets(words, tags))


def _row(line: str, path: Path, number: int) -> tuple[str, str]:
    fields = line.split()
    mark, dash, label = fields[-1].partition("-")
    if len(fields) < 2 or mark not in {*"BIOESLU"} or (mark == "O") != (dash == "") or bool(label) != bool(dash):
        raise InputError(path, f"{line!r} is no word and tag: expected «Орлова B-PER»", number)
    return fields[0], TO_BILUO.get(mark, mark) + dash + label


def _tags(words: Doc, record: Record, wanted: set[str]) -> list[str]:
    """Outermost mentions that begin and end with a word of the file."""
    flat: list[Extent] = []
    for each in seen_as(record, wanted):
        aligned = words.char_span(each.start, each.end) is not None
        if each.label in wanted and aligned and (not flat or each.start >= flat[-1].end):
            flat.append(each)
    return offsets_to_biluo_tags(words, [(start, end, label) for start, end, label in flat])


def _lines(given: Tagged, tags: list[str]) -> list[str]:
    predicted = iter(tags)
    return [f"{line} {next(predicted)}" if is_row(line) else line for line in given.lines]
