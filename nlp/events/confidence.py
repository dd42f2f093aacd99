"""How sure an event is: the share of its like that a careful reader would keep, learned from annotated texts.

«подписали договор» with both parties scores higher than a bare «назначения». What is not learned, an event type of an
analyst's own, is scored by what fills its roles.
"""

from __future__ import annotations

from collections.abc import Iterable

from nlp.events.draft import Draft
from nlp.events.weights import Weights
from nlp.events.words import is_passive, is_verb, lemma

NEAR_FACTOR, BARE_FACTOR, BEST = 0.85, 0.8, 0.95
"""Without weights: how much less an event is worth for a role filled by nearness alone, and for no argument at all."""
MANY = 3
LONG, LONGEST = 20, 4
"""Tokens of a sentence are told by the score of them, up to four score: long ones are read worse."""


def score(weights: Weights, draft: Draft) -> float:
    """Between 0 and 1: of a hundred events scored 0.8 about eighty are right."""
    if draft.trigger.frame.type not in weights.types:
        return unlearned(draft)
    return round(weights.chance(features(draft)), 3)


def unlearned(draft: Draft) -> float:
    """The best score, less what nearness and the lack of arguments cost."""
    bare = BARE_FACTOR if not any(draft.filled.values()) else 1.0
    return round(BEST * NEAR_FACTOR ** len(draft.near) * bare, 3)


def features(draft: Draft) -> list[str]:
    """What is known of an event, as words that weights are kept for; each word is told once."""
    trigger, event_type = draft.trigger, draft.trigger.frame.type
    filled = sorted(name for name, found in draft.filled.items() if found)
    named = sum(any(filler.entity for filler in draft.filled[name]) for name in filled)
    form = _form(draft)
    others = [name for name, value in (("date", draft.date), ("place", draft.place)) if value is not None]
    return [
        f"type {event_type}", f"sense {event_type}/{trigger.sense.name}", f"word {event_type}/{lemma(trigger.token)}",
        f"form {form}", f"hangs {trigger.token.dep_} {form}", f"status {draft.status}",
        f"status {event_type} {draft.status}", f"roles {min(len(filled), MANY)}",
        f"roles {event_type} {min(len(filled), MANY)}", f"named {min(named, MANY)}", f"near {min(len(draft.near), 1)}",
        f"long {min(len(trigger.token.sent) // LONG, LONGEST)}",
        *_told("role", (f"{event_type}/{name}" for name in filled)), *_told("with", others),
    ]  # fmt: skip


def _told(kind: str, names: Iterable[str]) -> list[str]:
    return [f"{kind} {name}" for name in names]


def _form(draft: Draft) -> str:
    """Verb or noun, passive, with a light verb."""
    token, support = draft.trigger.token, draft.trigger.support
    passive = is_passive(support) if support is not None else is_verb(token) and is_passive(token)
    parts = ("verb" if is_verb(token) else "noun", "passive" if passive else "", "light" if support is not None else "")
    return "-".join(filter(None, parts))
