"""Which nominative a whole name has: its words share one gender and one case, its context and its document vote.

«Павла Ткача»: «Павел» + «Ткач» in the genitive, because «Павел» is a known name and «Ткач» is written elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import log
from typing import TypeAlias

from nlp.knowledge.dictionary import fold
from nlp.morphology.person.east import palladius
from nlp.morphology.person.endings import CASES, GENDERS
from nlp.morphology.person.forms import readings
from nlp.morphology.person.reading import Reading

CONTEXT_CASE, CONTEXT_GENDER, VOTE = 2.5, 0.6, 1.2
"""How much the tagged case, the tagged gender and one other form in the document add, in units of a word's weight."""
SHARE, LEAST = 0.8, 0.01
"""How much the logarithm of the ranker's share counts, and the share of a form that it does not offer."""
DOUBT = 0.3 - 1e-6
"""By how much one gender must fit better than the other; digits that only rounding makes have no say."""
CHINESE = "chinese"
Worth: TypeAlias = tuple[float, str]
"""How well a reading of a word fits, and its nominative."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: `fixed` words keep their form (the family name of «Ли Цяна»).

    `role` is Name, Surn, Patr, `CHINESE` for a given name that stands last, or "".
    """

    text: str
    role: str = ""
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The best reading of a word by its gender and case, and what holds where it has none."""

    best: dict[tuple[str, str], Worth]
    otherwise: Worth


@dataclass(frozen=True, slots=True)
class Context:
    """What the sentence says of a name: UD case, gender ("male", "female") and the document's votes for base forms.

    `shares` are the ranker's: folded word → folded base form → how likely it is.
    """

    case: str | None = None
    gender: str | None = None
    votes: Mapping[str, int] | None = None
    shares: Mapping[str, Mapping[str, float]] | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The nominative of each word, and the gender they agree in; `None` when either would do."""

    bases: tuple[str, ...]
    gender: str | None
    case: str


def choose(words: Sequence[Word], context: Context) -> Choice:
    """The best reading of all words together: «Ангелы», «Меркель» → («Ангела», «Меркель»), female, Gen."""
    tables = [_best(word, context) for word in words]
    ranked = []
    for gender, case in product(GENDERS, CASES):
        score, bases = _joint(tables, (gender, case))
        ranked.append((score + _agreement(gender, case, context), gender, case, bases))
    best = max(ranked, key=_score)
    rival = max((each for each in ranked if each[1] != best[1]), key=_score)
    undecided = rival[3] == best[3] and best[0] - rival[0] < DOUBT
    return Choice(best[3], None if undecided else best[1], best[2])


def votes(forms: Sequence[str]) -> dict[str, int]:
    """For every base form, how many of the document's different written forms it explains."""
    counted: dict[str, int] = {}
    for form in dict.fromkeys(forms):
        for base in {reading.base for reading in readings(form) if reading.weight >= 0.5}:
            counted[base] = counted.get(base, 0) + 1
    return counted


def _score(option: tuple[float, str, str, tuple[str, ...]]) -> float:
    return option[0]


def _agreement(gender: str, case: str, context: Context) -> float:
    same_case = CONTEXT_CASE if context.case == case else 0.0
    return same_case + (CONTEXT_GENDER if context.gender == gender else 0.0)


def _joint(tables: Sequence[Table], form: tuple[str, str]) -> tuple[float, tuple[str, ...]]:
    found = [table.best.get(form, table.otherwise) for table in tables]
    return sum(worth for worth, _ in found), tuple(base for _, base in found)


def _best(word: Word, context: Context) -> Table:
    if word.fixed:
        return Table({}, (0.0, word.text))
    shares = context.shares.get(fold(word.text)) if context.shares else None
    own = readings(word.text)
    told = {base: (_voted(base, context), _likely(base, shares)) for base in {each.base for each in own}}
    best: dict[tuple[str, str], Worth] = {}
    for each in own:
        form, (voted, likely) = (each.gender, each.case), told[each.base]
        worth = each.weight + _role(each, word) + voted + likely
        if form not in best or best[form][0] < worth:
            best[form] = worth, each.base
    return Table(best, (-2.0 + _likely("", shares), word.text))


def _role(reading: Reading, word: Word) -> float:
    known = reading.kind and reading.kind == word.role
    return 0.5 if known or (word.role == CHINESE and palladius(reading.base.lower())) else 0.0


def _voted(base: str, context: Context) -> float:
    others = context.votes.get(base, 1) - 1 if context.votes else 0
    return VOTE * min(others, 3)


def _likely(base: str, shares: Mapping[str, float] | None) -> float:
    return SHARE * log(shares.get(fold(base), 0.0) + LEAST) if shares is not None else 0.0
