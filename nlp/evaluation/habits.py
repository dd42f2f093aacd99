"""How a corpus writes the forms it wants: letter case, blanks between words, ё; learned from its training part.

«Объем  услуг» is «объем услуг» in one corpus and «Объём услуг» in another; the product's own forms know nothing of it.
A habit is a choice between a few ways, by the weights of clues, one after another: linear, small, readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from nlp.errors import InputError
from nlp.knowledge.dictionary import analyzer, fold, parse

KEEP, LOWER, TITLE = "keep", "lower", "title"
SAME, TIDY, JOINED, HYPHEN, DASH = "same", "tidy", "joined", "hyphen", "dash"
PLAIN, DOTTED = "plain", "dotted"
_BLANKS = re.compile(r"\s+")
_LOOSE = re.compile(r"\s+(?=[,.;:!?)»])|(?<=[(«])\s+")
_WORDS = re.compile(r"[а-яёa-z]+")


class Habit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ways to choose from, and what each clue adds to each of them."""

    ways: tuple[str, ...]
    weights: dict[str, tuple[float, ...]]

    def choose(self, clues: Iterable[str]) -> str:
        """The way with the largest sum; the first of equals."""
        sums = [0.0] * len(self.ways)
        for clue in clues:
            for place, weight in enumerate(self.weights.get(clue, ())):
                sums[place] += weight
        return self.ways[sums.index(max(sums))]


class Habits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Of letter case, of what stands between words, of ё; `dotted`: spelling with е → with ё."""

    case: Habit
    gap: Habit
    dots: Habit
    dotted: dict[str, str]


class Piece(NamedTuple):
    """A word of a phrase: as written, in its form, its part of speech; the text between it and the word before."""

    word: str
    form: str
    part: str
    gap: str


class Phrase(NamedTuple):
    """A phrase as written: its words, what follows the last, and what its text is like around it."""

    pieces: Sequence[Piece]
    tail: str
    starts: bool
    before: str
    small: frozenset[str]
    loose: bool


def load(path: Path) -> Habits:
    """Raises `InputError` when the file is none of the kind."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Habits)
    except (OSError, msgspec.MsgspecError) as error:
        raise InputError(path, f"holds no habits: {error}") from error


def written(phrase: Phrase, habits: Habits) -> str:
    """The phrase as the corpus would write it."""
    found = ""
    for place, piece in enumerate(phrase.pieces):
        way = habits.gap.choose(gap_clues(phrase, place))
        cased = lettered(piece.form, habits.case.choose(case_clues(phrase, place)))
        dots = dotted(cased, habits.dotted)
        if dots != cased and habits.dots.choose(dots_clues(phrase, place, cased, habits.dotted)) == DOTTED:
            cased = dots
        found += gap(piece.gap, way) + cased
    return found + gap(phrase.tail, habits.gap.choose(gap_clues(phrase, len(phrase.pieces))))


def lettered(form: str, way: str) -> str:
    """«РАЗВИТИЕ» → развитие or Развитие."""
    if way == LOWER:
        return form.lower()
    return "-".join(part.capitalize() for part in form.split("-")) if way == TITLE else form


def gap(text: str, way: str) -> str:
    """What stands between two words, changed: « - » tidy is the same, hyphen -, joined nothing."""
    if way == SAME:
        return text
    if way == TIDY:
        return _LOOSE.sub("", _BLANKS.sub(" ", text))
    return {JOINED: "", HYPHEN: "-", DASH: " – "}[way]


def dotted(word: str, known: Mapping[str, str]) -> str:
    """«Федоров» → Фёдоров: by the list, else where the dictionary has one spelling, with ё."""
    low = word.lower()
    if "ё" in low or "е" not in low:
        return word
    spellings = {reading.word for reading in parse(low) if reading.is_known}
    text = known.get(low) or (min(spellings) if len(spellings) == 1 else low)
    if fold(text) != fold(low):
        return word
    return "".join(
        "ё" if wanted == "ё" and own == "е" else "Ё" if wanted == "ё" and own == "Е" else own
        for own, wanted in zip(word, text, strict=True)
    )


