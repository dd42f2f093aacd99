"""Which option of each word the corpus's answer is made of: «анти террористической» and «антитеррористическая» fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nlp.knowledge.dictionary import fold

_SIGNS = re.compile(r"[\W_]+")


def squeezed(text: str) -> str:
    """Letters and digits alone, in lower case, ё as е: what spelling does not touch."""
    return _SIGNS.sub("", fold(text))


def aligned(offered: Sequence[Sequence[str]], norm: str) -> list[str] | None:
    """One squeezed text of each word's, which make up the squeezed `norm` end to end; `None` when none do."""
    paths: dict[int, list[str]] = {0: []}
    for texts in offered:
        longer: dict[int, list[str]] = {}
        for place, path in paths.items():
            for text in dict.fromkeys(texts):
                if norm.startswith(text, place):
                    longer.setdefault(place + len(text), [*path, text])
        paths = longer
    return paths.get(len(norm))
