"""Text → runs of nodes: the words and numbers of a grammar that stand side by side around a trigger.

«Подписан 22 августа 2024 г. в Минске» → one run: n23 month n2199 г в
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nlp.mentions.cascade.following import following
from nlp.mentions.cascade.lexicon import DASHES, Entry, Lexicon, any_of
from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.numbers import number_kind, ordinal_kind, roman_value
from nlp.mentions.cascade.shapes import Shapes

BLANKS = "\t\u00a0\u2007\u2009\u202f\u3000"
ADDRESS = "/_=#@"
"""Signs before a trigger that tell a part of an address or of a file's name."""
AHEAD = 24
"""How far the test of a following word may look on."""
MARKS, QUOTES = f"{DASHES},.()", "«„“\"'"
ROMAN_LETTERS = frozenset("IVXХІ")
ROMAN_PIECE = ROMAN_LETTERS | frozenset(DASHES)

_ENDING = "|".join(
    [
        rf"[{DASHES}](?:[иыоеа]?[йхмяею]|[оы]?ми|[ое]?го|[ое]?му|ти|мя|тью|ью|рёх|рех|ух|ую|юю|и)",
        "[ое]?го|ый|ий|ая|ое|ых|х|й",
    ],
)
_WORDS = rf"(?P<word>(?![A-Za-z]+[\d_])[^\W\d_]+(?:[{DASHES}'’][^\W\d_]+)*)"
_NUMBERS = "|".join(
    [
        rf"(?P<ordinal>\d{{1,4}}(?i:{_ENDING})(?!\w))",
        r"(?P<grouped>\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?)",
        r"(?P<decimal>\d+[.,]\d+(?![.,:/]?\d))",
        r"(?P<junk>\d+(?:[.,:/]\d+)+|[A-Za-z_]+\d\w*|\d+[A-Za-z_]\w*)",
        r"(?P<number>\d+)",
        r"(?P<sign>[^\s\w])",
        r"(?P<gap>\n)",
    ],
)


