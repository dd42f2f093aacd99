"""Which mentions of organisations are one: a list of rules, the sure ones first, the hopeful ones only when unique.

«Шанхайская организация сотрудничества (ШОС)» introduces «ШОС»; «Министерство связи и информатизации» is the document's
only «Министерство связи и информатизации Республики Беларусь», unless there are two.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations

from nlp.entities.org_forms import OrgForm
from nlp.entities.org_rules import RULES, Rule, introduces

Group = list[OrgForm]


def identify(forms: Sequence[OrgForm]) -> list[Group]:
    """The forms in groups, one an organisation, each group and the list in the order of the text."""
    groups = _by_key(forms)
    groups = _introduced(groups)
    for rule in RULES:
        groups = _merge(groups, rule)
    return sorted((sorted(group, key=_index) for group in groups), key=_first)


def _by_key(forms: Sequence[OrgForm]) -> list[Group]:
    groups: dict[tuple[object, ...], Group] = {}
    for form in forms:
        groups.setdefault((form.key, form.country), []).append(form)
    return list(groups.values())


def _introduced(groups: list[Group]) -> list[Group]:
    """Join what a bracket joins: the pairs are neighbours in the text."""
    forms = sorted((form for group in groups for form in group), key=_index)
    owner = {form.index: number for number, group in enumerate(groups) for form in group}
    joined = dict(enumerate(groups))
    for place, left in enumerate(forms):
        right = next((form for form in forms[place + 1 : place + 6] if form.span.start >= left.name.end), None)
        if right is None or owner[left.index] == owner[right.index] or not introduces(left, right):
            continue
        moved = joined.pop(owner[right.index])
        joined[owner[left.index]] = [*joined[owner[left.index]], *moved]
        owner |= dict.fromkeys((form.index for form in moved), owner[left.index])
    return [joined[number] for number in dict.fromkeys(owner[form.index] for form in forms)]


def _merge(groups: list[Group], rule: Rule) -> list[Group]:
    """Give every group that the rule finds shorter to the one that it finds fuller, if all such are one by the rule."""
    kinds = [Candidate(_distinct(group)) for group in groups]
    offered: dict[Hashable, list[int]] = {}
    for number, full in enumerate(kinds):
        for key in {key for form in full.forms for key in rule.offers(form)}:
            offered.setdefault(key, []).append(number)
    target: dict[int, int] = {}
    for number, short in enumerate(kinds):
        asked = {key for form in short.forms for key in rule.asks(form)}
        others = {other for key in asked for other in offered.get(key, ()) if other != number}
        fuller = [other for other in others if short.fits(kinds[other], rule)]
        if fuller and _alike([kinds[other] for other in fuller], rule):
            target[number] = max((kinds[other].length, -other, other) for other in fuller)[-1]
    return _moved(groups, target) if target else groups


def _alike(fuller: Sequence[Candidate], rule: Rule) -> bool:
    """«Партия «Волна»» and «Оппозиционная партия «Волна»», of either of which «Волна» may be short, are one."""
    return all(one.fits(two, rule) or two.fits(one, rule) for one, two in combinations(fuller, 2))


def _moved(groups: list[Group], target: Mapping[int, int]) -> list[Group]:
    merged: dict[int, Group] = {}
    for number, group in enumerate(groups):
        merged.setdefault(_end(number, target), []).extend(group)
    return list(merged.values())


class Candidate:
    """The different forms of a group, and their countries."""

    def __init__(self, forms: Sequence[OrgForm]) -> None:
        self.forms = forms
        self.countries = {form.country for form in forms} - {None}
        self.length = max(form.length for form in forms)

    def fits(self, full: Candidate, rule: Rule) -> bool:
        """Whether the rule finds a form of this group to be short for one of the other, and their countries agree."""
        if self.countries and full.countries and self.countries != full.countries:
            return False
        return any(rule.shortens(one, two) for one in self.forms for two in full.forms)


def _distinct(group: Group) -> list[OrgForm]:
    return list({form.key: form for form in group}.values())


def _end(number: int, target: Mapping[int, int]) -> int:
    seen = {number}
    while number in target and target[number] not in seen:
        number = target[number]
        seen.add(number)
    return min(seen) if number in target else number


def _index(form: OrgForm) -> int:
    return form.index


def _first(group: Group) -> int:
    return group[0].index
