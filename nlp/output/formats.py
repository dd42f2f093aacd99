"""The writers by the name of their format."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TextIO

from nlp.output import csv, json, jsonl, text
from nlp.schema import Record

Write = Callable[[Iterable[Record], TextIO], None]

FORMATS: dict[str, Write] = {"text": text.write, "json": json.write, "jsonl": jsonl.write, "csv": csv.write}
ALONE: dict[str, Write] = {**FORMATS, "json": json.write_one}


def writer(name: str, *, alone: bool = False) -> Write:
    """What writes a format; `alone` when there can be but one record, which JSON then writes without an array."""
    return (ALONE if alone else FORMATS)[name]
