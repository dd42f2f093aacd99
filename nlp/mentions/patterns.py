"""The component `letopis_patterns`: proposals by the token patterns of `nlp/knowledge/patterns`.

«Министерством связи и информатизации Республики Беларусь» → ORGANIZATION by pattern/ministry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document
from nlp.mentions import scratch
from nlp.mentions.board import HELD, Board
from nlp.mentions.gazetteer import Entry, Hit
from nlp.mentions.rulebook import Rule, rulebook
from nlp.mentions.terms import head_words
from nlp.mentions.view import View

NAME = "letopis_patterns"
Found = tuple[int, int, Rule]


class Patterns:
    """Runs the files of patterns one after another, each from where its anchors stand."""

    def __call__(self, doc: Doc) -> Doc:
        """Needs the proposals of `letopis_names`."""
        view = View(doc)
        board = _board(view)
        for index in _indexes():
            found = _best(_matches(board, index))
            for start, end, rule in found:
                board.mention(rule.label, start, end)
            document.propose(doc, [view.span(start, end, r.label, r.name, r.score) for start, end, r in found])
        return doc


def _board(view: View) -> Board:
    """List items and what the names component proposed."""
    board = Board(view)
    items = scratch.kept(view.doc)
    found = head_words().find(view) if items is None else (Hit(s, e, Entry(item, kind)) for s, e, item, kind in items)
    named = {place for span in view.doc.spans.get(document.CANDIDATES, ()) if span.label_ == "PERSON"
             for place in range(*view.positions(span))}  # fmt: skip
    board.items(hit for hit in found if not (hit.entry.kind.startswith(HELD) and hit.start in named))
    for span in view.doc.spans.get(document.CANDIDATES, ()):
        start, end = view.positions(span)
        if start < end:
            for label in _labels(span):
                board.mention(label, start, end)
    return board


def _labels(span: Span) -> list[str]:
    """«российский» is a COUNTRY.adjective and no COUNTRY; «МИД» an ORGANIZATION and an ORGANIZATION.ministry."""
    kind = span.id_.removeprefix("lexicon/")
    if kind.endswith("-adjective"):
        return [f"{span.label_}.adjective", "ADJECTIVE"]
    return [span.label_, f"{span.label_}.{kind}"]


@lru_cache(maxsize=1)
def _indexes() -> tuple[dict[str, list[Rule]], ...]:
    """For every file its rules by anchor."""
    return tuple(_index(rules) for rules in rulebook())


def _index(rules: tuple[Rule, ...]) -> dict[str, list[Rule]]:
    index: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for anchor in rule.anchors:
            index[anchor].append(rule)
    return dict(index)


def _matches(board: Board, index: dict[str, list[Rule]]) -> Iterator[Found]:
    for kind, rules in index.items():
        for place in board.places(kind):
            for rule in rules:
                yield from _match(board, rule, place)


def _match(board: Board, rule: Rule, place: int) -> Iterator[Found]:
    """The longest match from an anchor, what stands before it included."""
    board.view.enter(place)
    start = place if rule.inside is None else next(rule.inside.ends(board, place), None)
    if start is None or (rule.outside is not None and next(rule.outside.ends(board, start), None) is None):
        return
    for begin in (place,) if rule.lead is None else rule.lead.ends(board, place):
        for end in rule.core.ends(board, begin):
            if rule.after is None or next(rule.after.ends(board, end), None) is not None:
                yield (start if rule.lead is None else begin), end, rule
                return


def _best(found: Iterator[Found]) -> list[Found]:
    """One match a rule and stretch: the longest of those that begin or end together."""
    longest: dict[tuple[str, int], Found] = {}
    for match in found:
        key = match[2].name, match[1]
        if key not in longest or match[0] < longest[key][0]:
            longest[key] = match
    by_start: dict[tuple[str, int], Found] = {}
    for match in longest.values():
        key = match[2].name, match[0]
        if key not in by_start or match[1] > by_start[key][1]:
            by_start[key] = match
    return sorted(by_start.values(), key=_extent)


def _extent(match: Found) -> tuple[int, int]:
    return match[0], -match[1]


@Language.factory(
    NAME,
    requires=["token.pos", "token.morph", "token.lemma", "doc.spans"],
    assigns=["doc.spans"],
)
def make_patterns(nlp: Language, name: str) -> Patterns:
    """The patterns are the process's, so the component has nothing to save."""
    return Patterns()
