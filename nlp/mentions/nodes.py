"""The parts of a compiled pattern. Each yields where it can end, the longest way first.

A node goes forward (`step` 1, from a word to the one after it) or backward (`step` -1), so that what stands before the
anchor of a pattern is matched from the anchor leftwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from nlp.mentions.board import Board
from nlp.mentions.quotes import LONGEST_QUOTE, closing_quote
from nlp.mentions.shapes import LOOKS

CASES = frozenset({"nom", "gen", "dat", "acc", "ins", "loc"})
NUMBERS = frozenset({"sing", "plur"})
PARTS = frozenset({"NOUN", "ADJ", "PROPN", "NUM", "VERB", "ADP", "ADV", "PUNCT", "DET", "PRON", "ANY"})


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
    """A stretch in quotes, nested ones too, within the sentence: «Совет «Роснефти»»; forward only.

    `named` asks for a name in them, which begins with a capital letter: «Дубна», but not «никто не звал».
    """

    named: bool = False

    def ends(self, board: Board, at: int) -> Iterator[int]:
        """Past the closing quote."""
        view = board.view
        high = min(view.high, at + LONGEST_QUOTE)
        opening = {place for place in range(at, high) if view.texts[place] == '"' and view.opens_quote(place)}
        end = closing_quote(view.texts, at, high, opening)
        if end is not None and view.opens_quote(at) and (not self.named or _is_named(view.texts[at + 1])):
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
        return _sequence(self.parts, board, at) if self.parts else iter((at,))


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


def _is_named(text: str) -> bool:
    """A capital letter, and more than one: «Ъ» is a newspaper that stands as its own source."""
    return len(text) > 1 and (text[0].isupper() or text[0].isdigit())


def _place(board: Board, at: int, step: int) -> int | None:
    """The word that a node standing at `at` looks at, `None` outside the sentence."""
    place = at if step > 0 else at - 1
    return place if board.view.low <= place < board.view.high else None


def _sequence(parts: tuple[Node, ...], board: Board, at: int, first: int = 0) -> Iterator[int]:
    """The ends of the parts from the `first` on."""
    if first == len(parts) - 1:
        yield from parts[first].ends(board, at)
        return
    for end in parts[first].ends(board, at):
        yield from _sequence(parts, board, end, first + 1)


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
