"""The files of a grammar's folder as types: `grammar.toml`, and a file of rules for every level."""

from __future__ import annotations

from typing import Any, Literal

import msgspec


class RuleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[rule]]`: its pattern, the kind of node it gives, fields that it sets, and the maker of its value.

    `span` names the group that the new node covers, when that is not all that was matched; `example` is a text in which
    the rule fires.
    """

    name: str
    pattern: str
    gives: str
    example: str
    set: dict[str, Any] = {}
    by: str = "parts"
    span: str = ""


class LevelFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules of one level, in the order in which they are tried."""

    rule: list[RuleRow]


class GrammarFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`grammar.toml`.

    `levels` are files of rules in the order in which they are applied; `triggers` the kinds that start a search,
    besides digits; `sets` names for several kinds; `output` the kinds that are results, with their labels. `capital`
    gives another kind to a word with a capital letter («Мая» may be a name), `capital_inside` only inside of a
    sentence; `asks` are kinds that mean something else before a genitive («накануне выборов») or before a thing
    («двухлетняя борьба»).
    """

    levels: list[str]
    triggers: list[str]
    sets: dict[str, list[str]]
    output: dict[str, str]
    capital: dict[str, str] = {}
    capital_inside: dict[str, str] = {}
    asks: dict[str, Literal["counted", "genitive", "inanimate"]] = {}
