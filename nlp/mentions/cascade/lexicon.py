"""Words of a grammar, in all their forms, and the regular expression that finds where one of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from pymorphy3.analyzer import Parse

from nlp.errors import KnowledgeError
from nlp.knowledge.dictionary import analyzer
from nlp.knowledge.reader import read_table
from nlp.mentions.cascade.compounds import prefixes, tails

Value = dict[str, Any]
DASHES = "-‐‑‒–—―−"


class Row(msgspec.Struct, frozen=True):
    """One line of a table of words.

    `forms` is "all", "same" (as written), "abbr" (as written, a full stop may follow), "rest" (the forms that no
    earlier line has taken), the grammemes a form must carry («plur gent»; alternatives stand on separate lines), "tail"
    (the second half of «34-летний») or "counted" («тридцатилетний»: the value gets the number that is in the word).
    """

    word: str
    kind: str
    value: str | None
    forms: str


class Entry(msgspec.Struct, frozen=True):
    """What one form stands for: «июня» → month, {"month": 6}."""

    kind: str
    value: Value
    abbreviated: bool


Lexicon = dict[str, Entry]


def read_words(path: Path) -> Lexicon:
    """All forms of all words of one table; raises `KnowledgeError` when one form would stand for two things."""
    lexicon: Lexicon = {}
    for row in read_table(path, Row):
        for form, entry in _entries(row, path):
            if form not in lexicon:
                lexicon[form] = entry
            elif row.forms not in {"rest", "counted", "tail"} and lexicon[form] != entry:
                taken = lexicon[form].kind
                raise KnowledgeError(path, f"«{form}» is {taken} and {row.kind}; say which forms are meant")
    return lexicon


def _entries(row: Row, path: Path) -> Iterator[tuple[str, Entry]]:
    value = parse_value(row.value, path)
    if row.forms != "counted":
        entry = Entry(row.kind, value, row.forms == "abbr")
        yield from ((form, entry) for form in _forms(row, path))
        return
    endings = tails(row.word)
    for prefix, number in prefixes().items():
        entry = Entry(row.kind, {**value, "number": int(number) if number == int(number) else number}, False)
        yield from ((prefix + ending, entry) for ending in endings)


def parse_value(written: str | None, path: Path) -> Value:
    """«month=6» → {"month": 6}; several parts are separated by blanks."""
    pairs = [part.partition("=") for part in (written or "").split()]
    if any(not key or not sign or not value for key, sign, value in pairs):
        raise KnowledgeError(path, f"«{written}» is not written as key=value key=value")
    return {key: _scalar(value) for key, _, value in pairs}


def _scalar(written: str) -> int | float | str:
    if written == "true":
        return True
    if re.fullmatch(r"-?\d+", written):
        return int(written)
    return float(written) if re.fullmatch(r"-?\d+\.\d+", written) else written


def _forms(row: Row, path: Path) -> list[str]:
    word = row.word.lower()
    if row.forms in {"same", "abbr"}:
        return _spellings([word])
    if row.forms == "tail":
        return _spellings(tails(word))
    parses = analyzer().parse(word)
    chosen = [parse for parse in parses if parse.normal_form.replace("ё", "е") == word.replace("ё", "е")] or parses[:1]
    wanted = set() if row.forms in {"all", "rest"} else set(row.forms.split())
    forms = [form.word for parse in chosen for form in _paradigm(parse) if wanted <= form.tag.grammemes]
    if not forms:
        raise KnowledgeError(path, f"«{row.word}» has no form that is {row.forms}")
    return _spellings(forms)


def _paradigm(parse: Parse) -> list[Parse]:
    """The forms of the same part of speech: a participle does not bring its verb along."""
    if parse.tag.POS == "INFN":
        return [form for form in parse.lexeme if form.tag.POS in {"INFN", "VERB"}]
    kept = {"past", "pres", "actv", "pssv", "Supr"}
    mine = parse.tag.grammemes & kept
    forms = [form for form in parse.lexeme if form.tag.POS == parse.tag.POS and form.tag.grammemes & kept == mine]
    return [form for form in forms if not form.tag.grammemes & {"Abbr", "Arch", "Dist", "Erro", "Infr"}]


def _spellings(forms: Iterable[str]) -> list[str]:
    return sorted({spelling for form in forms for spelling in (form, form.replace("ё", "е"))})


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, as a trie, so that a scan stays linear and quick."""
    trie: dict[str, Any] = {}
    for word in words:
        node = trie
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(trie)


def _branch(trie: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _branch(rest) for letter, rest in sorted(trie.items()) if letter]
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{joined})?" if "" in trie else joined
