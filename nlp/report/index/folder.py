"""A report of many documents on disk: `report.html`, and `report_files` with a page a document.

`report_files` is made beside its place under another name, and takes its place when all is written. A folder of that
name which no report made is never touched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from nlp.errors import OutputError
from nlp.report import assets
from nlp.report.index.index import index, plain_list
from nlp.report.index.table import Table
from nlp.report.index.texts import Texts
from nlp.report.page import Beside, page, shared
from nlp.report.put import put
from nlp.report.templates import embedded
from nlp.report.words import Language, words
from nlp.schema import Record

MARK = "letopis-report"
SHELF = 1000
"""So many pages lie in one folder."""


def write_index(
    records: Iterable[Record], output: Path, language: Language, title: str | None = None, unread: Sequence[str] = ()
) -> int:
    """Write the index and the pages; gives the number of documents. Raises `OSError`, `OutputError`.

    `unread` is looked at when all records have come.
    """
    folder = output.with_name(f"{output.stem}_files")
    _ours(folder)
    unfinished = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    table, texts = Table(words(language)), Texts()
    try:
        _assets(unfinished, language)
        for number, record in enumerate(records):
            _page(unfinished, number, record, language)
            table.add(record)
            texts.add(number, record.text)
        _lists(unfinished, table, texts, language)
        if folder.exists():
            shutil.rmtree(folder)
        unfinished.replace(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    put(output, index(table, texts.heads(), language, folder.name, title, unread))
    return len(table.documents)


def place(number: int) -> str:
    """Where the page of a document lies in the folder: «pages/012/12345.html»."""
    return f"pages/{number // SHELF:03}/{number:05}.html"


def _ours(folder: Path) -> None:
    if folder.exists() and not (folder / MARK).is_file():
        raise OutputError(f"{folder}: is there and was not made by letopis report; remove it, or give another -o")


def _assets(folder: Path, language: Language) -> None:
    folder.mkdir(parents=True)
    put(folder / MARK, "letopis report\n")
    put(folder / "page.css", assets.style())
    put(folder / "page.js", f"globalThis.letopisShared = {embedded(shared(language))};\n{assets.script()}")


def _page(folder: Path, number: int, record: Record, language: Language) -> None:
    path = folder / place(number)
    path.parent.mkdir(parents=True, exist_ok=True)
    index_name = folder.name.removeprefix(".").partition("_files")[0]
    path.write_text(page([record], language, at=Beside(f"../../../{index_name}.html", "../../")), encoding="utf-8")


def _lists(folder: Path, table: Table, texts: Texts, language: Language) -> None:
    put(folder / "list.html", plain_list(table, language))
    (folder / "texts").mkdir()
    for name, script in texts.files():
        put(folder / "texts" / f"{name}.js", script)
