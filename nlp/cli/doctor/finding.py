"""One line of what the doctor found: a thing, its value, a verdict, and what to do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from nlp.output.page.plain import one_line


class Verdict(StrEnum):
    """Well, worth a remark, or broken; the value is the sign on the page."""

    GOOD = "✓"
    NOTE = "·"
    BAD = "✗"


class Finding(NamedTuple):
    """«✓ spaCy  3.8.18»; `advice` follows where there is something to do."""

    what: str
    value: str
    verdict: Verdict = Verdict.GOOD
    advice: str = ""

    def line(self) -> str:
        """The line as it stands on the page."""
        advice = f" — {self.advice}" if self.advice else ""
        return f"  {self.verdict} {one_line(self.what):<22} {one_line(self.value)}{advice}"
