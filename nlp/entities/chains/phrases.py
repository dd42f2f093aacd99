"""Noun phrases: from a noun to the words that belong to its name, «учителя физкультуры Янниса Канидиса».

Clauses, participles, other members of a row, and all that stands behind a comma or in brackets are left out: they say
something of the thing, but do not name it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nlp.entities.chains.nodes import Node
from nlp.entities.spans import CLOSING, OPENING

OUTSIDE = frozenset({
    "case", "cc", "punct", "acl", "acl:relcl", "parataxis", "advcl", "mark", "cop", "nsubj", "nsubj:pass",
    "discourse", "csubj", "csubj:pass", "ccomp", "orphan", "aux", "aux:pass", "expl", "vocative",
})  # fmt: skip
NAMED = frozenset({"appos", "flat", "flat:name", "flat:foreign", "compound"})
HEADS = frozenset({"NOUN", "PROPN", "X"})
_NO_PART = frozenset({"PART", "CCONJ", "SCONJ", "ADV", "VERB", "AUX"})
_BREAKS = frozenset({",", "(", ":", ";", "–", "—", "-"})


@dataclass(slots=True, eq=False)
class Phrase:
    """Tokens `start`:`end` around `head`; `nodes` are the words of its own, no deeper phrase's."""

    head: Node
    start: int
    end: int
    nodes: tuple[Node, ...]


def phrases(words: Sequence[Node]) -> list[Phrase]:
    """The phrase of every noun that does not merely go on with the name of another."""
    by_place = {node.place: number for number, node in enumerate(words)}
    heads = [node for node in words if node.part in HEADS and not _goes_on(node, words, by_place)]
    return [_phrase(node, words, by_place) for node in heads]


def _goes_on(node: Node, words: Sequence[Node], by_place: Mapping[int, int]) -> bool:
    """«Яннис Канидис» right after «учитель физкультуры»: another word of its name."""
    if node.relation not in NAMED or node.head is None or node.head.part not in HEADS:
        return False
    low, high = sorted((by_place[node.place], by_place[node.head.place]))
    return not any(each.text in _BREAKS for each in words[low + 1 : high])


def _phrase(head: Node, words: Sequence[Node], by_place: Mapping[int, int]) -> Phrase:
    own = sorted(_belonging(head, words, by_place), key=_place_of)
    first, last = by_place[own[0].place], by_place[own[-1].place]
    first, last = _quoted(first, last, words)
    return Phrase(head, words[first].place, words[last].place + 1, tuple(own))


def _belonging(head: Node, words: Sequence[Node], by_place: Mapping[int, int], depth: int = 0) -> list[Node]:
    found = [head]
    for child in head.children:
        if depth > 12 or _outside(child, depth) or _apart(child, head, words, by_place):
            continue
        found += _belonging(child, words, by_place, depth + 1)
    return found


def _outside(child: Node, depth: int) -> bool:
    """A row inside belongs: «декларация РФ и Китая»; a word of stress does not: «только Китай»."""
    if child.part == "VERB" and child.relation == "amod":
        return False
    if child.relation == "conj":
        return depth == 0
    return child.relation in OUTSIDE or child.part in _NO_PART


def _apart(child: Node, head: Node, words: Sequence[Node], by_place: Mapping[int, int]) -> bool:
    """Behind a comma, a dash or a bracket."""
    here, there = by_place[head.place], by_place[child.place]
    between = words[here + 1 : there] if here < there else words[there + 1 : here]
    if not any(each.text in _BREAKS for each in between):
        return False
    return child.relation not in {"amod", "det"} or here < there


def _quoted(first: int, last: int, words: Sequence[Node]) -> tuple[int, int]:
    """With its quotation marks: «соцсеть «ВКонтакте»»."""
    inner = [each.text for each in words[first : last + 1]]
    before = words[first - 1].text if first else ""
    after = words[last + 1].text if last + 1 < len(words) else ""
    opened = sum(text in OPENING for text in inner) % 2 or inner.count("«") > inner.count("»")
    if opened and after in CLOSING:
        return first, last + 1
    if not opened and before in OPENING and after in CLOSING:
        return first - 1, last + 1
    return first, last


def _place_of(node: Node) -> int:
    """The order of the text."""
    return node.place
