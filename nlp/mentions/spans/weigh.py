"""What the span model found beside what the rules found: which of two that meet stands.

    same mention    «Минск» CITY, lexicon/city          the rule's, which can say why
    dated           «в мае 2017 года», «мае 2017 года»  the rule's, which has a value
    clash           the same words, or crossing ones    the rules', but for what slovnet's names say
    other extent    «советниками», «советниками МИД»    the rules', with the same exception
    nested          EVENT in an ORGANIZATION            as between rules

A guess of the model's, less likely than not, gives way to a name of slovnet's under another label. What only slovnet's
names say, the model having read the same words, does not stand; but a body that the model has begun later keeps its
first word: «Банк «Югра»».
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from nlp.mentions.overlap import Dropped, Proposal, nested, same_label

RULE = "spans"
SURE = ("lexicon/", "dates/", "amounts/", "pattern/", "names/adjoined")
"""Beginnings of the names of rules that know better than the model."""
TITLED = frozenset({"EVENT", "LAW"})
"""Labels whose long titles the rules read better."""
TO_CONFIRM = "ner"
"""The rule whose proposals need the model's consent."""
TIMED = frozenset({"DATE", "TIME"})
GUESS = 0.5
"""Probability below which the model has no say against a name of slovnet's: «Волна» as a work of art."""
Place = tuple[int, int, str]
Verdict = tuple[Proposal, Proposal, str]
"""Loser, winner, reason."""


def weigh(learned: Sequence[Proposal], ruled: Sequence[Proposal]) -> tuple[list[Proposal], list[Dropped]]:
    """Who stays and who goes, each with its reason; each list agrees in itself."""
    said = {_place(each) for each in learned}
    ending = _ending(learned)
    named = [each for each in ruled if each.rule == TO_CONFIRM]
    guesses = [(own, other) for own, other in _meeting(learned, named) if _guessed(own, other)]
    kept = {other for _, other in guesses}
    doubtful = [
        each for each in named if each not in kept and not _confirmed(each, ending.get((each.label, each.end), ()))
    ]
    lost = dict.fromkeys(doubtful, "not confirmed by spans")
    lost |= {own: f"a guess against {other.label} by {other.rule}" for own, other in guesses}
    rest = [[each for each in one if each not in lost] for one in (learned, ruled)]
    for own, other in _meeting(*rest):
        verdict = _verdict(own, other, said)
        if verdict:
            loser, winner, reason = verdict
            lost.setdefault(loser, f"{reason} {winner.label} by {winner.rule}")
    return sorted((each for each in (*learned, *ruled) if each not in lost), key=_order), list(lost.items())


def _guessed(own: Proposal, other: Proposal) -> bool:
    """A guess is about the same words or more, or other ones besides: in «Седовым ремонт» «Седовым» is none."""
    inside = other.holds(own) and (own.start, own.end) != (other.start, other.end)
    return own.score < GUESS and own.label != other.label and not inside


def _ending(learned: Sequence[Proposal]) -> dict[tuple[str, int], list[Proposal]]:
    """The model's mentions by label and last word."""
    found: dict[tuple[str, int], list[Proposal]] = defaultdict(list)
    for each in learned:
        found[each.label, each.end].append(each)
    return found


def _confirmed(named: Proposal, near: Sequence[Proposal]) -> bool:
    """Has the model found it as well, or the end of it: «Югра» of «Банк «Югра»»?"""
    body = named.label == "ORGANIZATION"
    return any(each.start == named.start or (body and named.holds(each)) for each in near)


def _verdict(own: Proposal, other: Proposal, said: set[Place]) -> Verdict | None:
    """The first policy that applies to a mention of the model and one of a rule; `None` when both may stand."""
    sure = other.rule.startswith(SURE)
    if _place(own) == _place(other):
        return own, other, "the same mention is"
    if own.label in TIMED and other.label in TIMED and sure:
        return own, other, "read in it is a"
    if (own.start, own.end) == (other.start, other.end) or not (own.holds(other) or other.holds(own)):
        return (own, other, "meets a surer") if sure else (other, own, "meets a surer")
    if own.label == other.label:
        return _one_label(own, other, sure, _place(other) in said)
    return _nested(own, other, sure)


def _one_label(own: Proposal, other: Proposal, sure: bool, confirmed: bool) -> Verdict | None:
    """A body of the network's that the model has begun later keeps its first word."""
    if sure or own.label in TITLED or (other.rule == TO_CONFIRM and not confirmed):
        return own, other, "of another extent is the"
    if confirmed:
        return (own, other, "begins like the") if same_label(own, other) else None
    return other, own, "of another extent is the"


def _nested(own: Proposal, other: Proposal, sure: bool) -> Verdict | None:
    if sure and nested(own, other):
        return own, other, "inside"
    return (other, own, "inside") if not sure and nested(other, own) else None


def _meeting(learned: Sequence[Proposal], ruled: Sequence[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    """Every pair of one from each list that shares a word, in one sweep."""
    open_learned: list[Proposal] = []
    open_ruled: list[Proposal] = []
    for each in sorted({*learned, *ruled}, key=_order):
        open_learned = [one for one in open_learned if one.end > each.start]
        open_ruled = [one for one in open_ruled if one.end > each.start]
        if each.rule == RULE:
            yield from ((each, other) for other in open_ruled)
            open_learned.append(each)
        else:
            yield from ((own, each) for own in open_learned)
            open_ruled.append(each)


def _place(proposal: Proposal) -> Place:
    return proposal.start, proposal.end, proposal.label


def _order(proposal: Proposal) -> tuple[int, int, str, str]:
    return proposal.start, -proposal.end, proposal.label, proposal.rule
