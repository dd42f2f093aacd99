"""One word of a token-per-line file with its tag, in either layout, and the blanks between the words.

    Орлова B-PER                 the word first, its tag last
    3⇥Орлова⇥B-PER⇥-⇥-           Universal NER: number, word, tag, another tag, annotator; «# text = …» before the words

Source of the second: Mayhew et al., Universal NER, 2024, its `.iob2` files.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from nlp.errors import InputError

TO_BILUO = {"E": "L", "S": "U"}
SKIPPED = ("#", "-DOCSTART-")
TEXT = "# text = "
_UNIVERSAL = 5
"""Columns of Universal NER, with tabs between them."""


class Row(NamedTuple):
    """A word, its BILUO tag, and whether a blank follows it."""

    word: str
    tag: str
    spaced: bool = True


def is_row(line: str) -> bool:
    """The word «#» is one where a tab parts it from its tag."""
    return bool(line.strip()) and (not line.startswith(SKIPPED) or (line[0] == "#" and "\t" in line))


def rows(lines: Iterable[str], path: Path, first: int = 1) -> list[Row]:
    """The words of some lines, the first of which has the number `first`; raises `InputError` with a broken one."""
    found: list[Row] = []
    said, begun = "", 0
    for number, line in enumerate(lines, first):
        if line.startswith(TEXT):
            said, begun = line.removeprefix(TEXT), len(found)
        elif is_row(line):
            found.append(_row(line, path, number))
        elif not line.strip():
            found[begun:] = _spaced(found[begun:], said)
            said, begun = "", len(found)
    return [*found[:begun], *_spaced(found[begun:], said)]


def _row(line: str, path: Path, number: int) -> Row:
    columns = line.split("\t")
    universal = len(columns) == _UNIVERSAL and columns[0].isdigit()
    fields = columns[1:3] if universal else line.split()
    mark, dash, label = fields[-1].partition("-")
    if len(fields) < 2 or mark not in {*"BIOESLU"} or (mark == "O") != (dash == "") or bool(label) != bool(dash):
        raise InputError(path, f"{line!r} is no word and tag: expected «Орлова B-PER»", number)
    return Row(fields[0], TO_BILUO.get(mark, mark) + dash + label)


def _spaced(sentence: Sequence[Row], said: str) -> list[Row]:
    """The words with the blanks of the sentence as it was said; words that differ from it keep a blank each."""
    found, place = [], 0
    for row in sentence:
        if not said.startswith(row.word, place):
            return list(sentence)
        place += len(row.word)
        rest = said[place:].lstrip()
        found.append(row._replace(spaced=not rest or len(rest) < len(said) - place))
        place = len(said) - len(rest)
    return found
