"""People: which mentions are one person, and the fullest name the text gives.

Full names are read first; a surname alone then goes to the one person it fits, by form, gender and case. When it fits
two, it stays alone: a wrong merge is worse than a missed one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span

from nlp.entities.name_choice import votes
from nlp.entities.name_forms import readings
from nlp.entities.name_order import initial, pieces
from nlp.entities.names import PersonName
from nlp.entities.nesting import around
from nlp.entities.person_mentions import is_name, name_context, read_person, spoken_gender, written
from nlp.entities.spans import after, before
from nlp.knowledge.dictionary import fold

_NAMED_AFTER = frozenset({"ORGANIZATION", "FACILITY", "AWARD", "CITY", "DISTRICT", "LOCATION"})


@dataclass(slots=True, eq=False)
class PersonGroup:
    """The mentions of one person: (number, span, reading); `full` is the reading with most parts.

    `nominal` are later mentions by post.
    """

    full: PersonName
    named: list[tuple[int, Span, PersonName]]
    nominal: list[int] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The number of the earliest mention."""
        return min(index for index, _, _ in self.named)

    @property
    def fullest(self) -> PersonName:
        """The reading with most parts; among equals the most frequent, then the earliest."""
        counted = Counter(name for _, _, name in self.named)
        most = max(name.parts for name in counted)
        return max((name for name in counted if name.parts == most), key=counted.__getitem__)

    @property
    def gender(self) -> str | None:
        """What the readings and the verbs agree on, `None` when nothing tells."""
        told = [name.gender for _, _, name in self.named if name.gender] + [
            said for _, span, _ in self.named if (said := spoken_gender(span))
        ]
        return max(dict.fromkeys(told), key=told.count) if told else None


def find_people(spans: Sequence[Span]) -> list[PersonGroup]:
    """The people among the mentions, in the order of their first mention."""
    outer = around(spans)
    posts = {span.end: span for span in spans if span.label_ == "PROFESSION"}
    named = [
        (i, span)
        for i, span in enumerate(spans)
        if span.label_ == "PERSON" and is_name(span) and not any(spans[o].label_ in _NAMED_AFTER for o in outer[i])
    ]
    counted = votes([piece for _, span in named for piece in pieces(written(span)) if not initial(piece)])
    read = [(i, span, name) for i, span in named if (name := read_person(span, name_context(span, counted, posts)))]
    groups: list[PersonGroup] = []
    placed: dict[int, PersonGroup] = {}
    twins = _respelt(read)
    for item in sorted(read, key=_fullest_first):
        owner = placed.get(twins.get(item[0], -1)) or _owner(item[2], item[1], groups)
        if owner is None:
            owner = PersonGroup(item[2], [])
            groups.append(owner)
        owner.named.append(item)
        placed[item[0]] = owner
    for group in groups:
        group.named.sort(key=_number)
    return sorted(groups, key=_first)


def _respelt(read: Sequence[tuple[int, Span, PersonName]]) -> dict[int, int]:
    """Names in Latin letters right after «(» respell the name before it: «Фарах Пандит (Farah Pandith)»."""
    ends = {after(span.doc, span.end): index for index, span, _ in read}
    found = {}
    for index, span, _ in read:
        mark = before(span.doc, span.start)
        if mark is not None and mark.norm_ == "(" and mark in ends and written(span).isascii():
            found[index] = ends[mark]
    return found


def _owner(name: PersonName, span: Span, groups: Sequence[PersonGroup]) -> PersonGroup | None:
    """The one group that the name fits as read, or else in another reading of its form."""
    for fits in (_same, _may_be):
        found = [group for group in groups if fits(name, span, group)]
        if len(found) == 1:
            return found[0]
        if found:
            exact = [group for group in found if group.full.name == name.name]
            return exact[0] if len(exact) == 1 else None
    return None


def _same(name: PersonName, span: Span, group: PersonGroup) -> bool:
    """The parts agree, and no verb tells another gender; the same given name and surname need no gender."""
    full = group.full
    if not _parts_agree(name, full):
        return False
    return _equal(name.given, full.given) or not _is_other(spoken_gender(span), full.gender)


def _is_other(said: str | None, gender: str | None) -> bool:
    return said is not None and gender is not None and said != gender


def _parts_agree(short: PersonName, full: PersonName) -> bool:
    if short.surname and full.surname:
        given = _agree(short.given, full.given) and _agree(short.patronymic, full.patronymic)
        return _equal(short.surname, full.surname) and given
    if short.surname:
        return _equal(short.surname, full.given) and not short.given
    if full.surname is None:
        return _equal(short.given, full.given) and _agree(short.patronymic, full.patronymic)
    return (_equal(short.given, full.given) and _agree(short.patronymic, full.patronymic)) or _equal(
        short.given, full.surname
    )


def _agree(one: str | None, two: str | None) -> bool:
    """Equal, absent, an initial of the other, or its first words: «Реджеп» and «Реджеп Тайип»."""
    if one is None or two is None or _equal(one, two):
        return True
    short, full = sorted((fold(one).replace(".", " ").split(), fold(two).replace(".", " ").split()), key=len)
    if initial(one) or initial(two):
        return short[0].startswith(full[0]) or full[0].startswith(short[0])
    return full[: len(short)] == short


def _equal(one: str | None, two: str | None) -> bool:
    return one is not None and two is not None and fold(one) == fold(two)


def _may_be(name: PersonName, span: Span, group: PersonGroup) -> bool:
    """A single word that one of its readings makes the person's surname: «Ткача» as «Ткач»."""
    full = group.full
    if full.surname is None or (name.given and not name.surname):
        return False
    words = pieces(written(span))
    if len(words) != 1 or _is_other(spoken_gender(span), full.gender):
        return False
    return any(
        _equal(each.base, full.surname) and (full.gender is None or each.gender == full.gender)
        for each in readings(words[0])
        if each.weight >= 0.5
    )


def _fullest_first(item: tuple[int, Span, PersonName]) -> tuple[bool, int, int]:
    return item[2].name.isascii(), -item[2].parts, item[0]


def _number(item: tuple[int, Span, PersonName]) -> int:
    return item[0]


def _first(group: PersonGroup) -> int:
    return group.first
