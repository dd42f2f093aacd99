"""One stretch of text as the grammar sees it."""

from __future__ import annotations

from typing import Any

import msgspec


class Node(msgspec.Struct, gc=False):
    """A word, a number, or what a rule made of several: «22 августа» → Node("date", …, {"day": 22, "month": 8}).

    `start` and `end` are offsets in the text; `rule` names the rule that made it, "" for a word of the text.
    """

    kind: str
    start: int
    end: int
    value: dict[str, Any]
    rule: str = ""