class Lexer:
    """Finds the runs of one grammar; made once, keeps nothing between texts.

    `asks` are kinds that mean something else before a genitive («накануне выборов») or before a thing.

    `triggers` are the kinds that start a search, besides digits: «в», «с», «и» do not; `capital` gives another kind to
    a word written with a capital letter («Мая» may be a name), `capital_inside` only inside of a sentence.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        shapes: Shapes,
        triggers: frozenset[str],
        asks: dict[str, str],
        capital: dict[str, str],
        capital_inside: dict[str, str],
    ) -> None:
        self.lexicon, self.shapes, self.asks, self.capital = lexicon, shapes, asks, capital
        self.capital_inside = capital_inside
        forms = [form for form, entry in lexicon.items() if entry.kind in triggers]
        words = any_of(form for form in forms if form[0].isalpha())
        signs = "".join(f"{re.escape(form)}|" for form in forms if not form[0].isalpha())
        self.trigger = re.compile(rf"\d+|{signs}(?<![^\W\d_])(?:{words})(?![^\W\d_])")
        self.token = re.compile("|".join([_WORDS, shapes.pattern, _NUMBERS]))

    def runs(self, text: str) -> Iterator[list[Node]]:
        """The runs in the order of the text; none overlaps another."""
        text, done = one_space(text), 0
        while found := self.trigger.search(text, done):
            trigger = found.start()
            if _glued(text, trigger):
                done = _stretch_end(text, found.end())
                continue
            nodes, done = self._forward(text, trigger, self._begin(text, trigger, done))
            if nodes:
                yield nodes
            done = max(done, found.end())

    def _begin(self, text: str, trigger: int, done: int) -> int:
        """Where the known words that lead up to `trigger` begin: «в первой половине» before «июня»."""
        begin, known = trigger, self.lexicon
        while begin > done:
            end = begin - 1 if text[begin - 1] == " " else begin
            cut = max(done - 1, text.rfind(" ", done, end), text.rfind("\n", done, end))
            piece = text[cut + 1 : end]
            bare = piece.strip(MARKS)
            if bare and bare.lower() not in known and not ROMAN_PIECE.issuperset(bare):
                inner = bare.lstrip(QUOTES)
                return cut + 1 + piece.index(inner) if inner and inner.lower() in known else begin
            begin = cut + 1
            if begin == 0 or text[begin - 1] == "\n":
                return begin
        return begin

    def _forward(self, text: str, trigger: int, begin: int) -> tuple[list[Node], int]:
        """The known tokens from `begin` that reach over `trigger`, and where the search goes on."""
        nodes: list[Node] = []
        end = begin
        for match in self.token.finditer(text, begin):
            if match.start() < end:
                continue  # the full stop of an abbreviation
            end = match.end()
            if self._read(match, text, nodes):
                end = nodes[-1].end
            elif end > trigger:
                nodes += self._tail(match, nodes, text)
                break
            else:
                nodes.clear()
        return nodes, end

    def _tail(self, match: re.Match[str], nodes: list[Node], text: str) -> list[Node]:
        """The unknown word that ends a run: after a number it matters whether it is what is counted."""
        if match.lastgroup != "word" or not nodes:
            return []
        kind = following(text[match.start() : match.end() + AHEAD], nodes[-1].kind, self.asks)
        return [Node(kind, match.start(), match.end(), {})]

    def _read(self, match: re.Match[str], text: str, nodes: list[Node]) -> bool:
        """Add the nodes of one token; false when the grammar does not know it."""
        group, start, end = match.lastgroup or "", match.start(), match.end()
        if group == "word":
            return self._word(match[0], start, end, text, nodes)
        if group in {"gap", "junk"}:
            return False
        if group == "sign":
            entry = self.lexicon.get(match[0])
            if entry:
                nodes.append(Node(entry.kind, start, end, entry.value))
            return entry is not None
        if group in READERS:
            kind, value = READERS[group](match[0])
        else:
            kind, value = self.shapes.value(match)
        nodes.append(Node(kind, start, end, value))
        return True

    def _word(self, written: str, start: int, end: int, text: str, nodes: list[Node]) -> bool:
        entry = self.lexicon.get(written.lower())
        if entry:
            dotted = entry.abbreviated and text[end : end + 1] == "."
            nodes.append(Node(self._kind(entry, written, _opens(text, start)), start, end + dotted, entry.value))
            return True
        value = roman_value(written) if written[0] in ROMAN_LETTERS else 0
        if value:
            nodes.append(Node("roman", start, end, {"number": value}))
            return True
        joined = self._joined(written, start) if not written.isalpha() else []
        nodes += joined
        return bool(joined)

    def _kind(self, entry: Entry, written: str, opens: bool) -> str:
        """The kind of a word, another one when only its first letter is a capital and it may be a name."""
        if not written[0].isupper() or written.isupper():
            return entry.kind
        inside = entry.kind if opens else self.capital_inside.get(entry.kind, entry.kind)
        return self.capital.get(entry.kind, inside)

    def _joined(self, written: str, start: int) -> list[Node]:
        """«январь–март»: words of the grammar joined by a dash; nothing when one of them is not known."""
        nodes: list[Node] = []
        for part in re.split(rf"([{DASHES}])", written):
            entry, end = self.lexicon.get(part.lower()), start + len(part)
            if entry and (len(part) > 2 or part in DASHES):
                nodes.append(Node(self._kind(entry, part, False), start, end, entry.value))
            elif ROMAN_LETTERS.issuperset(part) and (value := roman_value(part)):
                nodes.append(Node("roman", start, end, {"number": value}))
            else:
                return []
            start = end
        return nodes


def one_space(text: str) -> str:
    """The text with a plain blank for every kind of blank; no offset moves."""
    for blank in BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    return text


def _glued(text: str, trigger: int) -> bool:
    """Whether a number is part of a name or an address: «Ту-154», «U2», «/2016/06/30»."""
    before = text[max(0, trigger - 2) : trigger]
    if not before or not text[trigger].isdigit():
        return before[-1:] in ADDRESS and bool(before)
    last = before[-1]
    return last in ADDRESS or last.isalpha() or (last in DASHES and before[0].isalpha())


def _stretch_end(text: str, position: int) -> int:
    """Where the blank after a name or an address stands."""
    ends = [end for blank in " \n" if (end := text.find(blank, position)) >= 0]
    return min(ends, default=len(text))


def _opens(text: str, start: int) -> bool:
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
