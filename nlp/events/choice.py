"""Learned scores decide where grammar leaves a choice: who of a sentence fills a role that syntax has left open.

«Ткач, как и Орлова, подписал договор»: both are names, and one signed. Grammar proposes first, and whom it proposes
goes when he is very unlikely. A name that it has passed over, when it is likelier than not, takes a role that nobody
fills or somebody less likely does, and joins others where several may.
"""

from __future__ import annotations

from collections.abc import Sequence

from nlp.events.candidates import Candidate, candidates
from nlp.events.conditions import Trigger
from nlp.events.filler import Filled, Filler
from nlp.events.frames import Role
from nlp.events.likeness import features
from nlp.events.names import Names
from nlp.events.weights import Weights

DOUBTED, LIKELY, CLEARER = 0.2, 0.5, 0.1
"""Below which chance a filler of grammar goes, from which on another comes, and by how much it must be likelier to take
the place of the one that grammar has found. Five folds of the documents learned from are flat around the first two."""

Scored = tuple[float, Candidate]


def chosen(weights: Weights, names: Names, trigger: Trigger, filled: Filled) -> Filled:
    """The fillers of every role after the learned scores; those of grammar for a type that nothing was learned of."""
    if trigger.frame.type not in weights.types:
        return filled
    found = candidates(names, trigger, filled)
    scored = [(weights.chance(features(trigger, each, found)), each) for each in found]
    others = _one_role_each(scored)
    kept = [(chance, each) for chance, each in scored if each.chosen and chance >= DOUBTED]
    return {name: _best(trigger.frame.role(trigger.sense, name), _of(name, kept), _of(name, others)) for name in filled}


def _one_role_each(scored: Sequence[Scored]) -> list[Scored]:
    """Those that grammar has passed over and that are likely, the likeliest first, each in its likeliest role."""
    likely = [(chance, each) for chance, each in scored if not each.chosen and chance >= LIKELY]
    best: dict[tuple[int, int], Scored] = {}
    for chance, each in sorted(likely, key=_first):
        best.setdefault((each.filler.span.start, each.filler.span.end), (chance, each))
    return list(best.values())


def _best(role: Role, kept: Sequence[Scored], others: Sequence[Scored]) -> list[Filler]:
    if role.for_several:
        return [each.filler for _, each in (*kept, *others)]
    surest = max((chance for chance, _ in kept), default=0.0)
    if others and (not kept or others[0][0] > surest + CLEARER):
        return [others[0][1].filler]
    return [each.filler for _, each in kept]


def _of(role: str, scored: Sequence[Scored]) -> list[Scored]:
    return [(chance, each) for chance, each in scored if each.role == role]


def _first(scored: Scored) -> tuple[float, int]:
    return -scored[0], scored[1].filler.span.start
