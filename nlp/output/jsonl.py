"""JSON Lines: one record a line, in the order of the input; the form for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from nlp.schema import Record


def write(records: Iterable[Record], stream: TextIO) -> None:
    """Write each record as soon as it is there: `{"schema":"letopis/1","id":…}`."""
    for record in records:
        stream.write(record.to_json() + "\n")
        stream.flush()
