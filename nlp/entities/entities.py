"""The component `letopis_entities`: every mention that names someone or something gets an identity.

«Павел Ткач», «Ткача» and, later, «первый заместитель Министра» are p1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.document import MENTIONS
from nlp.entities import org_names, place_names, posts
from nlp.entities.agreements import find_agreements
from nlp.entities.build import build_agreement, build_organisation, build_person, build_place
from nlp.entities.careers import careers
from nlp.entities.nesting import nesting
from nlp.entities.offices import Offices
from nlp.entities.organisations import OrgGroup, find_organisations
from nlp.entities.people import find_people, name_phrases, names
from nlp.entities.person_groups import PersonGroup
from nlp.entities.places import PlaceGroup, find_places
from nlp.entities.positions import Held, read_posts
from nlp.entities.posts import Post
from nlp.entities.referents import remember
from nlp.entities.spans import mentions
from nlp.morphology.inflection import Phrase, foresee


class Entities:
    """Mentions → people, organisations, places and agreements; it has no state."""

    def __call__(self, doc: Doc) -> Doc:
        """Write `span.kb_id_` and the four lists."""
        spans = mentions(doc)
        nested = nesting(spans)
        named = names(spans, nested)
        organisations, places = find_organisations(spans, nested), find_places(spans, nested)
        ids = _ids(organisations, places)
        dates = {date.mention: date.value for date in doc._.dates}
        told = read_posts(spans, nested)
        foresee([*name_phrases(named), *_phrases(organisations, places, told)])
        people = find_people(named, spans)
        held = careers(people, told, spans, _offices(organisations, places), dates)
        owners = _owners(people, organisations, places)
        regions = {ids[id(each)]: each.country for each in places if each.country and each.kind == "region"}
        agreements = find_agreements(spans, owners)
        _write_names(doc, people, held, ids)
        doc._.organisations = tuple(
            build_organisation(ids[id(each)], each, nested.inside, owners, regions) for each in organisations
        )
        doc._.places = tuple(build_place(ids[id(each)], each) for each in places)
        doc._.agreements = tuple(build_agreement(f"a{n}", each, owners, dates) for n, each in enumerate(agreements, 1))
        owners.update((form.index, f"a{n}") for n, group in enumerate(agreements, 1) for form in group.forms)
        doc.spans[MENTIONS] = [_identified(span, owners.get(index, "")) for index, span in enumerate(spans)]
        remember(doc)
        return doc


def _phrases(organisations: Sequence[OrgGroup], places: Sequence[PlaceGroup], own: Sequence[Post]) -> Iterator[Phrase]:
    """What will have to be put into the nominative."""
    for group in organisations:
        yield from org_names.phrases(group.forms)
    for place in places:
        yield from place_names.phrases(place)
    yield from posts.phrases(own)


def _identified(span: Span, own: str) -> Span:
    """The same mention with its entity: a span of a group is a copy, so that setting its attributes is lost."""
    if span.kb_id_ == own:
        return span
    return Span(span.doc, span.start, span.end, span.label, kb_id=own, span_id=span.id)


def _ids(organisations: Sequence[OrgGroup], places: Sequence[PlaceGroup]) -> dict[int, str]:
    """The id of every organisation and place, by the `id()` of its group."""
    return {
        **{id(group): f"o{n}" for n, group in enumerate(organisations, 1)},
        **{id(group): f"l{n}" for n, group in enumerate(places, 1)},
    }


def _owners(
    people: Sequence[PersonGroup], organisations: Sequence[OrgGroup], places: Sequence[PlaceGroup]
) -> dict[int, str]:
    """Mention number → id."""
    owners = {form.index: f"o{n}" for n, group in enumerate(organisations, 1) for form in group.forms}
    owners |= {index: f"l{n}" for n, group in enumerate(places, 1) for index, _ in group.spans}
    for n, person in enumerate(people, 1):
        owners |= dict.fromkeys([*(each.index for each in person.named), *person.nominal], f"p{n}")
    return owners


def _offices(organisations: Sequence[OrgGroup], places: Sequence[PlaceGroup]) -> Offices:
    by_org = {form.index: group for group in organisations for form in group.forms}
    return Offices(by_org, {index: group for group in places for index, _ in group.spans})


def _write_names(
    doc: Doc, people: Sequence[PersonGroup], held: Sequence[Sequence[Held]], ids: Mapping[int, str]
) -> None:
    pairs = enumerate(zip(people, held, strict=True), 1)
    doc._.people = tuple(build_person(f"p{n}", person, posts, ids) for n, (person, posts) in pairs)


@Language.factory(
    "letopis_entities",
    requires=["doc.spans", "doc._.dates", "token.lemma", "token.morph", "token.pos", "token.dep"],
    assigns=["doc._.people", "doc._.organisations", "doc._.places", "doc._.agreements"],
)
def make_entities(nlp: Language, name: str) -> Entities:
    """The component for a pipeline."""
    return Entities()
