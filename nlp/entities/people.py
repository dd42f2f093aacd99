"""People: which mentions are one person, and the fullest name the text gives.

Full names are read first; a surname alone then goes to the one person it fits, by form, gender and case. When it fits
two, it stays alone: a wrong merge is worse than a missed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from nlp.entities.nesting import Nesting
from nlp.entities.person_groups import Known, PersonGroup
from nlp.entities.person_mentions import NamedPerson, is_name, read_person, written
from nlp.entities.spans import after, before, letters
from nlp.knowledge.dictionary import fold
from nlp.morphology.person.choice import votes
from nlp.morphology.person.east import surname_first
from nlp.morphology.person.endings import BY_ENDING
from nlp.morphology.person.forms import readings
from nlp.morphology.person.name import PersonName
from nlp.morphology.person.order import initial, pieces
from nlp.morphology.person.phrase import all_plain

_NAMED_AFTER = frozenset({"ORGANIZATION", "FACILITY", "AWARD", "CITY", "DISTRICT", "LOCATION", "WORK_OF_ART"})


def names(spans: Sequence[Span], nested: Nesting) -> list[tuple[int, Span]]:
    """The mentions that name somebody, with their numbers."""
    return [
        (i, span)
        for i, span in enumerate(spans)
        if span.label_ == "PERSON"
        and is_name(span)
        and not any(spans[o].label_ in _NAMED_AFTER for o in nested.around[i])
    ]


def name_phrases(named: Iterable[tuple[int, Span]]) -> Iterator[tuple[list[Token], str]]:
    """The words of the names whose forms will be asked for, with their label."""
    for _, span in named:
        said = letters(span)
        if not all_plain(said):
            yield said, span.label_


def find_people(named: Sequence[tuple[int, Span]], spans: Sequence[Span]) -> list[PersonGroup]:
    """The people that these of the mentions name, in the order of their first mention."""
    posts = {span.end: span for span in spans if span.label_ == "PROFESSION"}
    counted = votes([piece for _, span in named for piece in pieces(written(span)) if not initial(piece)])
    read = [person for i, span in named if (person := read_person(i, span, counted, posts))]
    read = _alike(read)
    return _grouped(read, _respelt(read))


def _alike(read: Sequence[NamedPerson]) -> list[NamedPerson]:
    """«Ким Ир Сена», read as a case of «Ким Ир Сен» in one sentence, is that in all."""
    men = {each.text: each.name for each in read if each.name.gender == "male" and surname_first(pieces(each.text))}
    return [replace(each, name=men.get(each.text, each.name)) for each in read] if men else list(read)


def _grouped(read: Sequence[NamedPerson], twins: Mapping[int, int]) -> list[PersonGroup]:
    known = Known()
    placed: dict[int, PersonGroup] = {}
    for each in sorted(read, key=_fullest_first):
        owner = placed.get(twins.get(each.index, -1)) or _owner(each, known)
        if owner is None:
            owner = PersonGroup(each.name, [])
            known.add(owner)
        owner.named.append(replace(each, name=owner.full) if owner in _cased(each, known) else each)
        placed[each.index] = owner
    for group in known.groups:
        group.named.sort(key=_number)
    return sorted(known.groups, key=_first)


def _respelt(read: Sequence[NamedPerson]) -> dict[int, int]:
    """Names in Latin letters right after «(» respell the name before it: «Фарах Пандит (Farah Pandith)»."""
    opened = {mark.i: each for each in read if (mark := after(each.span.doc, each.span.end)) and mark.norm_ == "("}
    found = {}
    for each in read if opened else ():
        mark = before(each.span.doc, each.span.start)
        if mark is not None and mark.i in opened and each.text.isascii():
            found[each.index] = opened[mark.i].index
    return found


def _owner(each: NamedPerson, known: Known) -> PersonGroup | None:
    """The one person whom the name fits as read, or else in another reading of its form."""
    for fits in (_same, _cased, _may_be, _misspelt):
        found = fits(each, known)
        if len(found) == 1:
            return found[0]
        if found:
            exact = [group for group in found if group.full.name == each.name.name]
            return exact[0] if len(exact) == 1 else None
    return None


def _same(each: NamedPerson, known: Known) -> list[PersonGroup]:
    """Their parts agree, and no verb tells another gender; the same given name and surname need no gender."""
    fitting = (group for group in known.named_like(each.name) if _parts_agree(each.name, group.full))
    return [
        group
        for group in fitting
        if _equal(each.name.given, group.full.given) or not _is_other(each.spoken, group.full.gender)
    ]


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


def _cased(each: NamedPerson, known: Known) -> list[PersonGroup]:
    """A name of which the last word alone has a case: «То Ламе» of «То Лам», «Рам Баран Ядаву» of «Рам Баран Ядав»."""
    words = pieces(each.text)
    if len(words) < 2:
        return []
    bases = {fold(reading.base) for reading in readings(words[-1]) if reading.weight >= BY_ENDING}
    first = dict.fromkeys([fold(words[0]), fold(each.name.given or "")])
    alike = ((group, pieces(group.full.name)) for group in known.called(first))
    return [group for group, own in alike if own[:-1] == words[:-1] and fold(own[-1]) in bases]


def _may_be(each: NamedPerson, known: Known) -> list[PersonGroup]:
    """A single word that one of its readings makes their surname: «Ткача» as «Ткач»."""
    words = pieces(each.text)
    if len(words) != 1 or (each.name.given and not each.name.surname):
        return []
    told = [reading for reading in readings(words[0]) if reading.weight >= 0.5]
    found = known.called({fold(reading.base): None for reading in told})
    return [
        group
        for group in found
        if not _is_other(each.spoken, group.full.gender)
        and any(_equal(one.base, group.full.surname) and group.full.gender in {None, one.gender} for one in told)
    ]


def _misspelt(each: NamedPerson, known: Known) -> list[PersonGroup]:
    """A single word that is nobody's name but for a letter: «Силуанву» of «Антон Силуанов»."""
    words = pieces(each.text)
    if len(words) != 1 or each.name.given:
        return []
    return list(known.misspelt({fold(reading.base): None for reading in readings(words[0]) if not reading.kind}))


def _fullest_first(each: NamedPerson) -> tuple[bool, int, int]:
    return each.name.name.isascii(), -each.name.parts, each.index


def _number(each: NamedPerson) -> int:
    return each.index


def _first(group: PersonGroup) -> int:
    return group.first
