"""Word documents, by python-docx: paragraphs, tables, boxes and notes; what was struck out stays out."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from nlp.text.content import Content, Hints
from nlp.text.readers.tables import row
from nlp.text.readers.zipped import checked, opened

MAIN = "word/document.xml"
NOTES = ("word/footnotes.xml", "word/endnotes.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PASSED = {f"{_W}del", f"{_W}moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}


def read(data: bytes, hints: Hints) -> Content:
    """The text in reading order, then its notes; title and day of the document's properties."""
    with opened(data, hints) as archive:
        names = set(archive.namelist())
        for name in names & {MAIN, *NOTES, "docProps/core.xml"}:
            checked(archive, name, hints)
        notes = [checked(archive, name, hints) for name in NOTES if name in names]
    from docx import Document
    from docx.oxml import parse_xml

    document = Document(io.BytesIO(data))
    blocks = [*_blocks(document.element.body), *(each for note in notes for each in _blocks(parse_xml(note)))]
    known = document.core_properties
    return Content(
        text="\n\n".join(block for block in blocks if block.strip()),
        title=known.title.strip() or None,
        published=known.created.date().isoformat() if known.created else None,
        extra={"author": known.author} if known.author else {},
    )


def _blocks(root: Any) -> Iterator[str]:
    """Paragraphs and tables in order, those in content controls and boxes too."""
    for child in root:
        if child.tag == f"{_W}p":
            yield "".join(_signs(child))
            yield from (block for box in child.iter(f"{_W}txbxContent") if _shown(box) for block in _blocks(box))
        elif child.tag == f"{_W}tbl":
            yield "\n".join(_rows(child))
        elif child.tag not in _PASSED:
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[str]:
    for each in table.iter(f"{_W}tr"):
        yield row([" ".join(_blocks(cell)) for cell in each.iterchildren(f"{_W}tc")])


def _signs(element: Any) -> Iterator[str]:
    """What a paragraph says, without the boxes anchored in it."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _PASSED and child.tag != f"{_W}txbxContent":
            yield from _signs(child)


def _shown(box: Any) -> bool:
    return not any(above.tag in _PASSED for above in box.iterancestors())
