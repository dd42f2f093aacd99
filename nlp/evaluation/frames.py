"""Frames on a table of marked sentences: `letopis frames test visit.txt` reads each and compares it with what is found.

[Премьер](visitor) [посетил](!) [Минск](host).      agrees, or shows both lines
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from nlp.errors import InputError, KnowledgeError
from nlp.events.frame_checks import CIRCUMSTANCES
from nlp.events.frames import Frame
from nlp.events.tables import TRIGGER, Sentence, expected, found, read
from nlp.pipeline import records
from nlp.text.source import SourceText


class Trial(NamedTuple):
    """One sentence of a table, as it is marked and as the pipeline reads it, in the same spelling."""

    sentence: Sentence
    expected: str
    found: str

    @property
    def agrees(self) -> bool:
        """Whether nothing is missing, spurious, misplaced or of another value."""
        return self.expected == self.found


def trials(table: Path, pipeline: Language, known: dict[str, Frame]) -> Iterator[Trial]:
    """Every sentence of `TYPE.txt`; raises `KnowledgeError` for a type, role or mark that no frame has."""
    if table.stem not in known:
        raise KnowledgeError(table, f"no frame is called {table.stem}; the frames are {', '.join(sorted(known))}")
    sentences = read(table)
    _check(table, sentences, known[table.stem])
    texts = [SourceText(text=each.text) for each in sentences]
    for sentence, record in zip(sentences, records(pipeline, texts), strict=True):
        if isinstance(record, InputError):
            raise record
        yield Trial(sentence, expected(sentence), found(sentence, record, table.stem))


def _check(table: Path, sentences: Iterable[Sentence], frame: Frame) -> None:
    allowed = (TRIGGER, *frame.roles, *CIRCUMSTANCES)
    for sentence in sentences:
        for mark in sentence.marks:
            if mark.role not in allowed:
                reason = f"no role of {frame.type} is called {mark.role}; allowed: {', '.join(allowed)}"
                raise KnowledgeError(table, reason, sentence.number)
