"""Rules at work: what a match says becomes the value of one node."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec

from nlp.mentions.cascade.files import RuleRow
from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.pattern import Pattern

Maker = Callable[[dict[str, Any], list[Node]], "dict[str, Any] | None"]
JUNK = "junk"
SEEN = 10_000
"""How many runs each level remembers by their kinds."""


class Rule(msgspec.Struct, frozen=True):
    """A rule ready to run: `fields` tells which groups of the level's expression give which parts of the value."""

    row: RuleRow
    fields: tuple[tuple[str, str], ...]
    make: Maker

    def apply(self, match: re.Match[str], nodes: list[Node]) -> Node:
        """The node that replaces the matched ones; of the kind "junk" when its value is impossible («32 августа»)."""
        start, end = match.span()
        span = nodes[start:end]
        value = self.make(self._parts(match, nodes, span), span)
        kind = JUNK if value is None else str(value.pop("kind", self.row.gives))
        name = span[0].rule if self.row.by == "keep" else ""
        if self.row.span:
            span = self._covered(match, nodes)
        return Node(kind, span[0].start, span[-1].end, value or {}, name or self.row.name)

    def _covered(self, match: re.Match[str], nodes: list[Node]) -> list[Node]:
        group = next(group for group, field in self.fields if field == self.row.span)
        return nodes[slice(*match.span(group))]

    def _parts(self, match: re.Match[str], nodes: list[Node], span: list[Node]) -> dict[str, Any]:
        """What the named groups say, then what the other nodes say together, then what the rule sets."""
        named: set[int] = set()
        parts: dict[str, Any] = {}
        for group, field in self.fields:
            first, last = match.span(group)
            if first >= 0:
                named.update(range(first, last))
                _assign(parts, field, nodes[first:last])
        for index, node in enumerate(span, match.start()):
            if index not in named:
                parts = {**node.value, **parts}
        return {**parts, **self.row.set}


def _assign(parts: dict[str, Any], field: str, nodes: list[Node]) -> None:
    """Put what `nodes` say under `field`: a list for «items*», a number for a single number, else all parts."""
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
    """The rules of one file as one regular expression; the first rule that fits wins."""

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
        """The run with one node for each match."""
        out: list[Node] = []
        position = 0
        for rule, match in matches:
            first, last = match.span()
            out += nodes[position:first]
            out.append(rule.apply(match, nodes))
            position = last
        out += nodes[position:]
        return out
