"""Names against token-per-line files: `letopis evaluate conll my-names.conll --out out/conll`.

    Орлова   B-PER        the word first, its tag last (IOB, IOB2 or IOBES), blanks or a tab between them;
    посетила O            an empty line ends a sentence, `# …` without a tab and -DOCSTART- lines are passed over

The five columns of Universal NER are read as well. Every `.conll` and `.iob2` file of a folder, or one file of any
name. Predictions are the lines with one more column. Tags may be those of the record or PER, LOC, ORG; types that the
files never use are left out. Of nested mentions the outermost count.
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
from nlp.evaluation.token_rows import is_row, rows
from nlp.schema import Record

SUFFIXES = ("*.conll", "*.iob2")


class Tagged(NamedTuple):
    """The words of a file, their lines, and the names."""

    lines: tuple[str, ...]
    words: Doc
    names: frozenset[Extent]


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Score every file, and write it with a column of predicted tags."""
    paths, folder = ([data], data.parent) if data.is_file() else (_files(data), data)
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


def _files(folder: Path) -> list[Path]:
    """Raises `InputError` for a folder without any, as `files` does."""
    found = [path for suffix in SUFFIXES for path in folder.rglob(suffix)]
    return sorted(found) or files(folder, SUFFIXES[0])


def read(path: Path, folder: Path) -> Document[Tagged]:
    """The text is the words with their blanks; raises `InputError` with a line that is no word and tag."""
    lines = read_text(path).splitlines()
    return tagged(lines, path, path.relative_to(folder).as_posix())


def tagged(lines: Sequence[str], path: Path, name: str, before: int = 0) -> Document[Tagged]:
    """The same of some lines of a file; `before` counts those that stand before them."""
    found = rows(lines, path, before + 1)
    words = Doc(Vocab(), words=[row.word for row in found], spaces=[row.spaced for row in found])
    try:
        names = _names(words, iob_to_biluo([row.tag for row in found]))
    except ValueError as error:
        raise InputError(path, f"its tags are no IOB or IOBES: {error}") from error
    return Document(name, words.text, Tagged(tuple(lines), words, names))


def _names(words: Doc, tags: list[str]) -> frozenset[Extent]:
    return frozenset(Extent(start, end, str(label)) for start, end, label in biluo_tags_to_offsets(words, tags))


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
    return [f"{line}{_gap(line)}{next(predicted)}" if is_row(line) else line for line in given.lines]


def _gap(line: str) -> str:
    return "\t" if "\t" in line else " "
