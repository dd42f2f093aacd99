"""One way to understand a word of a name: «Ткача» as the genitive of «Ткач»."""

from __future__ import annotations

from typing import NamedTuple


class Reading(NamedTuple):
    """One way to understand a word; `weight` says how far to trust it, `kind` is Name, Surn, Patr or ""."""

    base: str
    gender: str
    case: str
    weight: float
    kind: str = ""
