"""A report on disk: one page for some documents, an index with a folder of pages for many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from nlp.report.index.folder import write_index
from nlp.report.page import page
from nlp.report.put import put
from nlp.report.words import Language
from nlp.schema import Record

MOST = 40
"""Documents of one page: about as many as can be read in one go, and a page of a few megabytes."""


def write_report(  # noqa: PLR0913  what is read, and what the pages say of themselves
    records: Iterable[Record],
    output: Path,
    language: Language,
    title: str | None = None,
    unread: Sequence[str] = (),
    *,
    archive: bool = False,
) -> int:
    """Write a report; gives the number of documents, and writes nothing when there are none.

    `archive` asks for an index however few they are; `unread`, lines about what could not be read, may grow while
    records come. Raises `OSError`, `OutputError`.
    """
    coming: Iterator[Record] = iter(records)
    first = list(islice(coming, MOST + 1))
    if not first:
        return 0
    if archive or len(first) > MOST:
        return write_index(chain(first, coming), output, language, title, unread)
    put(output, page(first, language, unread, title))
    return len(first)
