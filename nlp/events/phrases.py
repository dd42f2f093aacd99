"""The words of a noun phrase around its head: «крупный пакет акций «Лукойла»»."""

from __future__ import annotations

from spacy.tokens import Span, Token

from nlp.events.names import Names
from nlp.events.words import feature

LEFT = frozenset({"amod", "nummod", "nummod:gov", "nummod:entity", "det", "compound", "advmod", "flat"})
RIGHT = frozenset({"nmod", "appos", "flat", "flat:name", "flat:foreign", "nummod", "compound", "fixed"})
LONGEST = 10


def phrase(head: Token, names: Names, *, short: bool = False) -> Span:
    """The noun phrase of a head word, at most `LONGEST` words; `short` leaves out what follows the head."""
    start, end = _start(head), head.i + 1
    if not short:
        own = (each.span.start for each in names.over(head, _NAMES) if each.span.root.i == head.i)
        start = min(start, *own, head.i)
        end = _end(names, head, head.i + 1)
        end = max(end, *(named.span.end for named in names.over(head, _LABELS)), head.i + 1)
    start = max(start, end - LONGEST) if start < head.i else start
    last = max(min(end, start + LONGEST), head.i + 1)
    return _quoted(head.doc[min(start, head.i) : _whole(names, head.doc[last - 1], last, end)])


def _whole(names: Names, word: Token, last: int, end: int) -> int:
    """A phrase that has grown too long still ends behind the name that it ends in: «доля в «Банке Востока»»."""
    return max((named.span.end for named in names.over(word, _NAMES) if named.span.end <= end), default=last)


def _quoted(span: Span) -> Span:
    """The phrase with the quotation mark that closes it: «акции «Магнита»»."""
    wider = span.doc[span.start : span.end + 1]
    opened = span.text.count("«") > span.text.count("»")
    return wider if opened and wider.text.count("«") == wider.text.count("»") else span


_NAMES = ("PERSON", "ORGANIZATION", "FACILITY", "PRODUCT", "WORK_OF_ART")
_LABELS = ("ORGANIZATION", "FACILITY", "PRODUCT", "LAW", "AWARD", "MONEY", "PERCENT", "EVENT", "WORK_OF_ART")


def _start(head: Token) -> int:
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in LEFT or child.right_edge.i != start - 1:
            break
        start = child.left_edge.i
    return start


def _end(names: Names, head: Token, end: int) -> int:
    """The right edge, through dependents that follow without a gap; clauses, conjuncts and dates stay outside."""
    for child in head.rights:
        if child.dep_ not in RIGHT or child.left_edge.i != end or _is_apart(names, head, child):
            break
        end = _end(names, child, child.i + 1)
    return end


def _is_apart(names: Names, head: Token, child: Token) -> bool:
    """«медалью 12 апреля», «покупка завода «Северсталью»»: a date, or a name in another case than its noun."""
    named = child.dep_ not in ("nmod", "nummod") and feature(child, "Case") not in ("", "Nom", feature(head, "Case"))
    return named or bool(names.over(child, ("DATE",)))
