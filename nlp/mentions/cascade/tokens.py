"""Tokens as a grammar knows them: its words, numbers in every spelling, its signs."""

from __future__ import annotations

import re
from typing import Any

from nlp.mentions.cascade.files import GrammarFile
from nlp.mentions.cascade.lexicon import DASHES, Lexicon
from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.numbers import number_kind, ordinal_kind, roman_value
from nlp.mentions.cascade.shapes import Shapes

ROMAN = "roman"
LONGEST = 40
"""Signs in a number that is a quantity or a date; Python itself refuses to count beyond 4300 digits."""
ROMAN_LETTERS = frozenset("IVXХІ")
_AFTER_DASH = "[иыоеа]?[йхмяею]|[оы]?ми|[ое]?го|[ое]?му|ти|мя|тью|ью|рёх|рех|ух|ую|юю|и"
_AFTER_DIGIT = "[ое]?го|ый|ий|ая|ое|ых|х|й"
_WORD = rf"(?P<word>(?![A-Za-z]+[\d_])[^\W\d_]+(?:[{DASHES}'’][^\W\d_]+)*)"
_REST = "|".join(
    [
        rf"(?P<ordinal>\d{{1,4}}(?i:[{DASHES}](?:{_AFTER_DASH})|{_AFTER_DIGIT})(?!\w))",
        r"(?P<grouped>\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?)",
        r"(?P<decimal>\d+[.,]\d+(?![.,:/]?\d))",
        r"(?P<junk>\d+(?:[.,:/]\d+)+|[A-Za-z_]+\d\w*|\d+[A-Za-z_]\w*)",
        r"(?P<number>\d+)",
        r"(?P<sign>[^\s\w])",
        r"(?P<gap>\n)",
    ],
)


class Tokens:
    """Reads one token after another; `regex` finds them, the grammar's shapes before plain numbers."""

    def __init__(self, lexicon: Lexicon, shapes: Shapes, file: GrammarFile) -> None:
        self.lexicon, self.shapes = lexicon, shapes
        self.capital, self.capital_inside = file.capital, file.capital_inside
        self.regex = re.compile("|".join(filter(None, (_WORD, shapes.pattern, _REST))))

    def read(self, match: re.Match[str], text: str, nodes: list[Node]) -> bool:
        """Add the nodes of one token; false when the grammar does not know it."""
        group, start, end = match.lastgroup or "", match.start(), match.end()
        if group == "word":
            return self._word(match[0], start, text, nodes)
        if group in {"gap", "junk"} or (group in READERS and end - start > LONGEST):
            return False
        if group == "sign":
            entry = self.lexicon.get(match[0])
            if entry:
                nodes.append(Node(entry.kind, start, end, entry.value))
            return entry is not None
        kind, value = READERS[group](match[0]) if group in READERS else self.shapes.value(match)
        nodes.append(Node(kind, start, end, value))
        return True

    def _word(self, written: str, start: int, text: str, nodes: list[Node]) -> bool:
        entry, end = self.lexicon.get(written.lower()), start + len(written)
        if entry:
            end += entry.abbreviated and text[end : end + 1] == "."
            kind = entry.kind
            if written[0].isupper() and not written.isupper():
                kind = self._capital(kind, opens(text, start))
            nodes.append(Node(kind, start, end, entry.value))
            return True
        value = roman_value(written) if written[0] in ROMAN_LETTERS else 0
        if value:
            nodes.append(Node(ROMAN, start, end, {"number": value}))
            return True
        joined = [] if written.isalpha() else self._joined(written, start)
        nodes += joined
        return bool(joined)

    def _capital(self, kind: str, first: bool) -> str:
        """The kind of a word with a capital letter, which may be a name."""
        return self.capital.get(kind, kind if first else self.capital_inside.get(kind, kind))

    def _joined(self, written: str, start: int) -> list[Node]:
        """«январь–март»: words of the grammar joined by a dash; nothing when one of them is not known."""
        nodes: list[Node] = []
        for part in re.split(rf"([{DASHES}])", written):
            entry, end = self.lexicon.get(part.lower()), start + len(part)
            if entry and (len(part) > 2 or part in DASHES):
                name = part[0].isupper() and not part.isupper()
                kind = self._capital(entry.kind, first=False) if name else entry.kind
                nodes.append(Node(kind, start, end, entry.value))
            elif ROMAN_LETTERS.issuperset(part) and (value := roman_value(part)):
                nodes.append(Node(ROMAN, start, end, {"number": value}))
            else:
                return []
            start = end
        return nodes


def opens(text: str, start: int) -> bool:
    """Whether a sentence begins here, so that a capital letter tells nothing."""
    before = text[max(0, start - 3) : start].rstrip()
    return not before or before[-1] in ".!?…:" or text[start - 1] == "\n"


def _number(written: str) -> tuple[str, dict[str, Any]]:
    value = int(written)
    return number_kind(value, digits=len(written)), {"number": value, "digits": len(written)}


def _ordinal(written: str) -> tuple[str, dict[str, Any]]:
    ending = written.lstrip("0123456789")
    value = int(written[: len(written) - len(ending)])
    return ordinal_kind(value, ending.lstrip(DASHES).lower()), {"number": value}


def _decimal(written: str) -> tuple[str, dict[str, Any]]:
    plain = written.replace(" ", "").replace(",", ".")
    if "." in plain:
        return "decimal", {"number": float(plain)}
    return "nbig", {"number": int(plain)}


READERS = {"ordinal": _ordinal, "grouped": _decimal, "decimal": _decimal, "number": _number}
