"""Sentences with marked phrases: «Встреча с [Павлом Ткачом](PERSON Павел Ткач).»; anything malformed is an error."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

_MARK = re.compile(r"\[([^\[\]()]+)\]\(([^\[\]()]+)\)")


class Case(NamedTuple):
    """A phrase at `start`:`end` of `text`, and what is expected of it."""

    text: str
    start: int
    end: int
    expected: str

    @property
    def phrase(self) -> str:
        return self.text[self.start : self.end]


def read(path: Path) -> list[Case]:
    """Every mark of every line; raises `ValueError` on a line without one and on brackets that belong to none."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return [case for line in lines for case in parse(line)]


def parse(line: str) -> list[Case]:
    text, marks, position = "", [], 0
    for mark in _MARK.finditer(line):
        text += line[position : mark.start()]
        marks.append((len(text), len(text) + len(mark[1]), mark[2]))
        text, position = text + mark[1], mark.end()
    text += line[position:]
    if not marks or re.search(r"[\[\]()]", text):
        raise ValueError(f"marks are missing or broken: {line}")
    return [Case(text, *mark) for mark in marks]
