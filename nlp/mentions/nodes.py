"""The parts of a compiled pattern. Each yields where it can end, the longest way first.

A node goes forward (`step` 1, from a word to the one after it) or backward (`step` -1), so that what stands before the
anchor of a pattern is matched from the anchor leftwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

from nlp.mentions.board import Board
from nlp.mentions.quotes import LONGEST_QUOTE, closing_quote
from nlp.mentions.words import is_telling

CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
NUMBERS = frozenset({"sing", "plur"})
PARTS = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "VERB", "ADP", "ADV", "PUNCT", "DET", "PRON", "ANY"})


ORDINAL = re.compile(r"\d+-[а-яё]{1,3}$|[IVXLC]+$")


class Node(Protocol):
    """Anything that can be matched from a position."""

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """The positions after the match, best first."""
        ...


class Word(NamedTuple):
    """A word by its dictionary form, or as written: «о|об»."""

    forms: frozenset[str]
    step: int = 1

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """One word further, or nothing."""
        place = _place(board, at, self.step)
        if place is not None and (board.view.lemmas[place] in self.forms or board.view.folded[place] in self.forms):
            yield at + self.step


class Part(NamedTuple):
    """A word by its part of speech, case, number and shape: «NOUN.gen.small»."""

    part: str
    cases: frozenset[str]
    numbers: frozenset[str]
    shapes: frozenset[str]
    step: int = 1

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """One word further, or nothing; words of people are left alone."""
        place = _place(board, at, self.step)
        if place is not None and place not in board.blocked and self._fits(board, place):
            yield at + self.step

    def _fits(self, board: Board, place: int) -> bool:
        view = board.view
        if not _is_part(self.part, view.parts[place], view.texts[place]):
            return False
        case, number = view.features[place][:2]
        if (self.cases and case not in self.cases) or (self.numbers and number not in self.numbers):
            return False
        if self.part == "NOUN" and place in board.holders and "animate" not in self.shapes:
            return False
        if "inner" in self.shapes and (view.opens(place) or not view.capital(place)):
            return False
        return all(LOOKS[shape](view.texts[place]) for shape in self.shapes if shape in LOOKS)


class Posted(NamedTuple):
    """A list item «@post» or a mention «<COUNTRY>»."""

    kind: str
    step: int = 1

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """Past the item or mention, the longest first."""
        posted = board.starting if self.step > 0 else board.ending
        view = board.view
        for end in posted.get((self.kind, at), ()):
            if view.low <= end <= view.high:
                yield end


class Quoted(NamedTuple):
    """A stretch in quotes, nested ones too, within the sentence: «Совет «Роснефти»»; forward only."""

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """Past the closing quote."""
        end = closing_quote(board.view.texts, at, min(board.view.high, at + LONGEST_QUOTE))
        if end is not None and board.view.opens_quote(at):
            yield end


class Not(NamedTuple):
    """Nothing of the kind may stand here; takes no word: «!@organisation»."""

    inner: Node

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """The same position, or nothing."""
        if next(self.inner.ends(board, at), None) is None:
            yield at


class Sequence(NamedTuple):
    """One after another."""

    parts: tuple[Node, ...]

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """Where the last part can end."""
        return _sequence(self.parts, board, at)


class Choice(NamedTuple):
    """The first that fits, then the others."""

    parts: tuple[Node, ...]

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """The ends of every alternative in the order written."""
        for part in self.parts:
            yield from part.ends(board, at)


class Repeat(NamedTuple):
    """As many times as possible, from `least` to `most`."""

    inner: Node
    least: int
    most: int

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """The greediest first."""
        return _repeat(self, board, at, 0)


def _place(board: Board, at: int, step: int) -> int | None:
    """The word that a node standing at `at` looks at, `None` outside the sentence."""
    place = at if step > 0 else at - 1
    return place if board.view.low <= place < board.view.high else None


def _sequence(parts: tuple[Node, ...], board: Board, at: int) -> Iterator[int]:
    if not parts:
        yield at
        return
    for end in parts[0].ends(board, at):
        yield from _sequence(parts[1:], board, end)


def _repeat(node: Repeat, board: Board, at: int, count: int) -> Iterator[int]:
    if count < node.most:
        for end in node.inner.ends(board, at):
            if end != at:
                yield from _repeat(node, board, end, count + 1)
    if count >= node.least:
        yield at


def _is_part(wanted: str, part: str, text: str) -> bool:
    """A figure is no adjective, though the tagger calls «2001» one; a common noun may be tagged as a name."""
    if wanted == "ADJ":
        return part == "ADJ" and text[:1].isalpha()
    return wanted in ("ANY", part) or (wanted == "NOUN" and part == "PROPN" and text[:1].islower())


def _is_small(text: str) -> bool:
    return text[:1].islower()


def _is_capital(text: str) -> bool:
    return text[:1].isupper()


def _is_upper(text: str) -> bool:
    return text.isupper() and len(text) > 1


def _is_latin(text: str) -> bool:
    return text[:1].isalpha() and text[:1].isascii()


def _is_digit(text: str) -> bool:
    return text[:1].isdigit()


def _is_ordinal(text: str) -> bool:
    return bool(ORDINAL.match(text))


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isupper()


LOOKS: dict[str, Callable[[str], bool]] = {
    "small": _is_small,
    "capital": _is_capital,
    "upper": _is_upper,
    "latin": _is_latin,
    "digit": _is_digit,
    "ordinal": _is_ordinal,
    "letter": _is_letter,
    "telling": is_telling,
}
"""Shapes that the word alone decides."""
SHAPES = frozenset({*LOOKS, "animate", "inner"})
"""Also «animate»: one person may be meant («президента»); «inner»: capital, though not at the start of a sentence."""
