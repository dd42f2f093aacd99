"""The dictionary of Russian words, pymorphy3's: one analyser a process, made when first needed."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeAlias

import pymorphy3

Reading: TypeAlias = Any
"""pymorphy3's `Parse`: word, tag, normal_form, score, is_known, inflect()."""

WORDS_KEPT = 1 << 15


@lru_cache(maxsize=1)
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The analyser; е in a word is also read as ё."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=WORDS_KEPT)
def parse(word: str) -> tuple[Reading, ...]:
    """Every reading of a word, the likeliest first: «стали» → стать, сталь; predicted ones for a word it lacks.

    None for letters that have no Unicode name, on which the analyser fails.
    """
    try:
        return tuple(analyzer().parse(word))
    except ValueError:
        return ()


def fold(word: str) -> str:
    """Lower case, ё as е: what two spellings of a word have in common."""
    return word.lower().replace("ё", "е")
