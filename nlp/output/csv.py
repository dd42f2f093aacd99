"""CSV: one table of all records, the events by default; columns as in `nlp.tables.frames.TABLES`.

The events: record, source, event (ids), type, phase, status, trigger (the word), date (EDTF), place, participants
(«party: Минсвязи; Минпромторг | document: меморандум»), agreement (its title), same_as (the event told before),
sentence, start and end of the trigger (code points of the text), score, rule. An empty cell is what the text does not
say. No cell is a formula: see `nlp.output.inert`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from nlp.output.inert import inert
from nlp.schema import Record
from nlp.tables.frames import cells, columns


def write(records: Iterable[Record], stream: TextIO, table: str = "events") -> None:
    """Write the header, then the rows of each record as soon as it is there."""
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(columns(table))
    for record in records:
        rows.writerows(map(inert, row) for row in cells(table, record))
        stream.flush()
