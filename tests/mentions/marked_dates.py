"""Tables of sentences with marked dates: «Подписан [22 августа 2024 г.](2024-08-22)».

A mark gives the value, then what was inferred and from what, then the part of the period: [в начале июня](2025-06
y<published start). `@published DATE` (or `-`) holds until the next such line, `@xfail REASON` for the next sentence;
a sentence without marks is a negative. The parser is strict and `render` is its inverse, so that one comparison of
two lines shows what is missing, spurious, misplaced or wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from nlp.entities.temporal.dates import FoundDate, dates

MARK = re.compile(r"\[([^\[\]]+)\]\(([^()]*)\)")
PUBLISHED, XFAIL = "@published ", "@xfail "
LETTERS = {"year": "y", "month": "m", "day": "d", "hour": "h", "minute": "n", "second": "s"}


@dataclass(frozen=True)
class Line:
    """A sentence with its marks, and the settings above it."""

    number: int
    marked: str
    published: str | None
    xfail: str | None = None

    @property
    def text(self) -> str:
        return MARK.sub(r"\1", self.marked)


def read(path: Path) -> list[Line]:
    """The sentences of a table; raises `ValueError` for a mark that is not closed or a setting that is not known."""
    lines: list[Line] = []
    published: str | None = None
    xfail: str | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith(PUBLISHED):
            published = None if line == f"{PUBLISHED}-" else line.removeprefix(PUBLISHED)
        elif line.startswith(XFAIL):
            xfail = line.removeprefix(XFAIL)
        else:
            _check(path, number, line)
            lines.append(Line(number, line, published, xfail))
            xfail = None
    return lines


def _check(path: Path, number: int, line: str) -> None:
    rest = MARK.sub("", line)
    if line.startswith("@"):
        raise ValueError(f"{path.name}:{number}: unknown setting {line!r}; allowed: {PUBLISHED}, {XFAIL}")
    if any(sign in rest for sign in "[]") or any(not mark[2].strip() for mark in MARK.finditer(line)):
        raise ValueError(f"{path.name}:{number}: a mark is not closed or has no value: {line}")


def cases(path: Path) -> list[ParameterSet]:
    """A parameter a sentence; its id is the table, the line and the sentence's beginning."""
    return [
        pytest.param(
            line,
            id=f"{path.stem}:{line.number} {line.text[:40]}",
            marks=[pytest.mark.xfail(strict=True, reason=line.xfail)] if line.xfail else [],
        )
        for line in read(path)
    ]


def render(text: str, found: tuple[FoundDate, ...]) -> str:
    """The sentence with what was found marked in it."""
    out, position = [], 0
    for each in found:
        out += [text[position : each.start], f"[{each.text}]({' '.join(_details(each))})"]
        position = each.end
    return "".join([*out, text[position:]])


def _details(each: FoundDate) -> list[str]:
    inferred = "".join(LETTERS[part] for part in each.inferred)
    details = [each.value]
    if inferred or each.anchor:
        details.append(f"{inferred}<{each.anchor}")
    return details + ([each.part] if each.part else [])


def annotate(line: Line) -> str:
    """What the code makes of a line."""
    return render(line.text, dates(line.text, line.published))
