"""The grammars as data: every rule fires on its own example, and a file that breaks the format is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.errors import KnowledgeError
from nlp.mentions import quantities, temporal
from nlp.mentions.cascade.compounds import prefixes
from nlp.mentions.cascade.grammar import Grammar
from nlp.mentions.cascade.lexicon import any_of, parse_value, read_words
from nlp.mentions.cascade.numbers import number_kind, ordinal_kind, roman_value, spoken
from nlp.mentions.cascade.rules import Rule
from nlp.mentions.cascade.shapes import read_shapes
from nlp.mentions.quantities import find as quantities_find
from nlp.mentions.temporal import find as temporal_find

GRAMMARS = {temporal.__name__: temporal_find.grammar, quantities.__name__: quantities_find.grammar}
RULES = [
    pytest.param(name, rule, id=f"{name.rpartition('.')[2]}/{rule.row.name}")
    for name, grammar in GRAMMARS.items()
    for level in grammar().levels
    for rule in level.rules
]


def fired(grammar: Grammar, text: str) -> set[str]:
    """The names of the rules that made something of a text."""
    names: set[str] = set()
    for run in grammar.lexer.runs(text):
        nodes = run
        for level in grammar.levels:
            steps = level.steps("".join(grammar.of[node.kind] for node in nodes))
            names |= {step.rule.row.name for step in steps}
            nodes = level.rewrite(nodes, steps)
    return names


@pytest.mark.parametrize(("name", "rule"), RULES)
def test_a_rule_fires_on_its_example(name: str, rule: Rule) -> None:
    assert rule.row.name in fired(GRAMMARS[name](), rule.row.example)


@pytest.mark.parametrize("name", GRAMMARS)
def test_the_names_of_rules_differ(name: str) -> None:
    names = [rule.row.name for level in GRAMMARS[name]().levels for rule in level.rules]
    assert len(names) == len(set(names))


def written(folder: Path, words: str, rule: str, shapes: str = "") -> Grammar:
    """A small grammar from the text of its files."""
    (folder / "words.tsv").write_text(f"word\tkind\tvalue\tforms\n{words}\n", encoding="utf-8")
    (folder / "shapes.tsv").write_text(f"kind\tpattern\texample\n{shapes}\n", encoding="utf-8")
    (folder / "one.toml").write_text(f'[[rule]]\nname = "r"\n{rule}\nexample = "май"\n', encoding="utf-8")
    top = 'levels = ["one"]\ntriggers = ["month"]\n[sets]\n[output]\ndate = "DATE"\n'
    (folder / "grammar.toml").write_text(top, encoding="utf-8")
    makers = {"parts": lambda parts, _nodes: parts}
    return Grammar(folder, read_words(folder / "words.tsv"), read_shapes(folder / "shapes.tsv"), makers)


WORDS, RULE = "май\tmonth\tmonth=5\tall", 'pattern = "month"\ngives = "date"'


def test_a_small_grammar_reads(tmp_path: Path) -> None:
    (node,) = written(tmp_path, WORDS, RULE).find("К маю")
    assert (node.kind, node.value, node.rule) == ("date", {"month": 5}, "r")


@pytest.mark.parametrize(
    ("words", "rule", "says"),
    [
        (WORDS, 'pattern = "year"\ngives = "date"', "«year» is no kind"),
        (WORDS, 'pattern = "month ;"\ngives = "date"', "is not the notation"),
        (WORDS, RULE + '\nby = "magic"', "by = 'magic' is unknown"),
        (WORDS, RULE + '\nspan = "main"', "names no group"),
        (WORDS, RULE + '\ngive = "date"', "unknown key"),
        (WORDS + "\nмай\tname\t\tall", RULE, "«мае» is month and name"),
        ("май\tmonth\tmonth\tall", RULE, "not written as key=value"),
        ("май\tmonth\tmonth=5\tplur femn", RULE, "has no form"),
    ],
)
def test_a_broken_grammar_is_refused(tmp_path: Path, words: str, rule: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        written(tmp_path, words, rule)


@pytest.mark.parametrize(
    ("shape", "says"),
    [("hm\t(?P<hour>\\d+):\\d\\d\t14.10", "does not fit its example"), ("hm\t(\\d\t14", "no regular expression")],
)
def test_a_broken_shape_is_refused(tmp_path: Path, shape: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        written(tmp_path, WORDS, RULE, shape)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([2, 1000, 20, 5], 2025),
        ([1000, 900, 40, 5], 1945),
        ([28, 10**9, 400, 10**6], 28_400_000_000),
        ([100], 100),
        ([20, 30], None),
        ([5, 20], None),
        ([3, 1000, 5, 10**6], None),
    ],
)
def test_spoken_numbers(values: list[int], expected: int | None) -> None:
    assert spoken(values) == expected


@pytest.mark.parametrize(
    ("word", "value"),
    [("XIX", 19), ("IV", 4), ("XXI", 21), ("ХХ", 20), ("IIII", 0), ("VX", 0), ("XL", 0), ("", 0)],
)
def test_roman_numbers(word: str, value: int) -> None:
    assert roman_value(word) == value


@pytest.mark.parametrize(
    ("value", "ending", "kind"),
    [(22, "го", "o23"), (90, "х", "t99"), (1990, "е", "t2199"), (30, "е", "t31"), (3, "х", "n12"), (5, "ти", "n12")],
)
def test_kinds_of_ordinals(value: int, ending: str, kind: str) -> None:
    assert ordinal_kind(value, ending) == kind


@pytest.mark.parametrize(
    ("value", "digits", "kind"),
    [(0, 1, "n0"), (12, 2, "n12"), (31, 2, "n31"), (2024, 4, "n2199"), (2200, 4, "nbig"), (1000, 5, "nbig")],
)
def test_kinds_of_numbers(value: int, digits: int, kind: str) -> None:
    assert number_kind(value, digits=digits) == kind


def test_parts_of_compound_words() -> None:
    found = prefixes()
    assert (found["двух"], found["двадцатипяти"], found["сорока"], found["девяносто"], found["сто"]) == (
        2,
        25,
        40,
        90,
        100,
    )
    assert "двадцатидвадцати" not in found


def test_values_of_words() -> None:
    path = Path("words.tsv")
    assert parse_value("month=5 about=true number=1.5 unit=year shift=-1", path) == {
        "month": 5, "about": True, "number": 1.5, "unit": "year", "shift": -1,
    }  # fmt: skip
    assert parse_value(None, path) == {}


def test_a_trie_of_words() -> None:
    assert any_of(["май", "мая", "ма"]) == "ма(?:(?:й|я))?"
