"""The words of a page in one language: its own, and those for the codes of the record.

"agreement" → «Соглашение», "signed" → «подписание»; a code without a word, such as a label of an analyst's own, stays.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from nlp.knowledge.reader import read_toml

Language = Literal["ru", "en"]
FOLDER = Path(__file__).parent / "languages"


class Calendar(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How dates are written: the names of months alone and in a date, and what parts of a year are called."""

    months: tuple[str, ...]
    of_months: tuple[str, ...]
    short_months: tuple[str, ...]
    year: str
    since: str
    until: str
    about: str
    parts: dict[str, str]


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every word of one language; `page` holds those of the page itself."""

    page: dict[str, str]
    calendar: Calendar
    kinds: dict[str, str]
    labels: dict[str, str]
    types: dict[str, str]
    phases: dict[str, str]
    statuses: dict[str, str]
    roles: dict[str, str]
    agreements: dict[str, str]
    agreement_statuses: dict[str, str]
    position_phases: dict[str, str]
    ties: dict[str, str]

    def label(self, code: str) -> str:
        """PERSON → «человек»."""
        return self.labels.get(code, code)

    def type(self, code: str) -> str:
        """A code in words: "meeting" → «Встреча»."""
        return self.types.get(code, code.replace("_", " ").capitalize())

    def phase(self, code: str | None) -> str:
        """A code in words: "talks" → «переговоры»; nothing for no phase."""
        return "" if code is None else self.phases.get(code, code.replace("_", " "))

    def role(self, code: str) -> str:
        """A code in words: "party" → «сторона»."""
        return self.roles.get(code, code.replace("_", " "))

    def status(self, code: str) -> str:
        """A code in words: "planned" → «ожидается»; nothing for what has happened."""
        return self.statuses.get(code, "")


@lru_cache(maxsize=2)
def words(language: Language) -> Words:
    """The words of a language; raises `KnowledgeError` when its file is wrong."""
    return read_toml(FOLDER / f"{language}.toml", Words)
