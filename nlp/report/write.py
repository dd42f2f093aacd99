"""A report on disk: one page, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from nlp.report.page import page
from nlp.report.words import Language
from nlp.schema import Record


def write_page(records: Sequence[Record], output: Path, language: Language, unread: Sequence[str] = ()) -> None:
    """Write the page of some documents; raises `OSError`."""
    put(output, page(records, language, unread))


def put(path: Path, content: str) -> None:
    """Write a file beside its name, and give it the name when it is whole."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_text(content, encoding="utf-8", newline="")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
