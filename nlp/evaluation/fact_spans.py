"""factRuEval's first track: objects as sets of tokens, weighted by what names them.

«мэрии Москвы»: «Москвы» weighs 1 and «мэрии» nothing, so that finding the name alone is right. An object without a
name, or one inside another, is not asked for; finding it does no harm. Pairs share a tag, the largest overlap first.
Paper: Starostin et al., FactRuEval 2016: Evaluation of Named Entity Recognition and Fact Extraction Systems for
Russian, 2016.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from nlp.evaluation.labels import Extent
from nlp.evaluation.scores import Score

NAMING = {
    "PER": {"name", "patronymic", "surname", "nickname"},
    "LOC": {"loc_name", "org_name"},
    "ORG": {"loc_name", "org_name"},
}
OUTER = {"PER": {"LOC", "ORG"}, "LOC": {"LOC", "ORG"}, "ORG": {"ORG"}}
"""Which objects take one of the tag into themselves."""


class Token(NamedTuple):
    """A word or mark of the corpus, half-open."""

    start: int
    end: int
    text: str


class Thing(NamedTuple):
    """An object: its tokens by number, and those of them that name it."""

    tag: str
    tokens: frozenset[int]
    naming: frozenset[int]


def thing(extent: Extent, tokens: Sequence[Token]) -> Thing:
    """What was found, as the corpus's tokens; marks beside words are no part of it."""
    inside = frozenset(
        number
        for number, token in enumerate(tokens)
        if extent.start <= token.start and token.end <= extent.end and not _leans(number, tokens)
    )
    return Thing(extent.label, inside, inside)


def is_mark(token: Token) -> bool:
    """A single character that is no letter."""
    return len(token.text) == 1 and not token.text.isalpha()


def _leans(number: int, tokens: Sequence[Token]) -> bool:
    """A mark without a blank on both sides."""
    own = tokens[number]
    before = number > 0 and tokens[number - 1].end == own.start
    return is_mark(own) and (before or (number + 1 < len(tokens) and tokens[number + 1].start == own.end))


def compare(gold: Sequence[Thing], found: Sequence[Thing]) -> dict[str, Score]:
    """One document's scores by tag: the sum of the pairs' qualities, and how many objects count on either side."""
    partner = _partners(gold, found)
    asked = {i for i in range(len(gold)) if _asked(i, gold, partner)}
    passed = {j for i, j in partner.items() if i not in asked}
    return {
        tag: Score(
            sum(_quality(gold[i], found[j]) for i, j in partner.items() if i in asked and gold[i].tag == tag),
            sum(each.tag == tag for j, each in enumerate(found) if j not in passed),
            sum(gold[i].tag == tag for i in asked),
        )
        for tag in NAMING
    }


def add(totals: dict[str, Score], more: dict[str, Score]) -> dict[str, Score]:
    """Both together, by tag."""
    return {tag: Score(*map(sum, zip(totals[tag], more[tag], strict=True))) for tag in totals}


def _partners(gold: Sequence[Thing], found: Sequence[Thing]) -> dict[int, int]:
    possible = sorted(
        ((_overlap(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found) if _overlap(g, f)),
        reverse=True,
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in possible:
        if -i not in partner and -j not in taken:
            partner[-i] = -j
            taken.add(-j)
    return partner


def _overlap(gold: Thing, found: Thing) -> float:
    if gold.tag != found.tag or not gold.tokens & found.tokens:
        return 0.0
    return len(gold.tokens & found.tokens) / len(gold.tokens | found.tokens)


def _quality(gold: Thing, found: Thing) -> float:
    """How much of the naming tokens was found, and nothing else: 0–1."""
    return len(gold.naming & found.tokens) / (len(gold.naming) + len(found.tokens - gold.tokens))


def _asked(index: int, gold: Sequence[Thing], partner: dict[int, int]) -> bool:
    """A place or person on the tokens of a body counts when it alone was found; of two bodies one counts."""
    own = gold[index]
    if not own.naming or any(own.tokens < each.tokens and each.tag in OUTER[own.tag] for each in gold):
        return False
    twins = [i for i, each in enumerate(gold) if i != index and _twin(own, each)]
    for twin in twins:
        if (twin in partner) != (index in partner):
            return index in partner
        if gold[twin].tag != own.tag:
            return own.tag == "ORG"
        return index < twin
    return True


def _twin(own: Thing, other: Thing) -> bool:
    return own.tokens == other.tokens and other.tag in OUTER[own.tag] | {own.tag}


def total(scores: Iterable[Score]) -> Score:
    """The sum of all tags."""
    return Score(*map(sum, zip(*scores, strict=True)))
