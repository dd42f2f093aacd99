"""What may stand together: named policies for proposals that overlap, each with the reason it gives.

same extent      «Спартак» ORGANIZATION and EVENT       the one with the higher score stays
same label       «МИД», «МИД России»                    the longer; a post keeps its title, a body its inner bodies
crossing         «банк «Юг»», «Юг» России»              the one with the higher score stays
nested           CITY in PERSON, EVENT opening a body   the inner goes where no name is meant
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

TITLED = "pattern/post-of"
INNER_STAY = frozenset({"ORGANIZATION", "LAW", "AWARD"})
"""Labels whose mentions may hold another of the same label, unless both begin at the same word."""
WHOLE = frozenset({"pattern/form", "pattern/rank"})
"""Rules whose mentions hold no body: «ОАО «Торговый дом «Север»»», «генерал-майор полиции»."""
LOCAL = frozenset({"CITY", "COUNTRY", "STATE_OR_PROVINCE", "DISTRICT", "LOCATION"})
COUNTS = ("NUMBER", "ORDINAL")
CLOSED = {
    "PERSON": ("ORDINAL",),
    **dict.fromkeys(("DATE", "TIME", "AGE", "PERCENT"), (*COUNTS, "DATE", "EVENT")),
    "MONEY": (*COUNTS, "COUNTRY"),
}
"""Labels that hold no other labels than these: «Бенедикт XVI», «5 млн долларов США»."""


class Proposal(NamedTuple):
    """A candidate: words `start` to `end`, label, rule, score."""

    start: int
    end: int
    label: str
    rule: str
    score: float

    def holds(self, other: Proposal) -> bool:
        """Does it contain the other, or cover the same words?"""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Proposal) -> bool:
        """Do they share a word?"""
        return self.start < other.end and other.start < self.end


Dropped = tuple[Proposal, str]
Policy = Callable[[Proposal, Proposal], bool]


def settle(proposals: Sequence[Proposal]) -> tuple[list[Proposal], list[Dropped]]:
    """Which proposals stay, by (start, -end), and which go, each with its reason."""
    kept, dropped = list(dict.fromkeys(sorted(proposals, key=by_place))), []
    for reason, loses in POLICIES:
        losers = _losers(kept, loses)
        dropped += [(loser, f"{reason} {winner.label} by {winner.rule}") for loser, winner in losers.items()]
        kept = [proposal for proposal in kept if proposal not in losers]
    return kept, sorted(dropped, key=_dropped_order)


def _losers(proposals: list[Proposal], loses: Policy) -> dict[Proposal, Proposal]:
    """Every proposal that loses to another, with the first that beats it; what has lost beats nobody."""
    lost: dict[Proposal, Proposal] = {}
    for one, other in meeting(proposals):
        for loser, winner in ((one, other), (other, one)):
            if loser not in lost and winner not in lost and loses(loser, winner):
                lost[loser] = winner
    return lost


def meeting(proposals: Sequence[Proposal]) -> Iterator[tuple[Proposal, Proposal]]:
    """Every pair that shares a word, in one sweep over proposals sorted by start."""
    open_ones: list[Proposal] = []
    for proposal in proposals:
        open_ones = [each for each in open_ones if each.end > proposal.start]
        yield from ((each, proposal) for each in open_ones)
        open_ones.append(proposal)


def same_extent(loser: Proposal, winner: Proposal) -> bool:
    """The same words: the higher score stays, then the rule first by name."""
    same = (loser.start, loser.end) == (winner.start, winner.end)
    return same and _rank(loser) < _rank(winner)


def same_label(loser: Proposal, winner: Proposal) -> bool:
    """Within one label the longer stays, except titles of posts and bodies inside bodies."""
    if loser.label != winner.label or loser == winner or not winner.holds(loser):
        return False
    if loser.label == "PROFESSION":
        return not (winner.rule == TITLED and loser.rule != TITLED and loser.start == winner.start)
    return loser.label not in INNER_STAY or loser.start == winner.start or winner.rule in WHOLE


def crossing(loser: Proposal, winner: Proposal) -> bool:
    """Neither contains the other: the higher score stays, then the longer."""
    apart = loser.holds(winner) or winner.holds(loser)
    return not apart and loser.meets(winner) and _rank(loser) < _rank(winner)


def nested(loser: Proposal, winner: Proposal) -> bool:
    """Inside another label: what names nothing there goes."""
    if loser.label == winner.label or not winner.holds(loser):
        return False
    if winner.label in CLOSED:
        return loser.label not in CLOSED[winner.label]
    if winner.rule in WHOLE and loser.label == "ORGANIZATION":
        return True
    if winner.label in LOCAL:
        return loser.label in LOCAL and (loser.start == winner.start or winner.label == "COUNTRY")
    guessed = loser.rule == "ner" and loser.label in LOCAL
    if winner.label == "ORGANIZATION":
        return loser.label in ("PROFESSION", "EVENT", "LAW") or (guessed and loser.start == winner.start)
    return (winner.label, loser.label) == ("LAW", "EVENT") or (winner.label == "FACILITY" and guessed)


def _rank(proposal: Proposal) -> tuple[float, int, str]:
    return proposal.score, proposal.end - proposal.start, proposal.rule


def by_place(proposal: Proposal) -> tuple[int, int, str, str]:
    """The order of the text: what begins first, the longer of two that begin together."""
    return proposal.start, -proposal.end, proposal.label, proposal.rule


def _dropped_order(dropped: Dropped) -> tuple[int, int, str, str]:
    return by_place(dropped[0])


POLICIES: tuple[tuple[str, Policy], ...] = (
    ("the same words are", same_extent),
    ("longer", same_label),
    ("crosses a surer", crossing),
    ("inside", nested),
)
