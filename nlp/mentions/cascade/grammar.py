"""A grammar: words, shapes and levels of rules, read from one folder and compiled when it is first used.

Every level is one regular expression over the kinds of a run of nodes. What it matches becomes one node, and the next
level reads the shorter run: the work stays linear, and an early level (numbers) serves all later ones (dates, ranges).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from nlp.errors import KnowledgeError
from nlp.knowledge.reader import read_toml
from nlp.mentions.cascade.files import GrammarFile, LevelFile, RuleRow
from nlp.mentions.cascade.following import TESTS, WORD
from nlp.mentions.cascade.lexer import Lexer
from nlp.mentions.cascade.lexicon import Lexicon
from nlp.mentions.cascade.node import Node
from nlp.mentions.cascade.numbers import KINDS
from nlp.mentions.cascade.pattern import Pattern, Symbols
from nlp.mentions.cascade.rules import JUNK, Level, Maker, Rule
from nlp.mentions.cascade.shapes import Shapes
from nlp.mentions.cascade.tokens import ROMAN


class Grammar:
    """A whole grammar; `find` yields what its last level leaves, of the kinds in `output`."""

    def __init__(self, folder: Path, lexicon: Lexicon, shapes: Shapes, makers: dict[str, Maker]) -> None:
        file = read_toml(folder / "grammar.toml", GrammarFile)
        files = [(path, read_toml(path, LevelFile).rule) for path in (folder / f"{name}.toml" for name in file.levels)]
        sets = {name: tuple(members) for name, members in file.sets.items()}
        symbols = Symbols(_kinds(file, lexicon, shapes, [row for _, rows in files for row in rows]), sets)
        self.of, self.output = symbols.of, file.output
        self.levels = [_level(path, rows, symbols, makers) for path, rows in files]
        self.lexer = Lexer(lexicon, shapes, file)

    def find(self, text: str) -> Iterator[Node]:
        """All that the grammar reads in a text, in its order."""
        for nodes in self.lexer.runs(text):
            yield from (node for node in self.reduce(nodes) if node.kind in self.output)

    def reduce(self, nodes: list[Node]) -> list[Node]:
        """Apply every level to one run."""
        of = self.of
        symbols = "".join([of[node.kind] for node in nodes])
        for level in self.levels:
            steps = level.seen.get(symbols)
            if steps is None:
                steps = level.steps(symbols)
            if steps:
                nodes = level.rewrite(nodes, steps)
                symbols = "".join([of[node.kind] for node in nodes])
        return nodes


def _kinds(file: GrammarFile, lexicon: Lexicon, shapes: Shapes, rules: Iterable[RuleRow]) -> dict[str, None]:
    """Every kind a node may be of, once, in a fixed order."""
    words = dict.fromkeys(entry.kind for entry in lexicon.values())
    made = dict.fromkeys(row.gives for row in rules)
    capital = dict.fromkeys([*file.capital.values(), *file.capital_inside.values()])
    return words | dict.fromkeys([*shapes.kinds, *sorted(KINDS), ROMAN, JUNK, WORD, *TESTS]) | made | capital


def _level(path: Path, rows: list[RuleRow], symbols: Symbols, makers: dict[str, Maker]) -> Level:
    rules = []
    for number, row in enumerate(rows):
        place = f"{path}: rule {row.name}"
        if row.by not in makers:
            raise KnowledgeError(place, f"by = {row.by!r} is unknown; allowed: {', '.join(sorted(makers))}")
        pattern = Pattern(row.pattern, symbols, f"g{number}", place)
        if row.span and row.span not in pattern.groups.values():
            raise KnowledgeError(place, f"span = {row.span!r} names no group of {row.pattern!r}")
        if pattern.whole.empty:
            raise KnowledgeError(place, f"{row.pattern!r} may match nothing at all")
        rules.append(Rule(row, pattern.whole, tuple(pattern.groups.items()), makers[row.by]))
    return Level(rules)
