"""Indented JSON, for reading: one record as an object, a list of records as an array."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

import msgspec

from nlp.schema import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write an array of records, `[]` when there is none."""
    before = "[\n"
    for record in records:
        stream.write(before + _indented(record))
        before = ",\n"
    stream.write("[]\n" if before == "[\n" else "\n]\n")


def write_one(records: Iterable[Record], stream: TextIO) -> None:
    """Write a record that is known to stand alone, without an array around it."""
    stream.writelines(_indented(record) + "\n" for record in records)


def _indented(record: Record) -> str:
    return msgspec.json.format(record.to_json(), indent=2)
