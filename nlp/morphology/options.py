"""What one word may be in its dictionary form, whatever its context: the options that the ranker chooses from.

«Цяна» may stay as it is, be the genitive of Цян, or be what the dictionary predicts; «подписанный» may be подписать.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from os.path import commonprefix
from typing import NamedTuple

from nlp.knowledge.dictionary import Reading, Tag, inflected, paradigms, parse, place
from nlp.knowledge.paradigms import Cell
from nlp.morphology.endings import endings_of
from nlp.morphology.readings import PROPER, tables

READINGS = 10
"""How many readings of a word are looked at; the others are never right."""
KEEP, NOUN, MODIFIER, GUESS, FIRST, PAIR, COUNTED = "keep", "noun", "modifier", "guess", "first", "pair", "counted"
VERB, SHORT, DROP = "verb", "short", "drop"
BE = "быть"
NOMINAL = frozenset({"NOUN", "NPRO", "NUMR"})
AGREEING = frozenset({"ADJF", "PRTF"})
VERBAL = frozenset({"VERB", "INFN", "PRTF", "PRTS", "GRND"})
SHORTENED = frozenset({"ADJS", "COMP"})
MARKS = PROPER | {"Fixd", "Abbr", "Pltm", "Sgtm", "ms-f", "anim", "Subx", "Anum", "Apro", "Supr", "perf"}
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
NUMBERS = {"sing": "Sing", "plur": "Plur"}
_SAME = frozenset({"actv", "past", "Surn", "Patr", "Name", "Infr", "V-ey"})
"""What tells words of one paradigm apart."""


class Option(NamedTuple):
    """A form in lower case and how it comes about.

    `cases`, `number` and `gender` are those that the word would have in the text (UD), empty or `None` where they do
    not show; `target` is the gender of the form, "plur" in the plural; for a guess, the ending and what replaces it.
    `order` is the place of the reading among the word's, the likeliest 0; `marks` is what the dictionary says besides.
    """

    text: str
    kind: str
    part: str = ""
    number: str | None = None
    gender: str | None = None
    target: str = ""
    known: bool = False
    marks: tuple[str, ...] = ()
    cases: frozenset[str] = frozenset()
    order: int = 0


@lru_cache(maxsize=1 << 10)
def options(word: str) -> tuple[Option, ...]:
    """Every option of a word in lower case, the word itself first; no two are equal."""
    found = [each for order, reading in enumerate(parse(word)[:READINGS]) for each in _read(reading, min(order, 4))]
    found += _guessed(word)
    if "-" in word.strip("-"):
        found += _paired(word)
    return (Option(word, KEEP), *_merged(found))


@lru_cache(maxsize=1 << 12)
def counted_options(word: str) -> tuple[Option, ...]:
    """What a word after a numeral may be besides: «двадцатью новыми домами» → двадцать новых домов."""
    found = [each for order, reading in enumerate(parse(word)[:READINGS]) for each in _counted(reading, min(order, 4))]
    return tuple(_merged(found))


def _counted(reading: Reading, order: int) -> Iterator[Option]:
    part = str(reading.tag.POS)
    if part in AGREEING or part == "NOUN":
        for number in ("plur", "sing") if part == "NOUN" else ("plur",):
            form = inflected(reading, frozenset({"gent", number}))
            if form is not None:
                yield _option(reading, form, COUNTED, number, order)


def _merged(found: Iterable[Option]) -> list[Option]:
    """One option for all the cases that come to the same."""
    groups: dict[tuple[object, ...], list[Option]] = defaultdict(list)
    for each in found:
        groups[each[:-2]].append(each)
    return [own[0] if len(own) == 1 else _joined(own) for own in groups.values()]


def _joined(own: Sequence[Option]) -> Option:
    """Options that differ in their cases and places alone."""
    cases = frozenset[str]().union(*(each.cases for each in own))
    return own[0]._replace(cases=cases, order=min(each.order for each in own))


def _read(reading: Reading, order: int) -> Iterator[Option]:
    part = str(reading.tag.POS)
    if part in NOMINAL or part in AGREEING:
        for target, text in _nominatives(reading).items():
            if not reading.is_known and _fleeting(text, str(reading.word)):
                continue
            yield _option(reading, text, NOUN if part in NOMINAL else MODIFIER, target, order)
    if part in VERBAL:
        yield _option(reading, str(reading.normal_form), VERB, "", order)
        if reading.normal_form == BE:
            yield _option(reading, "", DROP, "", order)
    elif part in SHORTENED:
        yield _option(reading, str(reading.normal_form), SHORT, "", order)


def _nominatives(reading: Reading) -> dict[str, str]:
    """Gender, or "plur", → the form; of several the one most like the word: «Высшей» → высшая, not высочайшая."""
    own = reading.tag
    if "Fixd" in own:
        return {"": str(reading.word)}
    found: dict[str, str] = {}
    likeness = _Likeness(str(reading.word))
    for target, form in _declined(reading):
        found[target] = max(found[target], form, key=likeness) if target in found else form
    return found


def _declined(reading: Reading) -> Iterator[tuple[str, str]]:
    """The nominatives that belong to a reading, in the order of its paradigm, each with its gender or "plur"."""
    known = place(reading)
    if known is None:
        forms = ((_target(form.tag, reading.tag), str(form.word)) for form in reading.lexeme)
        return ((target, form) for target, form in forms if target is not None)
    return ((target, known.word(cell)) for target, cell in _cells(known.paradigm, known.cell))


@lru_cache(maxsize=1 << 13)
def _cells(paradigm: int, index: int) -> tuple[tuple[str, Cell], ...]:
    """The same for all words of a paradigm."""
    own = paradigms().cell(paradigm, index).tag
    cells = ((_target(cell.tag, own), cell) for cell in paradigms().cells(paradigm))
    return tuple((target, cell) for target, cell in cells if target is not None)


def _target(tag: Tag, own: Tag) -> str | None:
    """The gender of a nominative like the word, or "plur"; `None` for other forms."""
    if tag.case != "nomn" or tag.POS != own.POS or _SAME & tag.grammemes != _SAME & own.grammemes:
        return None
    return "plur" if tag.number == "plur" else str(tag.gender or "")


def _fleeting(text: str, word: str) -> bool:
    """«Шольцем» is hardly of Шолец: the dictionary predicts a vowel that the word lacks."""
    return text[-2:] in {"ец", "ок", "ек"} and not word.startswith(text[:-1])


class _Likeness:
    """A sort key: how many letters a form shares with a word at its start; of equals the first is taken by `max`."""

    def __init__(self, word: str) -> None:
        self.word = word

    def __call__(self, form: str) -> int:
        return len(commonprefix([self.word, form])) if form else -1  # noqa: RUF071  letters are what is compared


def _option(reading: Reading, text: str, kind: str, target: str, order: int) -> Option:
    shown = _shown(reading.tag)
    return Option(
        text,
        kind,
        shown.part,
        shown.number,
        shown.gender,
        target,
        bool(reading.is_known),
        shown.marks,
        shown.cases,
        order,
    )


class _Shown(NamedTuple):
    """What a tag says of every option that comes of it."""

    part: str
    number: str | None
    gender: str | None
    marks: tuple[str, ...]
    cases: frozenset[str]


@lru_cache(maxsize=1 << 12)
def _shown(tag: Tag) -> _Shown:
    """There are some thousands of tags."""
    return _Shown(
        str(tag.POS),
        NUMBERS.get(str(tag.number)),
        None if "ms-f" in tag else GENDERS.get(str(tag.gender)),
        tuple(sorted(MARKS & tag.grammemes)),
        frozenset(row.value for row in tables().features.get(str(tag.case), ())),
    )


def _guessed(word: str) -> Iterator[Option]:
    """By ending, as if the dictionary lacked the word."""
    for row in endings_of(word):
        stem = word.removesuffix(row.ending)
        if 1 < len(stem) < len(word) and stem[-1] in row.before:
            text, change = stem + (row.nominative or ""), f"{row.ending}>{row.nominative or ''}"
            yield Option(text, GUESS, "", "Sing", row.gender, change, cases=frozenset({row.case}))


def _paired(word: str) -> Iterator[Option]:
    """«городом-портом» → город-порт, «Ростова-на-Дону» → Ростов-на-Дону: both parts change, or the first alone."""
    first, *middle, last = word.split("-")
    ones, others = ([each for each in _part(part) if each.kind in {NOUN, MODIFIER}] for part in (first, last))
    for one in ones:
        yield one._replace(text="-".join([one.text, *middle, last]), kind=FIRST, known=False)
    for one, other in product(ones, others):
        if one.cases & other.cases and (one.target == "plur") == (other.target == "plur"):
            both = "-".join([one.text, *middle, other.text])
            yield one._replace(text=both, kind=PAIR, cases=one.cases & other.cases, known=False)


def _part(word: str) -> tuple[Option, ...]:
    return options(word) if word else ()
