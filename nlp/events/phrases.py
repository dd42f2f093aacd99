"""The words of a noun phrase around its head: «крупный пакет акций «Лукойла»»."""

from __future__ import annotations

from spacy.tokens import Span, Token

from nlp.events.names import Names

LEFT = frozenset({"amod", "nummod", "nummod:gov", "nummod:entity", "det", "compound", "advmod", "flat"})
RIGHT = frozenset({"nmod", "appos", "flat", "flat:name", "flat:foreign", "nummod", "compound", "fixed"})
LONGEST = 10


def phrase(head: Token, names: Names, *, short: bool = False) -> Span:
    """The noun phrase of a head word, at most `LONGEST` words; `short` leaves out what follows the head."""
    start, end = _start(head), head.i + 1
    if not short:
        end = _end(head, head.i + 1)
        end = max(end, *(named.span.end for named in names.over(head, _LABELS)), head.i + 1)
    start = max(start, end - LONGEST) if start < head.i else start
    return head.doc[min(start, head.i) : max(min(end, start + LONGEST), head.i + 1)]


_LABELS = ("ORGANIZATION", "FACILITY", "PRODUCT", "LAW", "AWARD", "MONEY", "PERCENT", "EVENT", "WORK_OF_ART")


def _start(head: Token) -> int:
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in LEFT or child.right_edge.i != start - 1:
            break
        start = child.left_edge.i
    return start


def _end(head: Token, end: int) -> int:
    """The right edge, through dependents that follow without a gap; clauses and conjuncts stay outside."""
    for child in head.rights:
        if child.dep_ not in RIGHT or child.left_edge.i != end:
            break
        end = _end(child, child.i + 1)
    return end
