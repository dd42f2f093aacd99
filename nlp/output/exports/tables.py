"""CSV for spreadsheets: `events.csv` is the table of events, any other target a folder with a file for each table.

UTF-8 with the mark that Excel asks for. No cell is a formula: see `nlp.output.inert`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from nlp.output import csv as one_table
from nlp.output.inert import inert
from nlp.output.whole import whole_folder, whole_text
from nlp.schema import Record
from nlp.tables.frames import TABLES, cells, columns

ENCODING, SUFFIX = "utf-8-sig", ".csv"
DOCUMENTS = ("record", "source", "title", "published", "language", "text")


def write(records: Iterable[Record], target: Path) -> list[str]:
    """Write the file or the folder."""
    if target.suffix.lower() == SUFFIX:
        with whole_text(target, ENCODING) as stream:
            one_table.write(records, stream)
        return ["csv: only the table of events is in one file; give a folder for all tables"]
    with whole_folder(target) as folder, ExitStack() as open_files:
        tables = {name: _opened(folder, name, open_files) for name in ("documents", *TABLES)}
        tables["documents"].writerow(DOCUMENTS)
        for name in TABLES:
            tables[name].writerow(columns(name))
        for record in records:
            told = (record.id, record.source, record.title, record.published, record.language, record.text)
            tables["documents"].writerow(map(inert, told))
            for name in TABLES:
                tables[name].writerows(map(inert, row) for row in cells(name, record))
    return []


def _opened(folder: Path, name: str, open_files: ExitStack) -> Any:
    path = folder / f"{name}{SUFFIX}"
    stream = open_files.enter_context(path.open("w", encoding=ENCODING, newline="", errors="backslashreplace"))
    return csv.writer(stream, lineterminator="\n")
