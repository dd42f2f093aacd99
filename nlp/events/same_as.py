"""Which events tell an earlier one again: same type, nothing that contradicts, something in common or nothing new.

«Губернатор подал в отставку» of a title and «Пётр Орлов подал в отставку с поста губернатора» below it are one event.
"""

from __future__ import annotations

from typing import NamedTuple

from nlp.events.inventory import Inventory
from nlp.events.tellings import agree, compatible
from nlp.schema import Event


def linked(events: list[Event], inventory: Inventory) -> list[str | None]:
    """For each event the id of the first earlier one that it repeats."""
    first: list[str | None] = []
    for number, event in enumerate(events):
        frame = inventory.frames.get(event.type)
        rule = Rule(inventory.same(event.type), frame.loose if frame is not None else ())
        groups: dict[str, list[Event]] = {}
        for each, before in zip(events[:number], first, strict=True):
            groups.setdefault(before or each.id, []).append(each)
        first.append(_earlier(list(groups.values()), events[:number], event, rule))
    return first


class Rule(NamedTuple):
    """Roles that two tellings must both have, and roles that may be told otherwise."""

    wanted: tuple[str, ...]
    loose: tuple[str, ...]


def _earlier(groups: list[list[Event]], told: list[Event], event: Event, rule: Rule) -> str | None:
    """The first that the event repeats; «по итогам переговоров» says nothing itself and takes up the last ones."""
    if _is_bare(event):
        found = next((each for each in reversed(told) if _may_be(each, event) and _both_happened(each, event)), None)
        return next((group[0].id for group in groups if found in group), None)
    same = (group for group in groups if _fits(group, event, rule) and any(_same(one, event, rule) for one in group))
    announced = _announced(told, event)
    return next((group[0].id for group in same), None) or (announced.id if announced is not None else None)


def _fits(group: list[Event], event: Event, rule: Rule) -> bool:
    """Whether nothing in any telling contradicts."""
    return all(_may_join(one, event, rule) for one in group)


def _may_join(one: Event, event: Event, rule: Rule) -> bool:
    """«назначил А и Б» are two events of one trigger."""
    apart = one.trigger == event.trigger or not _may_be(one, event) or not _dates_agree(one, event)
    return not apart and (_one_document(one, event) or compatible(one, event, rule.loose))


def _both_happened(one: Event, other: Event) -> bool:
    """«график предстоящих встреч» are not those that took place."""
    return (one.status == "actual") == (other.status == "actual")


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


def _same(one: Event, other: Event, rule: Rule) -> bool:
    if _one_document(one, other):
        return _dates_agree(one, other)
    if not _shares(one, other, rule.wanted):
        return False
    return _dates_agree(one, other) and _places_agree(one, other) and agree(one, other, *rule)


def _one_document(one: Event, other: Event) -> bool:
    return one.agreement is not None and one.agreement == other.agreement


def _dates_agree(one: Event, other: Event) -> bool:
    """A day and its month or year agree, and what the text leaves open agrees with anything."""
    if one.date is None or other.date is None:
        return True
    shorter, longer = sorted((one.date.value, other.date.value), key=len)
    if "/" in longer:
        return longer == shorter
    return all(mine == own or "X" in (mine, own) for mine, own in zip(shorter, longer, strict=False))


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
