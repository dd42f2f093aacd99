"""What the matchers leave each other on a document, as plain data, until `letopis_mentions` takes it away."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

ITEMS, REFUSED, SCORES, TAUGHT = "letopis.items", "letopis.refused", "letopis.scores", "letopis.taught"
Item = tuple[int, int, str, str]
"""A head word found: start and end over the words of a view, the item, its class."""
Refused = tuple[int, int, str, str, str]
"""A raw name not even proposed: start, end, label, rule, reason."""


def keep(doc: Doc, items: list[Item]) -> None:
    """Leave the head words found for the next matcher."""
    doc.user_data[ITEMS] = [list(item) for item in items]


def kept(doc: Doc) -> list[Item] | None:
    """The head words that `keep` left, `None` when nobody looked for them."""
    items = doc.user_data.get(ITEMS)
    return None if items is None else [(start, end, item, kind) for start, end, item, kind in items]


def refuse(doc: Doc, span: Span, label: str, reason: str, rule: str = "ner") -> None:
    """Remember a raw name that is none: «Справочно», not a name: heading word."""
    doc.user_data.setdefault(REFUSED, []).append([span.start, span.end, label, rule, reason])


def rate(span: Span, score: float) -> None:
    """Keep the score of a proposal; spaCy's own attributes of a span are shared by all spans of the same extent."""
    span.doc.user_data.setdefault(SCORES, {})[_key(span)] = score


def score(span: Span) -> float:
    """The score of a proposal, also of one that only has `span._.score`."""
    kept = span.doc.user_data.get(SCORES, {}).get(_key(span))
    return float(span._.score if kept is None else kept)


def learn(doc: Doc, labels: Iterable[str]) -> None:
    """Remember the labels on which an analyst's head decides here."""
    doc.user_data[TAUGHT] = list(labels)


def taught(doc: Doc) -> frozenset[str]:
    """The labels that `learn` left; none where no head has run."""
    return frozenset(doc.user_data.get(TAUGHT, ()))


def clear(doc: Doc) -> list[Refused]:
    """Take everything away; returns what was refused."""
    for name in (ITEMS, SCORES, TAUGHT):
        doc.user_data.pop(name, None)
    return [(start, end, label, rule, reason) for start, end, label, rule, reason in doc.user_data.pop(REFUSED, [])]


def _key(span: Span) -> str:
    return f"{span.start} {span.end} {span.label_} {span.id_}"
