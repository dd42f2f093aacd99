"""Rows of tables inside documents, as lines that cleaning knows as such."""

from __future__ import annotations

from collections.abc import Iterable


def row(cells: Iterable[str]) -> str:
    """The cells of one row on one line: "| Министр | Петров |"."""
    return f"| {' | '.join(' '.join(cell.replace('|', '/').split()) for cell in cells)} |"
