"""pymorphy3's dictionary read by paradigms: what a reading is, and its other forms, without building every form.

pymorphy3 makes the whole lexeme of a reading, up to two hundred forms, to inflect it. Which form is meant depends on
the paradigm and the place in it alone, and there are some thousands of these: «ткача» is place 1 of «ткач».
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from operator import itemgetter
from typing import Any, NamedTuple

from pymorphy3 import MorphAnalyzer, units

CELLS_KEPT = 1 << 13
SCORE = itemgetter(3)
DICTIONARY = units.DictionaryAnalyzer
PREDICTED = (units.KnownSuffixAnalyzer, units.KnownPrefixAnalyzer, units.UnknownPrefixAnalyzer)
"""They read a word as if the dictionary had it, some letters before it apart."""


class Cell(NamedTuple):
    """A place in a paradigm: its tag, what stands before and after the stem, there and in the dictionary form."""

    tag: Any
    prefix: str
    suffix: str
    first: tuple[str, str]

    def stem(self, word: str) -> str:
        """What a word of this cell has in common with its other forms."""
        return word[len(self.prefix) : len(word) - len(self.suffix)]

    def lemma(self, word: str) -> str:
        """The dictionary form of a word of this cell."""
        before, after = self.first
        return before + word[len(self.prefix) : len(word) - len(self.suffix)] + after


class Place(NamedTuple):
    """Where the dictionary has a reading: `before` are letters that it lacks, «псевдо» of «псевдоучёный»."""

    before: str
    stem: str
    paradigm: int
    cell: int

    def word(self, cell: Cell) -> str:
        """The form in another cell of the paradigm."""
        return f"{self.before}{cell.prefix}{self.stem}{cell.suffix}"


class Paradigms:
    """The paradigms of an analyser; what is looked up often is kept."""

    def __init__(self, analyzer: MorphAnalyzer) -> None:
        self.analyzer = analyzer
        self.dictionary = analyzer.dictionary
        self.likelihood = analyzer.prob_estimator.p_t_given_w
        self.unit = analyzer._units[0].analyzer
        # a reading is a named tuple: it is made as a tuple, which takes a third of the time
        self.reading = partial(tuple.__new__, analyzer._result_type)
        self.cell = lru_cache(maxsize=CELLS_KEPT)(self._cell)
        self.inflected = lru_cache(maxsize=CELLS_KEPT)(self._inflected)

    def readings(self, word: str) -> list[Any]:
        """The readings that the dictionary has for a word in lower case, the likeliest first; none for other words."""
        cell, unit = self.cell, self.unit
        found = [
            (spelling, cell(*place), place)
            for spelling, places in self.dictionary.words.similar_items(word, self.analyzer.char_substitutes)
            for place in places
        ]
        scores = self._scores(word, [own.tag for _, own, _ in found])
        read = [
            self.reading((spelling, own.tag, own.lemma(spelling), score, ((unit, spelling, *place),)))
            for (spelling, own, place), score in zip(found, scores, strict=True)
        ]
        return sorted(read, key=SCORE, reverse=True) if len(read) > 1 else read

    def place(self, reading: Any) -> Place | None:
        """Where the dictionary has it, `None` for what was read in another way: numbers, initials, «город-порт»."""
        (unit, *rest), *others = reading.methods_stack
        if not isinstance(unit, DICTIONARY) or not all(isinstance(other[0], PREDICTED) for other in others):
            return None
        word, paradigm, index = rest
        cell = self.cell(paradigm, index)
        return Place(reading.word[: len(reading.word) - len(word)], cell.stem(word), paradigm, index)

    def cells(self, paradigm: int) -> Iterator[Cell]:
        """All of them, that of the dictionary form first."""
        return (self.cell(paradigm, index) for index in range(len(self.dictionary.paradigms[paradigm]) // 3))

    def _cell(self, paradigm: int, index: int) -> Cell:
        affixes = self._affixes(paradigm, index)
        return Cell(self.dictionary.build_tag_info(paradigm, index), *affixes, self._affixes(paradigm, 0))

    def _affixes(self, paradigm: int, index: int) -> tuple[str, str]:
        numbers = self.dictionary.paradigms[paradigm]
        prefix = numbers[len(numbers) // 3 * 2 + index]
        return self.dictionary.paradigm_prefixes[prefix], self.dictionary.suffixes[numbers[index]]

    def _scores(self, word: str, tags: list[Any]) -> list[float]:
        """How likely each reading is: counted in OpenCorpora for words met there, else all are equally likely."""
        if self.likelihood.has_keys_with_prefix(f"{word}:"):
            counted = [self.likelihood.prob(word, tag) for tag in tags]
            if sum(counted):
                return counted
        return [1 / max(len(tags), 1)] * len(tags)

    def _inflected(self, paradigm: int, index: int, grammemes: frozenset[str]) -> Cell | None:
        """pymorphy3's choice among the cells that have the grammemes: the most like in the others."""
        own = self.cell(paradigm, index).tag
        wanted = grammemes
        found = [cell for cell in self.cells(paradigm) if wanted <= cell.tag.grammemes]
        if not found:
            wanted = own.fix_rare_cases(grammemes)
            found = [cell for cell in self.cells(paradigm) if wanted <= cell.tag.grammemes]
        aim = own.updated_grammemes(wanted)
        return max(found, key=_Likeness(aim), default=None)


class _Likeness:
    """A sort key: how many grammemes a cell shares with those wanted, a tenth off for each that it does not."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self.wanted = wanted

    def __call__(self, cell: Cell) -> float:
        own = cell.tag.grammemes
        return len(self.wanted & own) - 0.1 * len(self.wanted ^ own)
