"""OpenDocument texts, by odfdo: paragraphs, headings, lists and tables; notes stand where they are called."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from nlp.text.content import Content, Hints
from nlp.text.readers.tables import row
from nlp.text.readers.zipped import checked, opened

PARTS = ("content.xml", "meta.xml", "styles.xml")
_BLOCKS = {"text:p", "text:h"}
_PASSED = {"text:tracked-changes", "text:table-of-content", "office:annotation", "text:sequence-decls"}
_SIGNS = {"text:tab": "\t", "text:line-break": "\n"}


def read(data: bytes, hints: Hints) -> Content:
    """The text in reading order; title and day of the document's properties."""
    with opened(data, hints) as archive:
        for name in PARTS:
            if name in archive.namelist() or name == PARTS[0]:
                checked(archive, name, hints)
    from odfdo import Document

    document = Document(io.BytesIO(data))
    blocks = _blocks(document.body)
    created = document.meta.creation_date
    return Content(
        text="\n\n".join(block for block in blocks if block.strip()),
        title=document.meta.title or None,
        published=created.date().isoformat() if created else None,
    )


def _blocks(element: Any) -> Iterator[str]:
    for child in element.children:
        if child.tag in _BLOCKS:
            yield "".join(_signs(child))
        elif child.tag == "table:table":
            yield "\n".join(_rows(child))
        elif child.tag not in _PASSED:
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[str]:
    for each in table.get_elements("descendant::table:table-row"):
        cells = [" ".join(_blocks(cell)) for cell in each.children if cell.tag == "table:table-cell"]
        if any(cells):
            yield row(cells)


def _signs(element: Any) -> Iterator[str]:
    """What a paragraph says; each piece of it is followed by its tail."""
    yield element.text or ""
    for child in element.children:
        if child.tag == "text:s":
            yield " " * min(int(child.get_attribute("text:c") or 1), 1000)
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == "text:note":
            yield f" ({' '.join(''.join(_signs(each)) for each in child.get_elements('descendant::text:p'))}) "
        elif child.tag not in _PASSED:
            yield from _signs(child)
        yield child.tail or ""
