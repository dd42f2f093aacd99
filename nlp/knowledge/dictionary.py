"""The dictionary of Russian words, pymorphy3's: one analyser a process, made when first needed."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeAlias

import pymorphy3
from pymorphy3.analyzer import Parse

from nlp.knowledge import grammemes
from nlp.knowledge.paradigms import Paradigms, Place

Reading: TypeAlias = Any
"""pymorphy3's `Parse`: word, tag, normal_form, score, is_known, inflect()."""

Tag: TypeAlias = Any
"""A reading's tag: POS, grammemes; there is one object for each of the dictionary's tags."""

WORDS_KEPT = 1 << 14
LONGEST = 200
"""Letters in a word that may be one."""
FOREIGN = "ก"
"""A letter of a script that the analyser has no rules for."""


class _Parse(Parse):  # type: ignore[misc]
    """A reading that looks its word up once: pymorphy3's own searches the dictionary at every question."""

    @property
    def is_known(self) -> bool:
        """Whether the dictionary holds the form."""
        return _is_known(self.word)


@lru_cache(maxsize=1)
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The analyser; е in a word is also read as ё."""
    made = pymorphy3.MorphAnalyzer(lang="ru", result_type=_Parse)
    made.dictionary.gramtab[:] = map(grammemes.Tag.like, made.dictionary.gramtab)
    return made


@lru_cache(maxsize=1)
def paradigms() -> Paradigms:
    """The analyser's dictionary by paradigms."""
    return Paradigms(analyzer())


@lru_cache(maxsize=WORDS_KEPT)
def parse(word: str) -> tuple[Reading, ...]:
    """Every reading of a word, the likeliest first: «стали» → стать, сталь; predicted ones for a word it lacks.

    There is always one. Letters that have no Unicode name, on which the analyser fails, are unknown, and so is a word
    with a NUL in it: the dictionary's own reader, written in C, takes that for the end of the word. The analyser takes
    one prefix off after the other, each a call deeper («экс-экс-…»): what is too long for a word is unknown as well.
    """
    if "\0" in word or len(word) > LONGEST:
        return (_unknown(word),)
    try:
        return tuple((len(word) > 1 and paradigms().readings(word.lower())) or analyzer().parse(word))
    except ValueError:
        return (_unknown(word),)


def _unknown(word: str) -> Reading:
    reading: Reading = analyzer().parse(FOREIGN)[0]._replace(word=word, normal_form=word)
    return reading


def place(reading: Reading) -> Place | None:
    """Where the dictionary has a reading: its paradigm and the place in it."""
    return paradigms().place(reading)


def inflected(reading: Reading, wanted: frozenset[str]) -> str | None:
    """The form that has the grammemes, `None` where there is none: «ткача», {"nomn"} → ткач."""
    known = place(reading)
    if known is None:
        found = reading.inflect(wanted)
        return None if found is None else str(found.word)
    cell = paradigms().inflected(known.paradigm, known.cell, wanted)
    return None if cell is None else known.word(cell)


@lru_cache(maxsize=WORDS_KEPT)
def _is_known(word: str) -> bool:
    known = analyzer().dictionary.word_is_known
    return "\0" not in word and bool(known(word, substitutes_compiled=analyzer().char_substitutes))


def fold(word: str) -> str:
    """Lower case, ё as е: what two spellings of a word have in common."""
    return word.lower().replace("ё", "е")
