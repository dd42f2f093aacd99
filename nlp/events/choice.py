"""Learned scores decide where grammar leaves a choice: who of a sentence fills a role that syntax has left open.

«Ткач, как и Орлова, подписал договор»: both are names, and one signed. Grammar proposes first; a name that it has
passed over takes a role that nobody fills, or joins others where several may, when it is likelier than not.
"""

from __future__ import annotations

from nlp.events.candidates import Candidate, candidates
from nlp.events.conditions import Trigger
from nlp.events.fillers import Filler
from nlp.events.frames import Role
from nlp.events.likeness import features
from nlp.events.names import Names
from nlp.events.roles import Filled
from nlp.events.weights import Weights

DOUBTED, LIKELY, CLEARER = 0.2, 0.5, 0.1
"""Below which chance a filler of grammar goes, from which on another comes, and by how much it must be likelier to take
the place of the one that grammar has found. Chosen by cross-validation on the documents learned from."""
SEVERAL = 2


def chosen(weights: Weights, names: Names, trigger: Trigger, filled: Filled) -> Filled:
    """The fillers of every role after the learned scores; those of grammar for a type that nothing was learned of."""
    if trigger.frame.type not in weights.types:
        return filled
    scored: dict[str, list[tuple[float, Candidate]]] = {role: [] for role in filled}
    found = candidates(names, trigger, filled)
    for each in found:
        scored[each.role].append((weights.chance(features(trigger, each, found)), each))
    return {name: _best(trigger.frame.role(trigger.sense, name), scored[name]) for name in filled}


def _best(role: Role, scored: list[tuple[float, Candidate]]) -> list[Filler]:
    kept = [(chance, each) for chance, each in scored if each.chosen and chance >= DOUBTED]
    others = sorted(((chance, each) for chance, each in scored if not each.chosen and chance >= LIKELY), key=_first)
    if role.least >= SEVERAL:
        return [each.filler for _, each in (*kept, *others)]
    if not others or not kept:
        return [each.filler for _, each in kept or others[:1]]
    surest = max(chance for chance, _ in kept)
    return [others[0][1].filler] if others[0][0] > surest + CLEARER else [each.filler for _, each in kept]


def _first(scored: tuple[float, Candidate]) -> tuple[float, int]:
    return -scored[0], scored[1].filler.span.start
