"""What is being spoken of while a text is read: each thing with all that named it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from nlp.entities.chains.nodes import Node


@dataclass(slots=True, eq=False)
class Item:
    """A phrase or a pronoun in the text, tokens `start`:`end`; `entity` is the record's id, "" for none."""

    start: int
    end: int
    head: Node
    nodes: tuple[Node, ...]
    entity: str = ""
    kind: str = ""
    gender: str | None = None
    named: bool = False
    thing: Thing | None = None

    @property
    def pronoun(self) -> bool:
        """Whether it is no phrase."""
        return self.head.part in {"PRON", "DET", "ADV"}


@dataclass(slots=True, eq=False)
class Thing:
    """One thing: its items in the order of the text, the words said of it, what is known of it."""

    items: list[Item] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    entity: str = ""
    kind: str = ""
    gender: str | None = None
    plural: bool = False

    @property
    def last(self) -> Item:
        """Its latest mention."""
        return self.items[-1]

    @property
    def person(self) -> bool:
        """Whether it is someone named."""
        return self.kind == "person"

    def add(self, item: Item) -> None:
        """Another mention; a pronoun says nothing new."""
        item.thing = self
        self.items.append(item)
        if item.pronoun:
            return
        self.heads.add(item.head.lemma)
        self.said |= modifiers(item)
        self.names |= capitals(item)


def modifiers(item: Item) -> set[str]:
    """The lemmas of all its words but the head, small words left out."""
    return {node.lemma for node in item.nodes if node is not item.head and node.part in _FULL}


def capitals(item: Item) -> set[str]:
    """The lemmas of its names and of the figures in it."""
    words = (node for node in item.nodes if node is not item.head)
    return {node.lemma for node in words if node.text[:1].isupper() or node.text[:1].isdigit()}


_FULL = frozenset({"NOUN", "PROPN", "ADJ", "X", "NUM", "VERB", "SYM"})
