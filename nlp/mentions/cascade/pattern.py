"""The notation of rules → regular expressions over the kinds of nodes.

day:day month:month (year:year)?     named parts, the name is the field of the value that the part gives
(прошлый|минувший) unit              kinds in any alphabet, alternatives, ? * + as in regular expressions
<в year:year >!(noun)                < must stand before, > must stand after, with ! must not; none is consumed
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from nlp.errors import KnowledgeError

_PIECE = re.compile(r"\s+|(?P<name>[a-z_.]+\*?):|(?P<kind>[^\W_]\w*|[,\-])|(?P<look>[<>]!?)|(?P<mark>[()|?*+])")


class Symbols:
    """One character for every kind, so that a run of nodes can be matched as a string."""

    def __init__(self, kinds: Mapping[str, None], sets: Mapping[str, tuple[str, ...]]) -> None:
        self.of = {kind: chr(0xE000 + number) for number, kind in enumerate(kinds)}
        self.sets = sets

    def charset(self, kind: str) -> str | None:
        """The characters of a kind or of a named set of kinds, sets in sets included; `None` for an unknown one."""
        if kind in self.of:
            return self.of[kind]
        if kind not in self.sets:
            return None
        parts = [self.charset(member) for member in self.sets[kind]]
        return None if None in parts else "".join(part for part in parts if part)


class Pattern:
    """A compiled notation: `regex` for the alternation of a level, and which fields its groups give."""

    def __init__(self, notation: str, symbols: Symbols, prefix: str, place: str) -> None:
        self.notation, self.symbols, self.prefix, self.place = notation, symbols, prefix, place
        self.groups: dict[str, str] = {}
        self.regex = self._translate()

    def _translate(self) -> str:
        out: list[str] = []
        position, pending, look = 0, "", ""
        while position < len(self.notation):
            piece = _PIECE.match(self.notation, position)
            if piece is None:
                raise KnowledgeError(self.place, f"«{self.notation[position:]}» is not the notation of a pattern")
            position = piece.end()
            if piece["name"]:
                pending = self._group(piece["name"])
            elif piece["look"]:
                look = piece["look"]
            elif piece["kind"]:
                out.append(self._atom(piece["kind"], pending, look))
                pending = look = ""
            elif piece["mark"] == "(":
                out.append(self._open(pending, look))
                pending = look = ""
            elif piece["mark"]:
                out.append(piece["mark"])
        return "".join(out)

    def _group(self, name: str) -> str:
        group = f"{self.prefix}_{len(self.groups)}"
        self.groups[group] = name
        return f"(?P<{group}>"

    def _atom(self, kind: str, pending: str, look: str) -> str:
        chars = self.symbols.charset(kind)
        if chars is None:
            raise KnowledgeError(self.place, f"«{kind}» is no kind of word, set or result of an earlier rule")
        return self._open(pending, look) + (chars if len(chars) == 1 else f"[{chars}]") + ")"

    @staticmethod
    def _open(pending: str, look: str) -> str:
        if look:
            return {"<": "(?<=", "<!": "(?<!", ">": "(?=", ">!": "(?!"}[look]
        return pending or "(?:"
