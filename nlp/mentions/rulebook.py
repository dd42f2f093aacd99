"""The pattern files of `nlp/knowledge/patterns`, compiled: what to look for from which anchor.

A pattern's anchor is its first element that must be there and is a word, a list item or a mention; everything before it
is matched leftwards from it, so that patterns run only where their anchor stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from nlp.errors import KnowledgeError
from nlp.knowledge.reader import read_toml, resource
from nlp.mentions.nodes import Choice, Node, Posted, Repeat, Sequence, Word
from nlp.mentions.notation import OFTEN, Compiler, NotationError, pieces_of
from nlp.schema import Label

FILES = ("places", "organisations", "posts", "documents", "gatherings", "people", "titles")
"""In this order, because later files build on the mentions of earlier ones."""


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One pattern as written; `hits` and `misses` are sentences that show it, the mention in square brackets."""

    name: str
    label: Label
    phrase: str
    hits: tuple[str, ...]
    score: float = 0.8
    misses: tuple[str, ...] = ()


class File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of patterns and the phrases they share."""

    patterns: tuple[Pattern, ...]
    phrases: dict[str, str] = {}


class Rule(NamedTuple):
    """A compiled pattern; nodes to the left of the anchor go backward.

    `outside` and `inside` are matched leftwards, before and within the mention; `lead` goes from an anchor that stands
    before the mention to its start; `core` is the mention from there or from the anchor on; `after` follows it.
    """

    name: str
    label: str
    score: float
    anchors: tuple[str, ...]
    outside: Node | None
    inside: Node | None
    lead: Node | None
    core: Node
    after: Node | None


@lru_cache(maxsize=1)
def rulebook() -> tuple[tuple[Rule, ...], ...]:
    """The rules of every file, in the order the files are applied."""
    return tuple(tuple(rules(resource(f"patterns/{name}.toml"))) for name in FILES)


def read(path: Path) -> File:
    """A file of patterns as written; raises `KnowledgeError`."""
    return read_toml(path, File)


def rules(path: Path) -> Iterator[Rule]:
    """The patterns of a file, compiled; raises `KnowledgeError` with the file and the pattern's name."""
    file = read(path)
    compiler = Compiler(file.phrases)
    for pattern in file.patterns:
        try:
            yield _rule(pattern, compiler)
        except NotationError as error:
            raise KnowledgeError(path, f"pattern {pattern.name}: {error}") from error


def _rule(pattern: Pattern, compiler: Compiler) -> Rule:
    before, mention, after = (_elements(pieces_of(part)) for part in _marked(pattern.phrase))
    elements = [*before, *mention]
    place = next((n for n, each in enumerate(elements) if _is_anchor(each, compiler)), None)
    if place is None:
        raise NotationError("no word, list item or mention before or in the mention that must be there")
    first = len(before)
    return Rule(
        name=f"pattern/{pattern.name}",
        label=pattern.label,
        score=pattern.score,
        anchors=tuple(_anchors(compiler.node(elements[place]))),
        outside=_compiled(compiler, elements[: min(place, first)], -1),
        inside=_compiled(compiler, elements[first:place], -1),
        lead=_compiled(compiler, elements[place:first]),
        core=compiler.node(" ".join(elements[max(place, first) :])),
        after=_compiled(compiler, after),
    )


def _compiled(compiler: Compiler, elements: list[str], step: int = 1) -> Node | None:
    return compiler.node(" ".join(elements), step) if elements else None


def _marked(phrase: str) -> tuple[str, str, str]:
    """«a [ b ] c» → a, b, c; without brackets all is the mention."""
    if "[" not in phrase and "]" not in phrase:
        return "", phrase, ""
    before, opened, rest = phrase.partition("[")
    mention, closed, after = rest.partition("]")
    if not opened or not closed or "[" in rest or "]" in after:
        raise NotationError("the mention is marked by one «[» and one «]» after it")
    return before.strip(), mention.strip(), after.strip()


def _elements(pieces: list[str]) -> list[str]:
    """Top-level elements, each with its groups and its quantifier in one string."""
    elements: list[str] = []
    depth = 0
    for piece in pieces:
        if depth or piece in OFTEN:
            elements[-1] = f"{elements[-1]} {piece}" if piece not in OFTEN else elements[-1] + piece
        else:
            elements.append(piece)
        depth += piece.endswith("(") - (piece == ")")
    return elements


def _is_anchor(element: str, compiler: Compiler) -> bool:
    if element[-1] in "?*" or element.startswith(("!", "&", "~")):
        return False
    return bool(_anchors(compiler.node(element)))


def _anchors(node: Node) -> list[str]:
    """What the index of rules is asked for: list classes, labels, and words as «=слово»; nothing for other nodes."""
    if isinstance(node, Posted):
        return [node.kind]
    if isinstance(node, Word):
        return [f"={form}" for form in sorted(node.forms)]
    if isinstance(node, Sequence):
        return _anchors(node.parts[0]) if node.parts else []
    if isinstance(node, Choice):
        found = [_anchors(part) for part in node.parts]
        return sorted({each for one in found for each in one}) if all(found) else []
    return _anchors(node.inner) if isinstance(node, Repeat) and node.least else []
