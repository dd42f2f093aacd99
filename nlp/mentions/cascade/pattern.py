"""The notation of rules → regular expressions over the kinds of nodes.

day:day month:month (year:year)?     named parts: the name is the field of the value that the part gives
(прошлый|минувший) unit              kinds in any alphabet, alternatives, ? * + as in regular expressions
<в year:year >!(noun)                what must stand before and after, with ! what must not; none of it is consumed
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nlp.errors import KnowledgeError

_PIECE = re.compile(r"\s*(?:(?P<name>[a-z_.]+\*?):|(?P<kind>[^\W_]\w*)|(?P<look>[<>]!?)|(?P<mark>[()|?*+]))")
LOOKS = {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}
REPEATS = frozenset("?*+")


class Symbols:
    """One character for every kind, so that a run of nodes can be matched as a string."""

    def __init__(self, kinds: Iterable[str], sets: Mapping[str, tuple[str, ...]]) -> None:
        self.of = {kind: chr(0xE000 + number) for number, kind in enumerate(kinds)}
        self.sets = sets

    def charset(self, kind: str) -> str | None:
        """The characters of a kind or of a named set of kinds, sets in sets included; `None` for an unknown one."""
        if kind in self.of:
            return self.of[kind]
        members = self.sets.get(kind)
        parts = [self.charset(member) for member in members] if members else [None]
        return None if None in parts else "".join(part for part in parts if part)


class Piece(NamedTuple):
    """A part of a pattern: its expression, the characters it may begin with, and whether it may be empty."""

    regex: str
    first: frozenset[str] = frozenset()
    empty: bool = True


class Pattern:
    """A compiled notation: `whole` for the alternation of a level, and which fields its groups give."""

    def __init__(self, notation: str, symbols: Symbols, prefix: str, place: str) -> None:
        self.symbols, self.prefix, self.place = symbols, prefix, place
        self.groups: dict[str, str] = {}
        self.pieces = self._cut(notation)
        self.whole = self._alternatives()
        if self.pieces:
            raise KnowledgeError(place, f"«{self.pieces[0][1]}» closes nothing in «{notation}»")

    def _cut(self, notation: str) -> list[tuple[str, str]]:
        """The pieces as (what it is, how it is written), the next one first."""
        pieces, position = [], 0
        notation = notation.strip()
        while position < len(notation):
            found = _PIECE.match(notation, position)
            if found is None or found.lastgroup is None:
                raise KnowledgeError(self.place, f"«{notation[position:]}» is not the notation of a pattern")
            pieces.append((found.lastgroup, found[found.lastgroup]))
            position = found.end()
        return pieces

    def _next(self, *kinds: str) -> str | None:
        """Take the next piece when it is one of these kinds, or is written so."""
        if self.pieces and (self.pieces[0][0] in kinds or self.pieces[0][1] in kinds):
            return self.pieces.pop(0)[1]
        return None

    def _alternatives(self) -> Piece:
        branches = [self._sequence()]
        while self._next("|"):
            branches.append(self._sequence())
        first = frozenset().union(*(branch.first for branch in branches))
        return Piece("|".join(branch.regex for branch in branches), first, any(branch.empty for branch in branches))

    def _sequence(self) -> Piece:
        regex, first, empty = "", frozenset[str](), True
        while self.pieces and self.pieces[0][1] not in {"|", ")"}:
            piece = self._item()
            regex += piece.regex
            first |= piece.first if empty else frozenset()
            empty = empty and piece.empty
        return Piece(regex, first, empty)

    def _item(self) -> Piece:
        """A kind or a bracket, with its name, its look and its repetition."""
        name, look = self._next("name"), self._next("look")
        opening = LOOKS[look] if look else self._group(name)
        inner = self._inner()
        repeat = self._next(*REPEATS) or ""
        regex = f"{opening}{inner.regex}){repeat}"
        return Piece(regex) if look else Piece(regex, inner.first, inner.empty or repeat in {"?", "*"})

    def _group(self, name: str | None) -> str:
        if name is None:
            return "(?:"
        group = f"{self.prefix}_{len(self.groups)}"
        self.groups[group] = name
        return f"(?P<{group}>"

    def _inner(self) -> Piece:
        kind = self._next("kind")
        if kind is not None:
            chars = self.symbols.charset(kind)
            if chars is None:
                raise KnowledgeError(self.place, f"«{kind}» is no kind of word, set or result of an earlier rule")
            return Piece(chars if len(chars) == 1 else f"[{chars}]", frozenset(chars), empty=False)
        if self._next("(") is None:
            raise KnowledgeError(self.place, "a name, a look or a repetition stands before nothing")
        inner = self._alternatives()
        if self._next(")") is None:
            raise KnowledgeError(self.place, "a bracket is not closed")
        return inner
