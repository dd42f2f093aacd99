"""Groups of mentions become the frozen records of `nlp.schema`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from nlp import schema
from nlp.document import mention_id
from nlp.entities.agreements import AgreementGroup
from nlp.entities.misspelt import slips
from nlp.entities.org_names import OrgNames
from nlp.entities.organisations import OrgGroup
from nlp.entities.person_groups import PersonGroup
from nlp.entities.place_names import place_names
from nlp.entities.places import PlaceGroup
from nlp.entities.positions import Held
from nlp.knowledge.dictionary import fold

Owners = Mapping[int, str]
"""Mention number → id of its entity."""


def build_person(own: str, group: PersonGroup, held: Sequence[Held], ids: Mapping[int, str]) -> schema.Person:
    """`ids` gives the id of an organisation or place group by the group's `id()`."""
    full = group.fullest
    names = dict.fromkeys(each.name.name for each in group.named)
    slipped = set(slips(fold(full.surname or "")))
    numbers = sorted({each.index for each in group.named} | set(group.nominal))
    return schema.Person(
        id=own,
        name=full.name,
        given=full.given,
        patronymic=full.patronymic,
        surname=full.surname,
        gender=cast("schema.Gender | None", group.gender or full.gender),
        aliases=tuple(name for name in names if name != full.name and fold(name) not in slipped),
        positions=tuple(_position(each, ids) for each in held),
        mentions=_mentions(numbers),
    )


def build_organisation(
    own: str, group: OrgGroup, inner: Sequence[Sequence[int]], owners: Owners, regions: Mapping[str, str]
) -> schema.Organisation:
    """`part_of` is the organisation named inside this one's name, when the text also names it by itself.

    `inner` gives the numbers of the mentions inside each mention, `regions` the countries of regions by their ids:
    «Правительство Псковской области» is of Russia.
    """
    name, short, aliases = OrgNames(group.forms).all()
    named = [owners.get(number, "") for form in group.forms for number in inner[form.index]]
    return schema.Organisation(
        id=own,
        name=name,
        short=short,
        aliases=aliases,
        kind=group.kind,
        country=group.country or next((regions[each] for each in named if each in regions), None),
        part_of=next((each for each in named if each.startswith("o") and each != own), None),
        mentions=_mentions(form.index for form in group.forms),
    )


def build_place(own: str, group: PlaceGroup) -> schema.Place:
    """A place with its usual name."""
    name, aliases = place_names(group)
    return schema.Place(
        id=own,
        name=name,
        kind=group.kind,
        country=group.country,
        aliases=aliases,
        mentions=_mentions(index for index, _ in group.spans),
    )


def build_agreement(own: str, group: AgreementGroup, owners: Owners, dates: Mapping[str, str]) -> schema.Agreement:
    """`dates` gives the value of a DATE mention by its id; what signing tells is left to the events."""
    full = group.fullest
    values = (dates.get(mention_id(number)) for number in group.dates)
    parties = dict.fromkeys(owner for number in group.parties if (owner := owners.get(number)))
    return schema.Agreement(
        id=own,
        kind=cast("schema.AgreementKind", group.kind(tuple(parties))),
        title=full.title,
        subject=full.subject,
        number=group.number,
        date=next((value for value in values if value), None),
        place=None,
        status=None,
        parties=tuple(parties),
        signatories=(),
        mentions=_mentions(form.index for form in group.forms),
    )


def _position(held: Held, ids: Mapping[int, str]) -> schema.Position:
    organisation = ids.get(id(held.organisation)) if held.organisation is not None else None
    return schema.Position(
        title=held.title,
        organisation=organisation,
        start=held.tenure.start,
        end=held.tenure.end,
        mention=mention_id(held.index),
        phase=held.phase,
    )


def _mentions(numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(mention_id(number) for number in numbers)
