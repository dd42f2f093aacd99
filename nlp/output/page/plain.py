"""Text from outside made fit for a terminal."""

from __future__ import annotations

import re

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Everything that could move the cursor, change colours or turn the line round, but for tab and new line."""


def printable(text: str) -> str:
    """The text with every control character shown as «�», one for one, so that offsets stay."""
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", " \n"))


def one_line(text: str) -> str:
    """The text on one line, fit for a cell."""
    return printable(" ".join(text.split()))
