"""Numbers that are written in one piece with their own signs: «22.08.2024», «14:10», «2024-08-22»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from nlp.errors import KnowledgeError
from nlp.knowledge.reader import read_table
from nlp.mentions.cascade.lexicon import DASHES

MACROS = {"{dash}": f"[{DASHES}]", "{no}": r"(?![^\Wг]|г\w|[.,:/]\d)"}


class Shape(msgspec.Struct, frozen=True):
    """One line of a table of shapes; the named groups of `pattern` are the fields of the value."""

    kind: str
    pattern: str
    example: str


@dataclass(frozen=True)
class Shapes:
    """The shapes of a grammar as one alternation; group «s3» is the fourth line of the table."""

    pattern: str
    kinds: tuple[str, ...]
    fields: tuple[tuple[tuple[str, str], ...], ...]

    def value(self, match: re.Match[str]) -> tuple[str, dict[str, int]]:
        """The kind of the shape that matched, and its fields as numbers."""
        number = int((match.lastgroup or "s0")[1:])
        parts = ((field, match[group]) for field, group in self.fields[number])
        return self.kinds[number], {field: int(written) for field, written in parts if written}


def read_shapes(path: Path) -> Shapes:
    """Compile a table of shapes; a shape that does not fit its own example is a `KnowledgeError`."""
    rows = read_table(path, Shape) if path.exists() else ()
    patterns, fields = [], []
    for number, row in enumerate(rows):
        pattern = _expanded(row.pattern)
        _check(path, row, pattern)
        fields.append(tuple((field, f"s{number}_{field}") for field in _fields(pattern)))
        patterns.append(f"(?P<s{number}>{re.sub(r'[?]P?<(?=[a-z])', f'?P<s{number}_', pattern)})")
    return Shapes("|".join(patterns), tuple(row.kind for row in rows), tuple(fields))


def _expanded(pattern: str) -> str:
    for macro, meaning in MACROS.items():
        pattern = pattern.replace(macro, meaning)
    return pattern


def _fields(pattern: str) -> Iterator[str]:
    return iter(re.findall(r"[?]P<([a-z]+)>", pattern))


def _check(path: Path, row: Shape, pattern: str) -> None:
    try:
        fits = re.fullmatch(pattern, row.example)
    except re.error as error:
        raise KnowledgeError(path, f"the shape {row.pattern} is no regular expression: {error}") from error
    if not fits:
        raise KnowledgeError(path, f"the shape {row.pattern} does not fit its example {row.example}")
