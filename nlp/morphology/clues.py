"""What the ranker looks at: clues of each word in and around a phrase, and of each option of a word.

A clue is a short string, "tag=NOUN|Gen|Sing", that stands or does not. They are written only where the ranker has not
seen their like: what is handed to it are the things that tell them, each of a few words or tags that come again.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, Protocol, TypeAlias

from nlp.knowledge.dictionary import Tag, fold, parse
from nlp.morphology.options import GENDERS, Option
from nlp.morphology.readings import tables

KEPT = 1 << 13
"""Shapes kept."""
COMMON = 10
"""Readings whose cases and numbers are told."""
NAMED = ("Name", "Surn", "Patr", "Geox", "Orgn")
Bag: TypeAlias = tuple[str, ...]
"""Clues that stand together."""


class Told(Protocol):
    """What tells clues, and can be told from others of its kind."""

    def __hash__(self) -> int: ...

    def clues(self) -> Bag:
        """Written out."""
        ...


class OfForm(NamedTuple):
    """What a word tells whatever it is in the text: «Советом»."""

    word: str

    def clues(self) -> Bag:
        """Its shape, its ends and what the dictionary says."""
        low = fold(self.word)
        readings = parse(low)[:COMMON]
        told = {clue for each in readings for clue in _reading_clues(each.tag)}
        return (
            f"shape={shape(self.word)}",
            f"known={any(each.is_known for each in readings)}",
            f"word={low}",
            *(f"end={low[-length:]}" for length in range(1, 5) if length < len(low)),
            *sorted(told),
        )


@lru_cache(maxsize=1 << 12)
def _reading_clues(tag: Tag) -> Bag:
    """There are some thousands of tags."""
    return f"reads={tag.POS}|{tag.case}|{tag.number}", *(f"name={name}" for name in NAMED if name in tag)


class OfTag(NamedTuple):
    """What any word of a tag tells: "NOUN", "Case=Ins|…", "obl"."""

    part: str
    features: str
    relation: str

    def clues(self) -> Bag:
        """The tag whole and in its parts."""
        part, features, relation = self
        told = (f"feature={each}" for each in features.split("|"))
        return f"part={part}", f"rel={relation}", f"tag={part}|{features}", *told


class Manner(NamedTuple):
    """How an option comes about, its letters apart: a noun's plural, first of its word's readings."""

    kind: str
    part: str
    number: str | None
    gender: str | None
    target: str
    known: bool
    marks: tuple[str, ...]
    cases: frozenset[str]
    order: int
    cased: str

    @classmethod
    def of(cls, option: Option, word: str) -> Manner:
        """Of an option of a word as written."""
        return cls(*option[1:], shape(word))

    def clues(self) -> Bag:
        """The same for many words."""
        own, cased = f"{self.kind}|{self.part}", self.cased
        return (
            f"kind={own}",
            f"to={own}|{self.target}",
            f"turns={own}|{self.gender}|{self.number}>{self.target}",
            f"known={self.known}|{self.kind}",
            f"order={self.order}|{self.kind}",
            f"cased={cased}|{own}|{self.known}",
            f"says={'|'.join(self.marks)}",
            f"cases={'|'.join(sorted(self.cases))}|{self.kind}",
            *(f"mark={each}|{cased}" for each in self.marks),
        )


class Change(NamedTuple):
    """What an option makes of the letters of a word: «цяна» → «цян», kept."""

    word: str
    text: str
    kind: str

    @classmethod
    def of(cls, option: Option, word: str) -> Change:
        """Of an option of a word as written."""
        return cls(fold(word), fold(option.text), option.kind)

    def clues(self) -> Bag:
        """Which letters go, which come, how the form ends."""
        low, text = self.word, self.text
        shared = _shared(low, text)
        return (
            f"change={low[shared:]}>{text[shared:]}",
            f"whole change={low[max(shared - 2, 0) :]}>{text[max(shared - 2, 0) :]}",
            f"same={low == text}|{self.kind}",
            *(f"text end={text[-length:]}" for length in (1, 2, 3)),
            f"text={text}",
        )


class Fit(NamedTuple):
    """How an option agrees with its word in the text: `shown` are case, number, gender of the tag, `voted` the votes.

    `case` is "=" where the option may have that of the tag, "/" where not, "?" where either does not show.
    """

    kind: str
    part: str
    number: str | None
    gender: str | None
    target: str
    case: str
    pos: str
    shown: tuple[str, str, str]
    voted: tuple[str, str]

    @classmethod
    def of(cls, option: Option, pos: str, shown: tuple[str, str, str], voted: tuple[str, str]) -> Fit:
        """Of an option, the part of speech in the text, what its tag shows and what its document says."""
        case = "?" if not option.cases or not shown[0] else "=" if shown[0] in option.cases else "/"
        return cls(option.kind, option.part, option.number, option.gender, option.target, case, pos, shown, voted)

    def clues(self) -> Bag:
        """The same for many words."""
        kind, part, case, shown, (seen, covered) = self.kind, self.part, self.case, self.shown, self.voted
        number, gender = _agrees(self.number, shown[1]), _agrees(self.gender, shown[2])
        turned = "plur" if self.target == "plur" else GENDERS.get(self.target)
        target = _agrees(turned, "plur" if shown[1] == "Plur" else shown[2])
        return (
            f"fits={kind}|{case}{number}{gender}|{part in tables().parts.get(self.pos, ())}",
            f"fits case={kind}|{case}|{shown[0]}",
            f"fits number={kind}|{number}|{self.number}",
            f"fits gender={kind}|{gender}|{shown[2]}",
            f"fits target={kind}|{target}",
            f"fits part={kind}|{part}|{self.pos}",
            f"seen={kind}|{seen}",
            f"voted={kind}|{covered}",
            f"votes={self.target or kind}|{seen}|{covered}",
        )


@lru_cache(maxsize=KEPT)
def shape(word: str) -> str:
    """«Совет» Aa, «МИДа» AAa, «А» A, «№» -: letter case, digits, Latin letters."""
    if not any(letter.isalnum() for letter in word):
        return word if len(word) == 1 else "-"
    script = "L" if word.isascii() else ""
    if word[:1].isdigit():
        return "9" if word.isdigit() else "9a"
    capitals = "A" if len(word) == 1 else "AA" if word.isupper() else "Aa" if word.istitle() else "AAa"
    return script + (capitals if any(letter.isupper() for letter in word) else "a") + ("-" if "-" in word else "")


def _agrees(own: str | None, other: str) -> str:
    return "?" if not own or not other else "=" if own == other else "/"


def _shared(one: str, other: str) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))
