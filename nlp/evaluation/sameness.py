"""When two normal forms are the same to RuNormAS: ё is е, a row of blanks is one, generic phrases have no capitals.

«Объём  услуг» is «объем услуг» among generic phrases, «Объем услуг» and «объем услуг» are two among named ones.
The corpus's annotators kept or dropped capitals and double blanks each in their own way, document by document.
Rule: that of the shared task's scorer, https://github.com/dialogue-evaluation/RuNormAS.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nlp.evaluation.scores import TOTAL, Share

GENERIC = "generic"
EXACT = "-exact"
"""Ends the names of the shares that count what is right letter for letter."""
_BLANKS = re.compile(" +")
_PLAIN = str.maketrans("ёЁ", "еЕ")


def same(form: str, norm: str, part: str) -> bool:
    """Whether the scorer of the part, "named" or `GENERIC`, takes one form for the other."""
    one, other = (_BLANKS.sub(" ", text.translate(_PLAIN)).strip() for text in (form, norm))
    return one.lower() == other.lower() if part == GENERIC else one == other


class Counted:
    """Phrases of each part, those right by the scorer's rule, those right letter for letter."""

    def __init__(self) -> None:
        self.total, self.right, self.exact = Counter[str](), Counter[str](), Counter[str]()

    def add(self, part: str, forms: Sequence[str], norms: Sequence[str]) -> None:
        """One document; without norms nothing is counted."""
        pairs = list(zip(forms, norms, strict=bool(norms)))
        self.total[part] += len(pairs)
        self.right[part] += sum(same(form, norm, part) for form, norm in pairs)
        self.exact[part] += sum(form == norm for form, norm in pairs)

    def shares(self) -> dict[str, Share]:
        """By part, the sum after the parts; first by the rule, then to the letter."""
        parts = [part for part in sorted(self.total) if part != TOTAL]
        found: dict[str, Share] = {}
        for right, end in ((self.right, ""), (self.exact, EXACT)):
            found |= {part + end: Share(right[part], self.total[part]) for part in parts}
            found[TOTAL + end] = Share(right.total(), self.total.total())
        return found
