"""Which mentions of organisations are one: a list of rules, the sure ones first, the hopeful ones only when unique.

«Шанхайская организация сотрудничества (ШОС)» introduces «ШОС»; «Министерство связи и информатизации» is the document's
only «Министерство связи и информатизации Республики Беларусь», unless there are two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nlp.entities.acronyms import blend, initials, spelled_from
from nlp.entities.heads import head_word, legal_form, neutral, well_known
from nlp.entities.org_forms import OrgForm
from nlp.entities.spans import after, clean_text, letters
from nlp.entities.words import abbreviation, canonical

Group = list[OrgForm]


def identify(forms: Sequence[OrgForm]) -> list[Group]:
    """The forms in groups, one an organisation, each group and the list in the order of the text."""
    groups = _by_key(forms)
    groups = _introduced(groups)
    for rule in RULES:
        groups = _merge(groups, rule)
    return sorted((sorted(group, key=_index) for group in groups), key=_first)


def introduces(left: OrgForm, right: OrgForm) -> bool:
    """Whether the second is put in brackets after the first as its short, or its long, form: «… (далее — Минсвязи)»."""
    between, said_so = _bracket(left, right)
    if not between:
        return False
    one, two = clean_text(left.name), clean_text(right.span)
    if len(letters(right.span)) == 1 and spelled_from(two, one):
        return said_so or abbreviation(two) is not None or blend(two, left.surface)
    return said_so or (left.short and spelled_from(one, two))


def _bracket(left: OrgForm, right: OrgForm) -> tuple[bool, bool]:
    """Whether only an opening bracket stands between two mentions, and whether «далее» does too."""
    doc = left.span.doc
    between = [token for token in doc[left.name.end : right.span.start] if token.pos_ != "SPACE"]
    said = [token.norm_.lower() for token in between if any(letter.isalnum() for letter in token.norm_)]
    marks = "".join(token.norm_ for token in between if token.norm_.lower() not in said)
    closing = after(doc, right.span.end)
    closed = closing is not None and closing.norm_ in {")", ",", ";", "»", '"'}
    told = bool(said) and (said[0].startswith("далее") or said[0].startswith("сокращ"))
    return marks.startswith("(") and closed and (not said or told), told


def _by_key(forms: Sequence[OrgForm]) -> list[Group]:
    groups: dict[tuple[object, ...], Group] = {}
    for form in forms:
        groups.setdefault((form.key, form.country), []).append(form)
    return list(groups.values())


def _introduced(groups: list[Group]) -> list[Group]:
    """Join what a bracket joins: the pairs are neighbours in the text."""
    forms = sorted((form for group in groups for form in group), key=_index)
    owner = {form.index: number for number, group in enumerate(groups) for form in group}
    for place, left in enumerate(forms):
        right = next((form for form in forms[place + 1 : place + 6] if form.span.start >= left.name.end), None)
        if right is not None and owner[left.index] != owner[right.index] and introduces(left, right):
            old, new = owner[right.index], owner[left.index]
            owner = {index: new if number == old else number for index, number in owner.items()}
    joined: dict[int, Group] = {}
    for form in forms:
        joined.setdefault(owner[form.index], []).append(form)
    return list(joined.values())


def _merge(groups: list[Group], rule: Callable[[OrgForm, OrgForm], bool]) -> list[Group]:
    """Give every group that the rule finds shorter to the one group that it finds fuller, if there is just one."""
    target: dict[int, int] = {}
    initials = [frozenset[str]().union(*(form.initials for form in _distinct(group))) for group in groups]
    for number, group in enumerate(groups):
        near = [o for o, letters_ in enumerate(initials) if o != number and not letters_.isdisjoint(initials[number])]
        fuller = [other for other in near if _fits(group, groups[other], rule)]
        if len(fuller) == 1:
            target[number] = fuller[0]
    merged: dict[int, Group] = {}
    for number, group in enumerate(groups):
        merged.setdefault(_end(number, target), []).extend(group)
    return list(merged.values())


def _fits(short: Group, full: Group, rule: Callable[[OrgForm, OrgForm], bool]) -> bool:
    one = {form.country for form in short} - {None}
    two = {form.country for form in full} - {None}
    if one and two and one != two:
        return False
    return any(rule(a, b) for a in _distinct(short) for b in _distinct(full))


def _distinct(group: Group) -> list[OrgForm]:
    return list({form.key: form for form in group}.values())


def _end(number: int, target: dict[int, int]) -> int:
    seen = {number}
    while number in target and target[number] not in seen:
        number = target[number]
        seen.add(number)
    return min(seen) if number in target else number


def _abbreviates(short: OrgForm, full: OrgForm) -> bool:
    """«МИД» of «Министерство иностранных дел (Франции)», with the country's letter or without: «МИД», «НБРБ»."""
    if not short.short or full.short:
        return False
    letters_of = abbreviation(letters(short.span)[0].norm_) or ""
    everything = full.surface
    bare = everything[: len(full.plain)] if full.country else everything
    return initials(letters_of, everything) or initials(letters_of, bare) or _known_long(letters_of, full)


