"""A grammar: words, shapes and levels of rules, read from one folder and compiled when it is first used.

Every level is one regular expression over the kinds of a run of nodes; what it matches becomes one node, and the next level
reads the shorter run. So the work is linear, and an early level (numbers) serves all later ones (dates, ranges).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from nlp.errors import KnowledgeError
from nlp.knowledge.reader import read_toml
from nlp.mentions.cascade.following import TESTS, WORD
from nlp.mentions.cascade.lexer import Lexer
from nlp.mentions.cascade.lexicon import Lexicon
from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.numbers import KINDS
from nlp.mentions.cascade.pattern import Pattern, Symbols
from nlp.mentions.cascade.shapes import Shapes

Maker = Callable[[dict[str, Any], list[Node]], "dict[str, Any] | None"]
JUNK = "junk"
SEEN = 10_000
"""How many runs each level remembers by their kinds."""


class RuleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[rule]]`: its name, pattern, the kind it gives, constant fields, and how the value is made.

    `span` names the group that the new node covers, when that is not all that was matched.
    """

    name: str
    pattern: str
    gives: str
    set: dict[str, Any] = {}
    by: str = "parts"
    span: str = ""
    example: str = ""


class LevelFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of rules, applied at once; the first that fits wins."""

    rule: list[RuleRow]


class GrammarFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`grammar.toml`: named sets of kinds, kinds that start a search, capital variants, kinds that ask what follows, levels, and what is put out."""

    levels: list[str]
    triggers: list[str]
    sets: dict[str, list[str]]
    output: dict[str, str]
    capital: dict[str, str] = {}
    capital_inside: dict[str, str] = {}
    asks: dict[str, Literal["genitive", "inanimate"]] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule ready to run: `fields` says which groups of the level's expression give which parts of the value."""

    row: RuleRow
    fields: tuple[tuple[str, str], ...]
    make: Maker

    def apply(self, match: re.Match[str], nodes: list[Node]) -> Node:
        """The node that replaces the matched ones; of the kind "junk" when its value is impossible («32 августа»)."""
        start, end = match.span()
        span = nodes[start:end]
        value = self.make(self._parts(match, nodes, span), span)
        kind = JUNK if value is None else str(value.pop("kind", self.row.gives))
        inner = span[0].rule if self.row.by == "keep" else ""
        span = self._covered(match, nodes) or span
        return Node(kind, span[0].start, span[-1].end, value or {}, inner or self.row.name)

    def _covered(self, match: re.Match[str], nodes: list[Node]) -> list[Node]:
        group = next((group for group, field in self.fields if field == self.row.span), None)
        return nodes[slice(*match.span(group))] if group else []

    def _parts(self, match: re.Match[str], nodes: list[Node], span: list[Node]) -> dict[str, Any]:
        named: set[int] = set()
        parts: dict[str, Any] = {}
        for group, field in self.fields:
            first, last = match.span(group)
            if first < 0:
                continue
            named.update(range(first, last))
            _assign(parts, field, nodes[first:last])
        for index, node in enumerate(span, match.start()):
            if index not in named:
                parts = {**node.value, **parts}
        return {**parts, **self.row.set}


def _assign(parts: dict[str, Any], field: str, nodes: list[Node]) -> None:
    """Put what `nodes` say under `field`: a list for «items*», a number for a single number, else all parts together."""
    if field.endswith("*"):
        parts[field[:-1]] = [node.value for node in nodes if node.value]
        return
    outer, _, inner = field.rpartition(".")
    target = parts.setdefault(outer, {}) if outer else parts
    if len(nodes) == 1 and "number" in nodes[0].value:
        target[inner] = nodes[0].value["number"]
        return
    merged = {key: value for node in nodes for key, value in node.value.items()}
    target[inner] = {**merged, **target.get(inner, {})}


Matches = tuple[tuple[Rule, re.Match[str]], ...]


class Level:
    """The rules of one file as one regular expression."""

    def __init__(self, rules: list[tuple[RuleRow, Pattern]], makers: dict[str, Maker]) -> None:
        self.rules: dict[int, Rule] = {}
        self.seen: dict[str, Matches] = {}
        branches = [f"(?P<r{number}>{pattern.regex})" for number, (_, pattern) in enumerate(rules)]
        self.regex = re.compile("|".join(branches))
        for number, (row, pattern) in enumerate(rules):
            rule = Rule(row, tuple(pattern.groups.items()), makers[row.by])
            self.rules[self.regex.groupindex[f"r{number}"]] = rule

    def matches(self, symbols: str) -> Matches:
        """The rules that fit a run of these kinds, remembered: «22 августа 2024 г. в» is met again and again."""
        found = tuple((self.rules[match.lastindex or 0], match) for match in self.regex.finditer(symbols))
        if len(self.seen) < SEEN:
            self.seen[symbols] = found
        return found

    @staticmethod
    def rewrite(nodes: list[Node], matches: Matches) -> list[Node]:
        """The run with a node for each match."""
        out: list[Node] = []
        position = 0
        for rule, match in matches:
            first, last = match.span()
            out += nodes[position:first]
            out.append(rule.apply(match, nodes))
            position = last
        out += nodes[position:]
        return out


class Grammar:
    """A whole grammar; `find` yields what its last level leaves, of the kinds in `output`."""

    def __init__(self, folder: Path, lexicon: Lexicon, shapes: Shapes, makers: dict[str, Maker]) -> None:
        file = read_toml(folder / "grammar.toml", GrammarFile)
        rows = [(path, read_toml(path, LevelFile).rule) for path in (folder / f"{name}.toml" for name in file.levels)]
        words = {entry.kind: None for entry in lexicon.values()}
        made = {row.gives: None for _, rules in rows for row in rules}
        kinds = {**words, **dict.fromkeys(shapes.kinds), **dict.fromkeys(sorted(KINDS)), **made}
        kinds |= dict.fromkeys([*file.capital.values(), *file.capital_inside.values()]) | dict.fromkeys(["roman", JUNK, WORD, *TESTS])
        symbols = Symbols(kinds, {name: tuple(members) for name, members in file.sets.items()})
        self.of, self.output = symbols.of, file.output
        self.levels = [_level(path, rules, symbols, makers) for path, rules in rows]
        self.lexer = Lexer(lexicon, shapes, frozenset(file.triggers), dict(file.asks), file.capital, file.capital_inside)

    def find(self, text: str) -> Iterator[Node]:
        """All that the grammar reads in a text, in its order."""
        for nodes in self.lexer.runs(text):
            yield from (node for node in self.reduce(nodes) if node.kind in self.output)

    def reduce(self, nodes: list[Node]) -> list[Node]:
        """Apply every level to one run."""
        of = self.of
        symbols = "".join([of[node.kind] for node in nodes])
        for level in self.levels:
            matches = level.seen.get(symbols)
            if matches is None:
                matches = level.matches(symbols)
            if matches:
                nodes = level.rewrite(nodes, matches)
                symbols = "".join([of[node.kind] for node in nodes])
        return nodes


def _level(path: Path, rows: list[RuleRow], symbols: Symbols, makers: dict[str, Maker]) -> Level:
    rules = []
    for number, row in enumerate(rows):
        place = f"{path}: rule {row.name}"
        if row.by not in makers:
            raise KnowledgeError(place, f"by = {row.by!r} is unknown; allowed: {', '.join(sorted(makers))}")
        rules.append((row, Pattern(row.pattern, symbols, f"g{number}", place)))
    return Level(rules, makers)
