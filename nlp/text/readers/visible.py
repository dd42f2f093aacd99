"""All words of a page that a browser would show, menus too: for pages that are nested deeper than trees are built."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLANKS = re.compile(r"\s+")
HIDDEN = frozenset({"script", "style", "head", "template", "noscript", "svg", "math"})
BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "footer", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "option", "p", "pre"),
        *("section", "table", "td", "th", "tr", "ul"),
    ]
)


class _Reader(HTMLParser):
    """Walks the tags without building a tree; nesting costs nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.hidden: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a line; the end of the head need not be written."""
        if self.hidden == "head" and (tag == "body" or tag in BLOCKS):
            self.hidden = None
        if tag in HIDDEN and self.hidden is None:
            self.hidden = tag
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """And ends one."""
        if tag == self.hidden:
            self.hidden = None
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Words."""
        if self.hidden is None:
            self.pieces.append(_BLANKS.sub(" ", data))


def visible(page: str) -> str:
    r"""The words, a paragraph for every block: `<div><p>Да.</p>Нет.</div>` → «Да.\n\nНет.»."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)
