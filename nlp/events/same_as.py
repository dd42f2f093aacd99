"""Which events tell an earlier one again: same type, nothing that contradicts, something in common or nothing new."""

from __future__ import annotations

from nlp.events.inventory import Inventory
from nlp.schema import Event


def linked(events: list[Event], inventory: Inventory) -> list[str | None]:
    """For each event the id of the first earlier one that it repeats."""
    first: list[str | None] = []
    for number, event in enumerate(events):
        earlier = _earlier(events[:number], event, inventory.same(event.type))
        before = first[events.index(earlier)] if earlier is not None else None
        first.append(before or (earlier.id if earlier is not None else None))
    return first


def _earlier(told: list[Event], event: Event, wanted: tuple[str, ...]) -> Event | None:
    """The first that the event repeats; «по итогам переговоров» says nothing itself and takes up the last ones."""
    if _is_bare(event):
        return next((each for each in reversed(told) if _may_be(each, event)), None)
    same = (each for each in told if _may_be(each, event) and _same(each, event, wanted))
    return next(same, None) or _announced(told, event)


def _announced(told: list[Event], event: Event) -> Event | None:
    """The bare event of a title («Подписан меморандум») that this one is the first to give details of."""
    alike = [each for each in told if _may_be(each, event)]
    title = [each for each in alike if _is_bare(each) and each.sentence.start == told[0].sentence.start]
    return alike[0] if title and len(alike) == 1 and event.sentence.start > title[0].sentence.start else None


def _is_bare(event: Event) -> bool:
    return not event.arguments and event.date is None and event.place is None


def _may_be(one: Event, other: Event) -> bool:
    if one.type != other.type or (one.phase and other.phase and one.phase != other.phase):
        return False
    return "negated" not in (one.status, other.status) or one.status == other.status


def _same(one: Event, other: Event, wanted: tuple[str, ...]) -> bool:
    if one.agreement and one.agreement == other.agreement:
        return _dates_agree(one, other)
    if not _shares(one, other, wanted):
        return False
    return _dates_agree(one, other) and _places_agree(one, other) and _roles_agree(one, other)


def _dates_agree(one: Event, other: Event) -> bool:
    if one.date is None or other.date is None:
        return True
    shorter, longer = sorted((one.date.value, other.date.value), key=len)
    return longer == shorter or (longer.startswith(shorter) and "/" not in longer)


def _places_agree(one: Event, other: Event) -> bool:
    if one.place is None or other.place is None:
        return True
    return one.place.entity is None or one.place.entity == other.place.entity


def _shares(one: Event, other: Event, wanted: tuple[str, ...]) -> bool:
    """The roles, date and place that two tellings of a frame must share are told by both."""
    known = [{argument.role for argument in event.arguments} | _circumstances(event) for event in (one, other)]
    return set(wanted) <= known[0] & known[1]


def _circumstances(event: Event) -> set[str]:
    return {name for name, value in (("date", event.date), ("place", event.place)) if value is not None}


def _roles_agree(one: Event, other: Event) -> bool:
    """No role filled by quite different ones, and as many in common as the poorer telling can have, at least one."""
    ours, theirs = _by_role(one), _by_role(other)
    both = ours.keys() & theirs.keys()
    return bool(both) and all(ours[role] <= theirs[role] or theirs[role] <= ours[role] for role in both)


def _by_role(event: Event) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for argument in event.arguments:
        found.setdefault(argument.role, set()).add(argument.entity or argument.name.lower())
    return {role: frozenset(names) for role, names in found.items()}
