"""All that can be a link of a chain, in the order of the text: noun phrases, some of them entities, and pronouns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span

from nlp.entities.chains.clusters import Item
from nlp.entities.chains.nodes import Node
from nlp.entities.chains.phrases import NAMED, Phrase, phrases
from nlp.entities.spans import mentions

PRONOUNS = frozenset({
    "он", "она", "оно", "они", "его", "ее", "их", "свой", "себя", "который", "чей", "я", "мой", "мы", "наш", "где",
})  # fmt: skip
VALUES = frozenset({"DATE", "TIME", "AGE", "MONEY", "PERCENT", "NUMBER", "ORDINAL", "NATIONALITY"})


def items(doc: Doc, words: Sequence[Node]) -> list[Item]:
    """Sorted by start, the longer first; values (dates, sums) are none."""
    spans = mentions(doc)
    values = {place for span in spans if span.label_ in VALUES for place in range(span.start, span.end)}
    found = {item.head.place: item for item in map(_item, phrases(words)) if item.head.place not in values}
    _name(doc, found, {node.place: node for node in words}, spans)
    pronouns = [
        Item(node.place, node.place + 1, node, (node,))
        for node in words
        if node.lemma in PRONOUNS and node.part in {"PRON", "DET", "ADV"}
    ]
    return sorted([*found.values(), *pronouns], key=_order)


def _item(phrase: Phrase) -> Item:
    return Item(phrase.start, phrase.end, phrase.head, phrase.nodes)


def _name(doc: Doc, found: dict[int, Item], nodes: Mapping[int, Node], spans: Sequence[Span]) -> None:
    """Give phrases the entity of the mention at their head, or of the name that goes on with it."""
    known = {
        **{p.id: ("person", p.gender) for p in doc._.people},
        **{o.id: (o.kind, None) for o in doc._.organisations},
    }
    known |= {place.id: (place.kind, None) for place in doc._.places} | {a.id: (a.kind, None) for a in doc._.agreements}
    for span in spans:
        node = _root(span, nodes)
        if not span.kb_id_ or node is None or node.part == "ADJ":
            continue
        top = _top(node, found)
        item = found.get(top.place) or found.setdefault(node.place, _own(span, node, nodes))
        if item.entity and item.entity != span.kb_id_:
            continue
        kind, gender = known.get(span.kb_id_, (None, None))
        item.entity, item.kind, item.gender = span.kb_id_, kind or "", gender
        item.named = item.named or span.label_ != "PROFESSION"


def _root(span: Span, nodes: Mapping[int, Node]) -> Node | None:
    own = [nodes[place] for place in range(span.start, span.end) if place in nodes]
    inner = [node for node in own if node.head is None or not span.start <= node.head.place < span.end]
    nouns = [node for node in inner if node.part in {"NOUN", "PROPN", "X"}]
    return next(iter(nouns or inner), None)


def _top(node: Node, found: Mapping[int, Item]) -> Node:
    """The noun whose name this goes on with."""
    for _ in range(5):
        if node.place in found or node.relation not in NAMED or node.head is None:
            break
        node = node.head
    return node


def _own(span: Span, node: Node, nodes: Mapping[int, Node]) -> Item:
    own = tuple(nodes[place] for place in range(span.start, span.end) if place in nodes)
    return Item(own[0].place, own[-1].place + 1, node, own)


def _order(item: Item) -> tuple[int, int]:
    return item.start, -item.end
