"""Any string on one line: for names and messages that go to a terminal, a log or a table."""

from __future__ import annotations

LONGEST = 4_096
"""Characters that are shown."""


def printable(text: str) -> str:
    """The signs that are shown as they are, the others by their code: a line feed, half a surrogate pair."""
    if text.isprintable() and len(text) <= LONGEST:
        return text
    return "".join(sign if sign.isprintable() else _code(sign) for sign in text[:LONGEST])


def _code(sign: str) -> str:
    return sign.encode("unicode_escape").decode("ascii")
