"""What an analyst's labels find beside everything else: which of two that meet stands.

not confirmed   a label that was taught, proposed by others alone    goes: the analyst's head decides on it
same mention    «16 июня» DATE, dates/day                            the rule's, which has a value; not the model's
same words      «Вектор» ORGANIZATION, SUPPLIER                      both; of two labels of NEREL's the head's
crossing        «закупка серверов», «серверов МИД»                   the head's, but for rules that know better
nested          TENDER with MONEY in it                              both; two labels of NEREL's as between rules
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from nlp.mentions.overlap import Dropped, Proposal, by_place, meeting, nested
from nlp.mentions.spans.weigh import RULE, SURE
from nlp.schema import LABELS, OWN_RULE

Place = tuple[int, int, str]


def unconfirmed(others: Sequence[Proposal], own: Sequence[Proposal], taught: Collection[str]) -> list[Dropped]:
    """What others propose under a taught label and the head has not found; of the model's, also what it has."""
    found = {_place(each) for each in own}
    return [
        (each, "the same mention is found by own" if _place(each) in found else "not confirmed by own")
        for each in others
        if each.label in taught and (_place(each) not in found or each.rule == RULE)
    ]


def prevail(own: Sequence[Proposal], kept: Sequence[Proposal]) -> tuple[list[Proposal], list[Dropped]]:
    """Who stays, in the order of the text, and who goes; each list agrees in itself."""
    every = sorted({*own, *kept}, key=by_place)
    lost: dict[Proposal, str] = {}
    for mine, other in _pairs(every):
        if reason := _gives_way(mine, other):
            lost.setdefault(mine, f"{reason} {other.label} by {other.rule}")
    for mine, other in _pairs(every):
        if mine not in lost and (reason := _beats(mine, other)):
            lost.setdefault(other, f"{reason} {mine.label} by {mine.rule}")
    return [each for each in every if each not in lost], list(lost.items())


def _pairs(every: Sequence[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    """One of the head's and one of another rule's that share a word."""
    for one, other in meeting(every):
        if (one.rule == OWN_RULE) != (other.rule == OWN_RULE):
            yield (one, other) if one.rule == OWN_RULE else (other, one)


def _gives_way(mine: Proposal, other: Proposal) -> str | None:
    if _place(mine) == _place(other):
        return "the same mention is"
    return "meets a surer" if _cross(mine, other) and other.rule.startswith(SURE) else None


def _beats(mine: Proposal, other: Proposal) -> str | None:
    if _cross(mine, other):
        return "meets a surer"
    if not {mine.label, other.label} <= LABELS:
        return None
    if (mine.start, mine.end) == (other.start, other.end):
        return "the same words are"
    return "inside" if nested(other, mine) else None


def _cross(one: Proposal, other: Proposal) -> bool:
    return not (one.holds(other) or other.holds(one))


def _place(proposal: Proposal) -> Place:
    return proposal.start, proposal.end, proposal.label