def _known_long(short: str, full: OrgForm) -> bool:
    known = well_known(short)
    if known is None or known.long is None:
        return False
    return tuple(map(canonical, known.long.split())) == tuple(map(canonical, full.surface))


def _blended(short: OrgForm, full: OrgForm) -> bool:
    """«Минсвязи» of «Министерство связи и информатизации»."""
    said = letters(short.span)
    return len(said) == 1 and any(blend(word, full.surface) for word in (said[0].norm_, said[0].lemma_))


def _shortened(short: OrgForm, full: OrgForm) -> bool:
    """The same words without the country: «Минэнерго» of «Минэнерго Беларуси»."""
    return short.country is None and len(short.key) < len(full.key) and short.key == full.plain


def _titled(short: OrgForm, full: OrgForm) -> bool:
    """«Газпром» of «ПАО «Газпром»»: the same title, and what stands before it does not differ."""
    if short.core == full.core or not full.core:
        return bool(full.core) and short.key != full.key and _descriptions_agree(short, full)
    return short.key == full.core and not short.core


def _descriptions_agree(one: OrgForm, two: OrgForm) -> bool:
    first, second = _description(one), _description(two)
    return not first or not second or first <= second or second <= first


def _description(form: OrgForm) -> set[str]:
    said = letters(form.name)[: len(letters(form.name)) - len(form.core)]
    return {canonical(token.norm_) for token in said if not neutral([token])}


def _formless(short: OrgForm, full: OrgForm) -> bool:
    """«Газпром» of «ПАО Газпром»."""
    said = letters(full.name)
    forms = sum(legal_form(token) is not None for token in said[:1])
    return 0 < forms < len(full.key) and short.key == full.key[forms:]


def _described(short: OrgForm, full: OrgForm) -> bool:
    """«Reuters» of «агентство Reuters»: what follows a lower-case head word is a foreign name."""
    said = letters(full.name)
    head = head_word(said[:1])
    foreign = len(said) > 1 and all(token.norm_.isascii() for token in said[1:])
    return foreign and head is not None and said[0].norm_.islower() and short.key == full.key[-len(said) + 1 :]


def _headless(short: OrgForm, full: OrgForm) -> bool:
    """«Министерство» alone of the document's only ministry."""
    said = letters(short.span)
    head = head_word(said)
    return (
        len(said) == 1 and head is not None and head.use != "bare" and len(full.key) > 1 and full.key[0] == short.key[0]
    )


def _index(form: OrgForm) -> int:
    return form.index


def _first(group: Group) -> int:
    return group[0].index


RULES: tuple[Callable[[OrgForm, OrgForm], bool], ...] = (
    _abbreviates,
    _blended,
    _shortened,
    _titled,
    _formless,
    _described,
    _headless,
)
