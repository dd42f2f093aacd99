"""Cells of CSV that a spreadsheet would run as formulas, made into plain text.

A cell that begins with = + - @, a tab or a line end gets an apostrophe before it, which spreadsheets take for «text»:
«=cmd|' /C calc'!A0» → «'=cmd|' /C calc'!A0». Numbers stay numbers.
Source: OWASP, CSV Injection.
"""

from __future__ import annotations

from typing import TypeVar

Cell = TypeVar("Cell")
BEGINNINGS = tuple("=+-@\t\r\n＝＋－＠")
MARK = "'"


def inert(cell: Cell) -> Cell | str:
    """The cell as it is, or with the mark before it."""
    return MARK + cell if isinstance(cell, str) and cell.startswith(BEGINNINGS) else cell
