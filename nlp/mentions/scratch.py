"""What the matchers leave each other on a document, as plain lists, until `letopis_mentions` takes it away."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from nlp.mentions.gazetteer import Entry, Hit

ITEMS, REFUSED = "letopis.items", "letopis.refused"


def keep(doc: Doc, hits: list[Hit]) -> None:
    """Head words found: [start, end, item, class] over the words of a view."""
    doc.user_data[ITEMS] = [[hit.start, hit.end, hit.entry.item, hit.entry.kind] for hit in hits]


def kept(doc: Doc) -> list[Hit] | None:
    """The head words that `keep` left, `None` when nobody looked for them."""
    items = doc.user_data.get(ITEMS)
    return None if items is None else [Hit(start, end, Entry(item, kind)) for start, end, item, kind in items]


def refuse(doc: Doc, span: Span, label: str, reason: str) -> None:
    """Remember a name that was not even proposed: «Справочно», not a name: heading word."""
    doc.user_data.setdefault(REFUSED, []).append([span.start, span.end, label, "ner", reason])


def clear(doc: Doc) -> list[list[object]]:
    """Take everything away; returns what was refused."""
    doc.user_data.pop(ITEMS, None)
    refused: list[list[object]] = doc.user_data.pop(REFUSED, [])
    return refused
