"""Who else a sentence names that might play a role, beside those whom grammar has found.

«Орлов, как сообщил Ткач, встретился с Сомовым»: Ткач is a candidate for the participants, and a poor one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from nlp.events.conditions import Trigger
from nlp.events.filler import Filled, Filler
from nlp.events.fillers import filler_at
from nlp.events.names import WHOLES, Names


class Candidate(NamedTuple):
    """One filler for one role; `chosen` when grammar has put it there."""

    role: str
    filler: Filler
    chosen: bool


def candidates(names: Names, trigger: Trigger, filled: Filled) -> list[Candidate]:
    """Those that grammar has chosen, and every name of the sentence with a label of the role that plays none."""
    found: list[Candidate] = []
    taken = {trigger.token.i, *(token.i for fillers in filled.values() for each in fillers for token in each.span)}
    for role, fillers in filled.items():
        found += [Candidate(role, each, chosen=True) for each in fillers]
        entities = {each.entity for each in fillers} - {None}
        others = (each for each in _others(names, trigger, role, taken) if each.entity not in entities)
        found += [Candidate(role, each, chosen=False) for each in dict.fromkeys(others)]
    return found


def _others(names: Names, trigger: Trigger, role: str, taken: set[int]) -> Iterator[Filler]:
    asked, sentence = trigger.frame.role(trigger.sense, role), trigger.token.sent
    for named in names.within(sentence.start, sentence.end, asked.labels):
        if names.is_inner(named, WHOLES) or _touches(named.span, taken):
            continue
        filler = filler_at(names, named.span.root, asked)
        if filler is not None and not _touches(filler.span, taken):
            yield filler


def _touches(span: Iterable[Token], taken: set[int]) -> bool:
    return any(token.i in taken for token in span)
