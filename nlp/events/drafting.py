"""Triggers become drafts: roles filled, time and place found, what tells no event left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nlp.events.choice import chosen
from nlp.events.conditions import Trigger
from nlp.events.draft import Draft
from nlp.events.filler import Filled
from nlp.events.names import Named, Names, kind
from nlp.events.norms import AGAIN, is_rule, may_be_rule
from nlp.events.roles import complete, fill
from nlp.events.shares import shares
from nlp.events.sides import understood
from nlp.events.status import status
from nlp.events.time_place import date, place
from nlp.events.triggers import triggers
from nlp.events.weights import Weights


def drafts(names: Names, weights: Weights) -> list[Draft]:
    """The events of a document in the order of their triggers."""
    found: list[Draft] = []
    for sentence in names.doc.sents:
        for trigger in triggers(names, sentence):
            if (draft := _draft(names, trigger, weights)) is not None:
                found += _one_each(names, draft)
    return understood(sorted(found, key=_position))


def _draft(names: Names, trigger: Trigger, weights: Weights) -> Draft | None:
    """Grammar alone decides whether an event is told; the learned scores then choose who takes part."""
    filled, near = fill(names, trigger)
    taken = {token.i for found in filled.values() for filler in found for token in filler.span}
    when = date(names, trigger)
    where = place(names, trigger, taken) if trigger.frame.places else None
    day = names.date(when) if when is not None else None
    others = tuple(name for name, value in (("date", day), ("place", where)) if value is not None)
    if not complete(trigger, filled, others) or _is_norm(trigger, filled, None if day is None else day.value, where):
        return None
    return Draft(trigger, *status(trigger), chosen(weights, names, trigger, filled), when, where, near)


def _is_norm(trigger: Trigger, filled: Filled, value: str | None, where: Named | None) -> bool:
    """«порядок назначения судей»; «договор заключается в письменной форме», where nobody known takes part."""
    known = where is not None or _is_anchored(filled, value)
    return is_rule(trigger) or (may_be_rule(trigger, value) and not known)


def _is_anchored(filled: Filled, value: str | None) -> bool:
    """Whether somebody known takes part, or a time of the calendar is told that does not come back."""
    who = any(filler.entity and kind(filler.entity) != "LAW" for found in filled.values() for filler in found)
    return who or (value is not None and not value.startswith(AGAIN) and any(sign.isdigit() for sign in value))


def _one_each(names: Names, draft: Draft) -> Iterator[Draft]:
    """«назначил А и Б» tells two events, where the frame says so of the role."""
    roles = {name: draft.trigger.frame.role(draft.trigger.sense, name) for name in draft.filled}
    several = next((name for name, role in roles.items() if role.each and len(draft.filled[name]) > 1), None)
    if several is None:
        yield draft
        return
    yield from (replace(draft, filled=filled) for filled in shares(names, draft.filled, roles, several))


def _position(draft: Draft) -> int:
    return int(draft.trigger.token.i)
