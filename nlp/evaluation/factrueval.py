"""Names, entities and facts for factRuEval-2016: `letopis evaluate factrueval devset/ --out out/factrueval`.

Reads `book_N.txt`, and `.tokens`, `.spans`, `.objects` where there are any; writes `book_N.task1`, `.task2`, `.task3`
for the task's own scorers. The score printed is the first track's, places that act as bodies counted as places (their
option `-l`), within 0.002 of theirs, which tries all pairings where this one takes the best pair first.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from spacy.language import Language

from nlp.errors import InputError
from nlp.evaluation import fact_spans
from nlp.evaluation.corpus import Document, annotate, collect, files, read_text, write
from nlp.evaluation.fact_answers import task1, task2, task3
from nlp.evaluation.fact_spans import NAMING, Thing, Token, is_mark, thing
from nlp.evaluation.labels import coarse
from nlp.evaluation.report import Report
from nlp.evaluation.scores import TOTAL, Score

TAGS = {"Person": "PER", "Location": "LOC", "LocOrg": "LOC", "Org": "ORG", "Organization": "ORG"}
TRACKS = {".task1": task1, ".task2": task2, ".task3": task3}


Words = tuple[Token, ...]


class Marked(NamedTuple):
    """The corpus's tokens and objects."""

    tokens: Words
    things: tuple[Thing, ...]


def evaluate(data: Path, out: Path, pipeline: Language) -> Report:
    """Write the three tracks for every text; score the first one where the corpus marks it."""
    documents, skipped = collect(files(data, "book_*.txt"), partial(read, folder=data))
    scores, read_, scored = dict.fromkeys(NAMING, Score(0, 0, 0)), 0, 0
    for given, record in annotate(pipeline, documents, skipped):
        for suffix, lines in TRACKS.items():
            write(out / PurePosixPath(given.name).with_suffix(suffix), lines(record))
        read_ += 1
        if given.answer is not None:
            scored += 1
            found = [thing(extent, given.answer.tokens) for extent in coarse(record)]
            scores = fact_spans.add(scores, fact_spans.compare(given.answer.things, found))
    tables = {"track 1": {**scores, TOTAL: fact_spans.total(scores.values())}} if scored else {}
    return Report(task="factrueval", documents=read_, scored=scored, tables=tables, skipped=tuple(skipped))


def read(path: Path, folder: Path) -> Document[Marked]:
    """A text with its layers; without `.objects` there is no answer. Raises `InputError` for a line that is wrong."""
    text, name = read_text(path), path.relative_to(folder).as_posix()
    if not path.with_suffix(".objects").exists():
        return Document(name, text, None)
    rows = [_rows(path.with_suffix(suffix)) for suffix in (".tokens", ".spans", ".objects")]
    tokens = {row[0]: Token(int(row[1]), int(row[1]) + int(row[2]), row[3]) for row in rows[0]}
    words = tuple(tokens.values())
    numbers = {key: number for number, key in enumerate(tokens)}
    spans = {row[0]: row for row in rows[1]}
    try:
        things = tuple(_thing(row, spans, numbers, words) for row in rows[2] if row[1] in TAGS)
    except KeyError as error:
        raise InputError(path.with_suffix(".objects"), f"{error} is no span or token of this document") from error
    return Document(name, text, Marked(words, things))


def _thing(row: list[str], spans: dict[str, list[str]], numbers: dict[str, int], words: Words) -> Thing:
    """«10433 Org 22763 22764»: the spans of an object; one without tokens is impossible."""
    tag, every, naming = TAGS[row[1]], set[int](), set[int]()
    for key in row[2:]:
        _, kind, _, _, first, length = spans[key][:6]
        tokens = range(numbers[first], numbers[first] + int(length))
        every.update(tokens)
        naming.update(each for each in tokens if kind in NAMING[tag] and not is_mark(words[each]))
    return Thing(tag, frozenset(every), frozenset(naming))


WIDTH = {".tokens": 4, ".spans": 6, ".objects": 3}
"""Fields that a line of the layer has at least."""
NUMBERS = {".tokens": (1, 2), ".spans": (5,), ".objects": ()}


def _rows(path: Path) -> list[list[str]]:
    """Lines split at blanks, what stands after «#» left out; empty ones part sentences."""
    rows = []
    for number, line in enumerate(read_text(path).splitlines(), 1):
        fields = (line if path.suffix == ".tokens" else line.split(" # ")[0]).split()
        if not fields:
            continue
        if len(fields) < WIDTH[path.suffix] or not all(fields[at].isdigit() for at in NUMBERS[path.suffix]):
            raise InputError(path, f"{line!r} is no line of {path.suffix}", number)
        rows.append(fields)
    return rows
