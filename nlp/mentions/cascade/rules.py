"""Rules at work: what a match says becomes the value of one node."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec

from nlp.mentions.cascade.files import RuleRow
from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.pattern import Piece

Maker = Callable[[dict[str, Any], list[Node]], "dict[str, Any] | None"]
JUNK = "junk"
SEEN = 10_000
"""How many runs each level remembers by their kinds."""


class Rule(msgspec.Struct, frozen=True):
    """A rule ready to run: `fields` tells which groups of its expression give which parts of the value."""

    row: RuleRow
    pattern: Piece
    fields: tuple[tuple[str, str], ...]
    make: Maker

    def step(self, match: re.Match[str]) -> Step:
        """What is to be done wherever a run has these kinds."""
        found = [(field, *match.span(group)) for group, field in self.fields]
        named = tuple((field, first, last) for field, first, last in found if first >= 0)
        taken = {place for _, first, last in named for place in range(first, last)}
        start, end = match.span()
        rest = tuple(place for place in range(start, end) if place not in taken)
        span = next(((first, last) for field, first, last in named if field == self.row.span), (start, end))
        return Step(self, start, end, named, rest, span)


class Step(msgspec.Struct, frozen=True):
    """A rule at a place of a run; places are indices of nodes."""

    rule: Rule
    start: int
    end: int
    named: tuple[tuple[str, int, int], ...]
    rest: tuple[int, ...]
    span: tuple[int, int]

    def apply(self, nodes: list[Node]) -> Node:
        """The node that replaces the matched ones; of the kind "junk" when its value is impossible («32 августа»).

        A maker may choose another "kind", and "skip" nodes at the beginning that the new one does not cover.
        """
        row, (first, last) = self.rule.row, self.span
        value = self.rule.make(self._parts(nodes), nodes[self.start : self.end])
        kind = JUNK if value is None else str(value.pop("kind", row.gives))
        name = nodes[first].rule if row.by == "keep" else ""
        first += value.pop("skip", 0) if value else 0
        return Node(kind, nodes[first].start, nodes[last - 1].end, value or {}, name or row.name)

    def _parts(self, nodes: list[Node]) -> dict[str, Any]:
        """What the named groups say, then what the other nodes say together, then what the rule sets."""
        parts: dict[str, Any] = {}
        for field, first, last in self.named:
            _assign(parts, field, nodes[first:last])
        for place in self.rest:
            parts = {**nodes[place].value, **parts}
        parts.update(self.rule.row.set)
        return parts


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


class Choice(msgspec.Struct, frozen=True):
    """The rules that may begin with one kind, as one expression; the first that fits wins."""

    regex: re.Pattern[str]
    rules: dict[int, Rule]

    def match(self, symbols: str, position: int) -> tuple[Rule, re.Match[str]] | None:
        """The rule that fits at a place of a run."""
        found = self.regex.match(symbols, position)
        return (self.rules[found.lastindex or 0], found) if found else None


class Level:
    """The rules of one file, in their order."""

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        self.choices: dict[str, Choice | None] = {}
        self.compiled: dict[tuple[int, ...], Choice] = {}
        self.seen: dict[str, tuple[Step, ...]] = {}

    def steps(self, symbols: str) -> tuple[Step, ...]:
        """What fits a run of these kinds, remembered: «22 августа 2024 г. в» is met again and again."""
        found: list[Step] = []
        position = 0
        while position < len(symbols):
            choice = self._choice(symbols[position])
            taken = choice.match(symbols, position) if choice else None
            if taken:
                found.append(taken[0].step(taken[1]))
            position = found[-1].end if taken else position + 1
        if len(self.seen) < SEEN:
            self.seen[symbols] = tuple(found)
        return tuple(found)

    def _choice(self, symbol: str) -> Choice | None:
        """The rules that may begin so, compiled when they are first needed."""
        if symbol not in self.choices:
            numbers = tuple(number for number, rule in enumerate(self.rules) if symbol in rule.pattern.first)
            if numbers and numbers not in self.compiled:
                self.compiled[numbers] = _compiled([self.rules[number] for number in numbers])
            self.choices[symbol] = self.compiled.get(numbers)
        return self.choices[symbol]

    @staticmethod
    def rewrite(nodes: list[Node], steps: tuple[Step, ...]) -> list[Node]:
        """The run with one node for each match."""
        out: list[Node] = []
        position = 0
        for step in steps:
            out += nodes[position : step.start]
            out.append(step.apply(nodes))
            position = step.end
        out += nodes[position:]
        return out


def _compiled(rules: list[Rule]) -> Choice:
    regex = re.compile("|".join(f"(?P<r{number}>{rule.pattern.regex})" for number, rule in enumerate(rules)))
    return Choice(regex, {regex.groupindex[f"r{number}"]: rule for number, rule in enumerate(rules)})
