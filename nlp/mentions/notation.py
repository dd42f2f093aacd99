"""The notation of patterns, from text to nodes: «ADJ* @organisation.titled [ … ]». Told in nlp/knowledge/README.md.

слово  о|об        a word by its dictionary form, or one of several
'('                a sign of this notation as a word of the text
NOUN.gen.small     part of speech, then case, number, shape in any order
QUOTED  NAMED      a stretch in quotes, and one that begins with a capital letter
@post  <COUNTRY>   an item of a list; a mention found before
$complement.gen    a phrase of the same file, its C replaced by the case given
( a b | c )        choice;  ? * + after an element: how often
!a  &a  ~a         a does not follow, a follows, a does not stand before; none takes a word
[ … ]              what becomes the mention, when it is less than the whole
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from nlp.knowledge.dictionary import fold
from nlp.mentions.nodes import (
    CASES,
    NUMBERS,
    PARTS,
    Choice,
    Node,
    Not,
    Part,
    Posted,
    Quoted,
    Repeat,
    Sequence,
    Word,
)
from nlp.mentions.shapes import SHAPES

PIECE = re.compile(r"'[^']+'|!\(|[()\[\]]|[?*+](?=\s|$|[)\]])|\|(?=\s)|[^\s()\[\]?*+']+")
OFTEN = {"?": (0, 1), "*": (0, 8), "+": (1, 8)}

LOOKING = {"!": 1, "&": 1, "~": -1}
"""Signs of elements that take no word, and the way they look."""


class NotationError(ValueError):
    """A pattern breaks the notation; the reader of the file adds where."""


class Compiler:
    """Turns phrases into nodes that go forward (`step` 1) or backward (`step` -1)."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._phrases = phrases

    def node(self, text: str, step: int = 1) -> Node:
        """`node("ADJ.gen* NOUN.gen")`; raises `NotationError`."""
        pieces = pieces_of(text)
        node, rest = self._choice(pieces, 0, step)
        if rest != len(pieces):
            raise NotationError(f"{pieces[rest]!r} closes nothing")
        return node

    def _choice(self, pieces: list[str], at: int, step: int) -> tuple[Node, int]:
        options, node, at = [], *self._sequence(pieces, at, step)
        options.append(node)
        while at < len(pieces) and pieces[at] == "|":
            node, at = self._sequence(pieces, at + 1, step)
            options.append(node)
        return (options[0] if len(options) == 1 else Choice(tuple(options))), at

    def _sequence(self, pieces: list[str], at: int, step: int) -> tuple[Node, int]:
        nodes: list[Node] = []
        while at < len(pieces) and pieces[at] not in ("|", ")"):
            node, at = self._element(pieces, at, step)
            nodes.append(node)
        return Sequence(tuple(nodes[::step])), at

    def _element(self, pieces: list[str], at: int, step: int) -> tuple[Node, int]:
        piece = pieces[at]
        if piece in ("(", "!("):
            node, at = self._choice(pieces, at + 1, 1 if piece == "!(" else step)
            if at >= len(pieces):
                raise NotationError("a «(» is never closed")
            node = Not(node) if piece == "!(" else node
        else:
            node = self._atom(piece, step)
        return self._often(node, pieces, at + 1)

    def _often(self, node: Node, pieces: list[str], at: int) -> tuple[Node, int]:
        if at < len(pieces) and pieces[at] in OFTEN:
            return Repeat(node, *OFTEN[pieces[at]]), at + 1
        return node, at

    def _atom(self, piece: str, step: int) -> Node:
        if piece[0] in LOOKING and len(piece) > 1:
            looked = Not(self._atom(piece[1:], LOOKING[piece[0]]))
            return Not(looked) if piece[0] == "&" else looked
        if piece.startswith("$"):
            return self.node(self._phrase(piece[1:]), step)
        return _word(piece, step)

    def _phrase(self, reference: str) -> str:
        name, _, case = reference.partition(".")
        if name not in self._phrases:
            raise NotationError(f"no phrase {name!r}; there are {', '.join(sorted(self._phrases))}")
        return re.sub(r"\bC\b", case, self._phrases[name]) if case else self._phrases[name]


def pieces_of(text: str) -> list[str]:
    """The elements of a phrase and their signs: «@post+ [x]» → @post, +, [, x, ]."""
    return PIECE.findall(text)


def _word(piece: str, step: int) -> Node:
    """A single element that names no phrase."""
    if piece.startswith("@") or (piece.startswith("<") and piece.endswith(">") and len(piece) > 2):
        return Posted(piece, step)
    if piece in ("QUOTED", "NAMED"):
        return Quoted(piece == "NAMED")
    if re.match(r"[A-Z]{3,}(\.|$)", piece):
        return _part(piece, step)
    forms = [piece.strip("'")] if piece.startswith("'") else piece.split("|")
    return Word(frozenset(fold(form) for form in forms if form), step)


def _part(piece: str, step: int) -> Part:
    part, *marks = piece.split(".")
    known = CASES | NUMBERS | SHAPES
    if part not in PARTS or not known.issuperset(marks):
        wrong = part if part not in PARTS else next(mark for mark in marks if mark not in known)
        raise NotationError(f"{wrong!r} in {piece!r} is none of {', '.join(sorted(PARTS | known))}")
    chosen = frozenset(marks)
    return Part(part, chosen & CASES, chosen & NUMBERS, chosen & SHAPES, step)
