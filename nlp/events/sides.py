"""Who «стороны», «собеседники», «лидеры двух стран» are: those of the last event that had several in one role.

«Ткач встретился с Ли Цяном. Стороны договорились о поставках.» → parties Ткач, Ли Цян.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nlp.events.draft import Draft
from nlp.events.filler import Filler
from nlp.events.frames import SEVERAL
from nlp.events.names import kind
from nlp.events.words import feature, lemma
from nlp.knowledge import lists

BACK = 3
"""How many events back they may have been named."""


def sides() -> frozenset[str]:
    """Plural nouns and pronouns that stand for all who take part: «стороны», «собеседники»."""
    return lists.words("grammar/sides.txt")


def understood(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with the sides of each taken from those before it; nothing else changes."""
    told: list[Draft] = []
    for draft in drafts:
        told.append(replace(draft, filled={role: _meant(draft, role, told) for role in draft.filled}))
    return told


def _meant(draft: Draft, role: str, told: Sequence[Draft]) -> list[Filler]:
    found = draft.filled[role]
    if not draft.trigger.frame.role(draft.trigger.sense, role).for_several or len(found) != 1 or not _all(found[0]):
        return found
    earlier = (several for each in reversed(told[-BACK:]) if (several := _several(each)))
    who = next(earlier, [])
    return [Filler(found[0].span, kind(entity), entity, None) for entity in who] or found


def _all(filler: Filler) -> bool:
    """Whether the words stand for all sides: in the plural, one of the nouns that do, with nobody named by them."""
    root = filler.span.root
    return feature(root, "Number") == "Plur" and lemma(root) in sides()


def _several(draft: Draft) -> list[str]:
    """The entities of a role of equals that has several."""
    for role, found in draft.filled.items():
        entities = list(dict.fromkeys(filler.entity for filler in found if filler.entity))
        if draft.trigger.frame.role(draft.trigger.sense, role).for_several and len(entities) >= SEVERAL:
            return entities
    return []
