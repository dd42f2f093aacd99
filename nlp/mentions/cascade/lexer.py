"""Text → runs of nodes: the words and numbers of a grammar that stand side by side around a trigger.

«Подписан 22 августа 2024 г. в Минске» → one run: n23 month n2199 г в
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from nlp.mentions.cascade.lexicon import DASHES, Lexicon, any_of
from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.numbers import number_kind, ordinal_kind, roman_value
from nlp.mentions.cascade.shapes import Shapes

LEFT = 48
"""How many characters before a trigger may belong to its phrase: «в первой половине»."""

_TOKEN = rf"""
(?P<gap>\n)
|(?P<ordinal>\d{{1,4}}(?:[{DASHES}](?:[иыоеа]?[йхмяею]|[оы]?ми|[ое]?го|[ое]?му|ти|мя|тью|ью|рёх|рех|ух|ую|юю)|[ое]?го|ый|ий|ая|ое|ых|х|й)(?!\w))
|(?P<grouped>\d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}})+(?!\d)(?:[.,]\d+)?)
|(?P<decimal>\d+[.,]\d+(?![.,:/]?\d))
|(?P<junk>\d+(?:[.,:/]\d+)+|[A-Za-z_]+\d\w*|\d+[A-Za-z_]\w*)
|(?P<number>\d+)
|(?P<word>[^\W\d_]+(?:[{DASHES}'’][^\W\d_]+)*)
|(?P<sign>[^\s\w])
"""
_ROMAN = r"(?:[IVXХІ]+)"


class Lexer:
    """Finds the runs of one grammar; made once, keeps nothing between texts.

    `glue` are the kinds that do not start a search by themselves («в», «с», «и»); `capital` gives another kind to a
    word written with a capital letter («Мая» may be a name).
    """

    def __init__(self, lexicon: Lexicon, shapes: Shapes, glue: frozenset[str], capital: dict[str, str]) -> None:
        self.lexicon, self.shapes, self.capital = lexicon, shapes, capital
        triggers = [form for form, entry in lexicon.items() if entry.kind not in glue]
        words = any_of(form for form in triggers if form[0].isalpha())
        signs = "".join(re.escape(form) for form in triggers if not form[0].isalpha())
        self.trigger = re.compile(rf"[\d{signs}]|(?<![^\W\d_])(?:{words}|{_ROMAN})(?![^\W\d_])")
        self.token = re.compile("|".join(filter(None, [shapes.pattern, _TOKEN.replace("\n|", "|").strip()])))
        self.readers: dict[str, Callable[[str], Node | None]] = {
            "ordinal": _ordinal, "grouped": _decimal, "decimal": _decimal, "number": _number, "sign": self._word,
        }  # fmt: skip

    def runs(self, text: str) -> Iterator[list[Node]]:
        """The runs in the order of the text; none overlaps another."""
        done = 0
        while found := self.trigger.search(text, done):
            nodes, done = self._around(text, found.start(), _word_start(text, max(done, found.start() - LEFT)))
            if nodes:
                yield nodes
            done = max(done, found.end())

    def _around(self, text: str, trigger: int, begin: int) -> tuple[list[Node], int]:
        """The known tokens that reach over `trigger`, and where the search goes on."""
        nodes: list[Node] = []
        end = begin
        for match in self.token.finditer(text, begin):
            if match.start() < end:
                continue  # the full stop of an abbreviation
            end = match.end()
            known = self._read(match, text)
            if known:
                nodes += known
                end = known[-1].end
            elif end > trigger:
                break
            else:
                nodes = []
        return nodes, end

    def _read(self, match: re.Match[str], text: str) -> list[Node]:
        """The nodes of one token; none when the grammar does not know it."""
        group, start = match.lastgroup or "", match.start()
        if group == "word":
            return self._words(match[0], start, text)
        if group in self.readers:
            node = self.readers[group](match[0])
            return [_placed(node, start, match.end())] if node else []
        if group in {"gap", "junk"}:
            return []
        kind, value = self.shapes.value(match)
        return [Node(kind, start, match.end(), value)]

    def _words(self, written: str, start: int, text: str) -> list[Node]:
        node = self._word(written)
        if node:
            end = start + len(written)
            dotted = node.rule == "." and text[end : end + 1] == "."
            node.rule = ""
            return [_placed(node, start, end + dotted)]
        return self._joined(written, start) if len(written) > 3 else []

    def _joined(self, written: str, start: int) -> list[Node]:
        """«январь–март»: words of the grammar joined by a dash; nothing when one of them is not known."""
        parts = re.split(rf"([{DASHES}])", written)
        nodes: list[Node] = []
        for part in parts if len(parts) > 1 else ():
            node = self._word(part)
            if node is None or (len(part) < 3 and part not in DASHES):
                return []
            node.rule = ""
            nodes.append(_placed(node, start, start + len(part)))
            start += len(part)
        return nodes

    def _word(self, written: str) -> Node | None:
        entry = self.lexicon.get(written.lower())
        if entry is None:
            value = roman_value(written)
            return Node("roman", 0, 0, {"number": value}) if value else None
        kind = entry.kind
        if kind in self.capital and written[0].isupper() and not written.isupper():
            kind = self.capital[kind]
        return Node(kind, 0, 0, entry.value, "." if entry.abbreviated else "")


def _placed(node: Node, start: int, end: int) -> Node:
    node.start, node.end = start, end
    return node


def _word_start(text: str, position: int) -> int:
    """The first place at or after `position` where no word is cut in two."""
    while 0 < position < len(text) and text[position - 1].isalnum() and text[position].isalnum():
        position += 1
    return position


def _number(written: str) -> Node:
    value = int(written)
    return Node(number_kind(value, digits=len(written)), 0, 0, {"number": value, "digits": len(written)})


def _ordinal(written: str) -> Node:
    digits = re.match(r"\d+", written)
    value = int(digits[0]) if digits else 0
    return Node(ordinal_kind(value, written.lstrip(f"0123456789{DASHES}")), 0, 0, {"number": value})


def _decimal(written: str) -> Node:
    plain = re.sub(r"[ \u00a0\u202f\u2009]", "", written).replace(",", ".")
    value = float(plain) if "." in plain else int(plain)
    return Node("decimal" if "." in plain else "nbig", 0, 0, {"number": value})
