"""The component `letopis_mentions`: which proposals stand.

doc.spans["candidates"] → doc.spans["mentions"] (nested as in NEREL), doc.spans["dropped"] with doc._.reasons, doc.ents
(flat PER, LOC, ORG). «Павла Ткача» stays, «Справочно» goes: not a name: heading word.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document
from nlp.mentions import scratch
from nlp.mentions.overlap import Dropped, Proposal, settle
from nlp.mentions.own.prevail import prevail, unconfirmed
from nlp.mentions.spans.weigh import RULE, weigh
from nlp.schema import OWN_RULE

NAME = "letopis_mentions"
COARSE = {
    "PERSON": "PER",
    "ORGANIZATION": "ORG",
    "COUNTRY": "LOC",
    "STATE_OR_PROVINCE": "LOC",
    "CITY": "LOC",
    "DISTRICT": "LOC",
    "LOCATION": "LOC",
    "FACILITY": "LOC",
}


class Mentions:
    """Settles the rules among themselves, weighs them against the span model; what an analyst taught comes last."""

    def __call__(self, doc: Doc) -> Doc:
        """Needs the proposals of the matchers; takes their scratch away."""
        proposals = [_proposal(span) for span in doc.spans.get(document.CANDIDATES, ())]
        kept, dropped = stand(proposals, scratch.taught(doc))
        refused = [(Proposal(start, end, label, rule, 0.0), why) for start, end, label, rule, why in scratch.clear(doc)]
        losers = sorted([*dropped, *refused], key=_by_place)
        doc.spans[document.DROPPED] = [_span(doc, each) for each, _ in losers]
        doc.spans[document.MENTIONS] = [_span(doc, each) for each in kept]  # last: scores are shared by extent
        doc._.reasons = [reason for _, reason in losers]
        doc.spans.pop(document.CANDIDATES, None)
        doc.ents = _coarse(doc, kept)
        return doc


def stand(proposals: Sequence[Proposal], taught: frozenset[str]) -> tuple[list[Proposal], list[Dropped]]:
    """Which proposals stay and which go, each with its reason; `taught` are the labels on which «own» decides."""
    every = list(dict.fromkeys(proposals))
    own = [each for each in every if each.rule == OWN_RULE]
    denied = unconfirmed([each for each in every if each.rule != OWN_RULE], own, taught)
    gone = {*own, *(loser for loser, _ in denied)}
    learned = [each for each in every if each.rule == RULE]
    standing, dropped = settle([each for each in every if each.rule != RULE and each not in gone])
    weighed: list[Dropped] = []
    if learned:  # without the model all rules stay
        standing, weighed = weigh([each for each in learned if each not in gone], standing)
    kept, beaten = prevail(own, standing)
    return kept, [*denied, *dropped, *weighed, *beaten]


def _proposal(span: Span) -> Proposal:
    return Proposal(span.start, span.end, span.label_, span.id_, scratch.score(span))


def _span(doc: Doc, proposal: Proposal) -> Span:
    span = Span(doc, proposal.start, proposal.end, label=proposal.label)
    span.id_ = proposal.rule
    span._.score = proposal.score
    return span


def _coarse(doc: Doc, kept: list[Proposal]) -> list[Span]:
    """The outermost people, places and bodies, each word in one of them at most; adjectives are no names here."""
    flat: list[Span] = []
    for each in kept:
        label = COARSE.get(each.label)
        if label and not each.rule.endswith("-adjective") and (not flat or each.start >= flat[-1].end):
            flat.append(Span(doc, each.start, each.end, label=label))
    return flat


def _by_place(loser: tuple[Proposal, str]) -> tuple[int, int, str]:
    return loser[0].start, -loser[0].end, loser[1]


@Language.factory(
    NAME,
    requires=["doc.spans"],
    assigns=["doc.spans", "doc.ents", "doc._.reasons"],
)
def make_mentions(nlp: Language, name: str) -> Mentions:
    """The policies are code, so the component has nothing to save."""
    return Mentions()
