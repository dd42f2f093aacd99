"""Bodies meant by a common noun alone: «Банк» of «Банк увеличил капитал» after «банк «Восход»», where one is clear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from spacy.attrs import POS, SENT_START
from spacy.symbols import NOUN, PROPN
from spacy.tokens import Doc, Span, Token

from nlp.entities.identity import antecedents
from nlp.entities.nominals import nominals
from nlp.entities.spans import OPENING, after, feature, mentions
from nlp.knowledge.dictionary import fold

RULE = "identity/noun"
SCORE = 0.6
LABEL = "ORGANIZATION"
_BODY = "o"
"""What the id of an organisation begins with."""
_POINTING = frozenset({"этот", "данный", "сам"})
_DEPENDENT = ("nsubj", "obj", "iobj", "obl", "nmod")
"""Roles of a noun that speaks of something known; a predicate («стал банком») tells what something is."""


def taken_up(doc: Doc) -> list[Span]:
    """A mention of the organisation for each such noun, in the order of the text; none for words of other mentions."""
    spans = mentions(doc)
    told = {place for span in spans for place in range(span.start, span.end)}
    starts = {span.start for span in spans}
    nouns = (doc[place] for place in _nouns(doc) if place not in told)
    return [
        _mention(noun, entity)
        for noun in nouns
        if _may_mean(noun, starts)
        for entity in _bodies(doc[noun.i : noun.i + 1])
    ]


def _nouns(doc: Doc) -> list[int]:
    """Where they stand: the capital that opens a sentence makes no name of «Банк»."""
    columns: Any = doc.to_array([POS, SENT_START])
    parts, begins = columns.T
    places: list[int] = np.flatnonzero((parts == NOUN) | ((parts == PROPN) & (begins == 1))).tolist()
    return places


def _mention(noun: Token, entity: str) -> Span:
    span = Span(noun.doc, noun.i, noun.i + 1, label=LABEL, kb_id=entity, span_id=RULE)
    span._.score = SCORE
    return span


def _bodies(noun: Span) -> Sequence[str]:
    """The organisation that is clearly meant; «Ромашка» that «купила компанию» is not the company."""
    found = antecedents(noun.doc, noun)
    clear = len(found) == 1 and found[0].startswith(_BODY) and found[0] not in _acting(noun.doc, noun.root)
    return found if clear else ()


def _acting(doc: Doc, noun: Token) -> set[str]:
    """Who the subject of the noun's verb is."""
    subjects = [word.i for word in noun.head.children if word.dep_.startswith("nsubj") and word != noun]
    return {span.kb_id_ for span in mentions(doc) for place in subjects if span.start <= place < span.end}


def _may_mean(noun: Token, starts: set[int]) -> bool:
    """A lone noun of the list, in a role, without a name behind it: not «банк «Восход»», not «новый банк»."""
    if fold(noun.lemma_) not in nominals() or not noun.dep_.startswith(_DEPENDENT):
        return False
    behind = after(noun.doc, noun.i + 1)
    named = behind is not None and (behind.i in starts or behind.norm_ in OPENING)
    return feature(noun, "Number") == "Sing" and not named and all(map(_points, noun.children))


def _points(child: Token) -> bool:
    """«этот» before it, or what is no adjective of its own: «новый банк» is another one."""
    return child.dep_ not in {"amod", "det"} or fold(child.lemma_) in _POINTING