def case_clues(phrase: Phrase, place: int) -> list[str]:
    """What tells whether a word loses its capitals."""
    piece = phrase.pieces[place]
    shape = _shape(piece.word)
    if shape == "a":
        return ["small"]
    low = fold(piece.form)
    others = "".join(sorted({_shape(each.word) for number, each in enumerate(phrase.pieces) if number != place}))
    next_word = phrase.pieces[place + 1] if place + 1 < len(phrase.pieces) else None
    first = place == 0
    readings = parse(low)[:3]
    names = any({"Name", "Surn", "Patr", "Geox", "Orgn"} & each.tag.grammemes for each in readings)
    known = any(each.is_known for each in readings)
    basic = f"{shape}{first}{phrase.starts}"
    return [
        f"all {basic}",
        f"word {low}|{first}",
        f"start {low[:4]}|{first}",
        f"end {low[-3:]}|{basic}",
        f"part {piece.part}|{basic}",
        f"dictionary {known}{names}|{basic}|{low in phrase.small}",
        f"small {low in phrase.small}|{fold(piece.word) in phrase.small}|{basic}",
        f"others {others}|{shape}",
        f"next {_shape(next_word.word) if next_word else ''}|{next_word.part if next_word else ''}|{basic}",
        f"next word {fold(next_word.form) if next_word else ''}",
        f"quote {'«' in (next_word.gap if next_word else '')}|{basic}|{piece.part}",
        f"own quote {chr(171) in piece.gap or chr(34) in piece.gap}|{first}",
        f"length {min(len(phrase.pieces), 4)}|{basic}",
        f"before {phrase.before}|{shape}{first}",
        f"changed {low != fold(piece.word)}|{basic}",
        f"sort {piece.part}|{known}{names}|{others}|{low in phrase.small}|{basic}",
    ]


def gap_clues(phrase: Phrase, place: int) -> list[str]:
    """What tells how two words stand apart; the place after the last word is the tail."""
    pieces = phrase.pieces
    text = phrase.tail if place == len(pieces) else pieces[place].gap
    if text in {"", " "} and not (0 < place < len(pieces)):
        return ["none"]
    left = fold(pieces[place - 1].form) if place else ""
    right = fold(pieces[place].form) if place < len(pieces) else ""
    changed = any(fold(each.word) != fold(each.form) for each in pieces)
    both = bool(left and right and text.strip() in {"", "-", "–"}) and _is_word(
        fold(pieces[place - 1].word) + fold(pieces[place].word)
    )
    known = bool(left) and any(each.is_known for each in parse(left)[:1])
    depth = sum(mark in '«»"' for each in pieces[: place + 1] for mark in each.gap) % 2
    sort = f"{text}|"
    return [
        f"gap {sort}",
        f"left {sort}{left}",
        f"right {sort}{right}",
        f"left end {sort}{left[-2:]}",
        f"both {sort}{both}{known}",
        f"changed {sort}{changed}{phrase.loose}",
        f"loose {sort}{phrase.loose}",
        f"quotes {sort}{depth}",
        f"length {sort}{min(len(pieces), 6)}",
        f"edge {sort}{place == 0}{place == len(pieces)}",
        f"hyphens {sort}{left[-1:]}|{any('-' in each.gap for each in pieces)}",
    ]


def dots_clues(phrase: Phrase, place: int, cased: str, known: Mapping[str, str]) -> list[str]:
    """What tells whether ё is written for е."""
    capital = any(not _small(each.word) for each in phrase.pieces[1:]) or (
        not phrase.starts and not _small(phrase.pieces[0].word)
    )
    piece = phrase.pieces[place]
    listed = cased.lower() in known
    return [
        f"all {cased[:1].isupper()}",
        f"listed {listed}|{cased[:1].isupper()}|{capital}",
        f"word {cased.lower()}",
        f"part {piece.part}|{cased[:1].isupper()}|{listed}",
        f"phrase {len(phrase.pieces) > 1}|{capital}|{cased[:1].isupper()}",
        f"loose {phrase.loose}|{capital}",
    ]


def _shape(word: str) -> str:
    return "a" if _small(word) else "AA" if word.isupper() and len(word) > 1 else "Aa"


def _small(word: str) -> bool:
    return not any(letter.isupper() for letter in word)


def _is_word(text: str) -> bool:
    return bool(_WORDS.fullmatch(text)) and bool(analyzer().word_is_known(text))
