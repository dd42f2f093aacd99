"""The component `letopis_entities`: every mention that names someone or something gets an identity.

«Павел Ткач», «Ткача» and, later, «первый заместитель Министра» are p1.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.document import MENTIONS
from nlp.entities.agreements import find_agreements
from nlp.entities.build import build_agreement, build_organisation, build_person, build_place
from nlp.entities.nesting import within
from nlp.entities.organisations import OrgGroup, find_organisations
from nlp.entities.people import PersonGroup, find_people
from nlp.entities.places import PlaceGroup, find_places
from nlp.entities.positions import Held, Posts, attach, refers
from nlp.entities.posts import Post
from nlp.entities.referents import remember
from nlp.entities.spans import mentions


class Entities:
    """Mentions → people, organisations, places and agreements; it has no state."""

    def __call__(self, doc: Doc) -> Doc:
        """Write `span.kb_id_` and the four lists."""
        spans = mentions(doc)
        people, organisations, places = find_people(spans), find_organisations(spans), find_places(spans)
        ids = _ids(organisations, places)
        held = _positions(people, organisations, places, spans)
        owners = _owners(people, organisations, places)
        inner = within(spans)
        agreements = find_agreements(spans, owners)
        _write_names(doc, people, held, ids)
        doc._.organisations = tuple(build_organisation(ids[id(each)], each, inner, owners) for each in organisations)
        doc._.places = tuple(build_place(ids[id(each)], each) for each in places)
        dates = {date.mention: date.value for date in doc._.dates}
        doc._.agreements = tuple(build_agreement(f"a{n}", each, owners, dates) for n, each in enumerate(agreements, 1))
        owners.update((form.index, f"a{n}") for n, group in enumerate(agreements, 1) for form in group.forms)
        doc.spans[MENTIONS] = [_identified(span, owners.get(index, "")) for index, span in enumerate(spans)]
        remember(doc)
        return doc


def _identified(span: Span, own: str) -> Span:
    """The same mention with its entity: a span of a group is a copy, so that setting its attributes is lost."""
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
        owners |= dict.fromkeys([*(index for index, _, _ in person.named), *person.nominal], f"p{n}")
    return owners


def _positions(
    people: Sequence[PersonGroup],
    organisations: Sequence[OrgGroup],
    places: Sequence[PlaceGroup],
    spans: Sequence[Span],
) -> list[list[Held]]:
    """The posts of each person; a post that stands alone later is added to its holder's mentions."""
    by_org = {form.index: group for group in organisations for form in group.forms}
    by_place = {index: group for group in places for index, _ in group.spans}
    reader = Posts(spans, by_org, by_place)
    posts = reader.read()
    attached = attach(people, posts)
    held = [[reader.held(post) for post in attached.get(n, ())] for n in range(len(people))]
    beside = {post.index for found in attached.values() for post in found}
    _name_holders(people, held, [(post, reader.held(post)) for post in posts if post.index not in beside])
    return [_distinct(each) for each in held]


def _name_holders(
    people: Sequence[PersonGroup], held: Sequence[Sequence[Held]], later: Iterable[tuple[Post, Held]]
) -> None:
    """«первый заместитель Министра» without a name is the one person said before to hold that post."""
    for post, alone in later:
        known = zip(people, held, strict=True)
        holders = [
            person
            for person, posts in known
            if any(each.index < post.index and refers(each, alone, post) for each in posts)
        ]
        if len(holders) == 1:
            holders[0].nominal.append(post.index)


def _distinct(held: Sequence[Held]) -> list[Held]:
    """Each post once, told as fully as the text tells it."""
    kept: list[Held] = []
    for each in held:
        same = [other for other in kept if (other.title, other.phase) == (each.title, each.phase)]
        twin = next((o for o in same if each.organisation in {None, o.organisation} or o.organisation is None), None)
        if twin is None:
            kept.append(each)
        elif twin.organisation is None:
            kept[kept.index(twin)] = each
    return kept


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
