"""What a written number may be: the kind of its node tells the grammar where it can serve as a day, an hour, a year.

A kind is «n» (cardinal) or «o» (ordinal) and the highest value of its class: n12, n23, n24, n31, n59, n99, n999, n2199
(four digits), nbig; n0 for zero. Tens with a plural ending («90-е», «1990-х») are t31, t99, t2199: a decade, or a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

LIMITS = (0, 12, 23, 24, 31, 59, 99, 999)
KINDS = frozenset(
    [f"{prefix}{limit}" for prefix in "no" for limit in (*LIMITS, 2199, "big")] + ["t31", "t99", "t2199", "decimal"],
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_FORM = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_CARDINAL_ENDING = re.compile(r"(?:и|мя|ью|рех|рёх|ух)$")


def number_kind(value: int, ordinal: bool = False, digits: int = 4) -> str:
    """2024 → "n2199", 17 → "n23"; `digits` is how many were written, because «0800» is no year."""
    prefix = "o" if ordinal else "n"
    for limit in LIMITS:
        if value <= limit:
            return f"{prefix}{limit}"
    return f"{prefix}2199" if value <= 2199 and digits == 4 else f"{prefix}big"


def ordinal_kind(value: int, ending: str) -> str:
    """«22-го» → "o23", «90-х» → "t99", «3-х лет» → "n12": the ending tells."""
    if _CARDINAL_ENDING.search(ending) or (ending == "х" and value < 5):
        return number_kind(value)
    if ending in {"е", "х", "ые", "ых"} and value % 10 == 0 and (10 <= value < 100 or 1000 <= value <= 2199):
        return "t31" if value <= 30 else "t99" if value < 100 else "t2199"
    return number_kind(value, ordinal=True)


def roman_value(word: str) -> int:
    """«XIX» → 19; 0 for what is no Roman number up to XXXIX; Cyrillic Х is read as X."""
    written = word.replace("Х", "X").replace("І", "I")
    if not written or not _ROMAN_FORM.fullmatch(written):
        return 0
    values = [_ROMAN[letter] for letter in written]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def spoken(values: Sequence[Any]) -> Any:
    """«две тысячи двадцать пять» as [2, 1000, 20, 5] → 2025, in the type given; `None` when words do not follow so."""
    total, group, scale, last = 0, 0, 10**15, 1000
    for value in values:
        if value >= 1000 and value % 1000 == 0 and _is_scale(value):
            if value >= scale:
                return None
            total, group, scale, last = total + (group or 1) * value, 0, value, 1000
        elif _magnitude(value) >= last or (last == 10 and value >= 10):
            return None
        else:
            group, last = group + value, _magnitude(value)
    return total + group


def _is_scale(value: Any) -> bool:
    return value in {10**3, 10**6, 10**9, 10**12}


def _magnitude(value: Any) -> int:
    if value >= 100:
        return 100
    return 10 if value >= 20 else 1
