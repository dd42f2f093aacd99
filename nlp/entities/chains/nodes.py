"""The words of a document as chains see them: plain objects, read once from the tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc, MorphAnalysis

from nlp.knowledge.dictionary import fold
from nlp.text.words import NO_WORD


@dataclass(slots=True, eq=False)
class Node:
    """A word: `place` in the document, `sentence` number, folded `lemma`, tags; `head` is `None` for a root."""

    place: int
    text: str
    lemma: str
    part: str
    relation: str
    sentence: int
    features: dict[str, str]
    head: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def plural(self) -> bool:
        """Whether it is tagged plural."""
        return self.features.get("Number") == "Plur"

    @property
    def gender(self) -> str | None:
        """Masc, Fem, Neut, or `None`."""
        return self.features.get("Gender")

    @property
    def subject(self) -> bool:
        """Whether it, or what it is coordinated with, is the subject of a clause."""
        return _first_of_row(self).relation.startswith("nsubj")

    def above(self) -> list[Node]:
        """What it depends on, the nearest first."""
        found: list[Node] = []
        node = self.head
        while node is not None and len(found) < DEEPEST:
            found.append(node)
            node = node.head
        return found


DEEPEST = 40
"""How far up a tree is climbed: a broken tree must not hold us."""


def nodes(doc: Doc) -> list[Node]:
    """The words in the order of the text; blanks and markup are left out."""
    found: dict[int, Node] = {}
    sentence = -1
    for token in doc:
        sentence += bool(token.is_sent_start) or token.i == 0
        if token.pos_ != NO_WORD:
            found[token.i] = Node(
                token.i, token.norm_, fold(token.lemma_ or token.norm_), token.pos_, token.dep_, sentence,
                _features(token.morph),
            )  # fmt: skip
    _join(doc, found)
    return list(found.values())


def _join(doc: Doc, found: dict[int, Node]) -> None:
    for place, node in found.items():
        head = doc[place].head.i
        if head != place and head in found:
            node.head = found[head]
            found[head].children.append(node)


def _features(morph: MorphAnalysis) -> dict[str, str]:
    return _parsed(str(morph))


@lru_cache(maxsize=1 << 12)
def _parsed(features: str) -> dict[str, str]:
    return dict(each.split("=", 1) for each in features.split("|") if "=" in each)


def _first_of_row(node: Node) -> Node:
    for _ in range(DEEPEST):
        if node.relation != "conj" or node.head is None:
            break
        node = node.head
    return node
