"""What post is held: its title without the body, and the body, region or country that it is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from nlp.entities.heads import generic
from nlp.entities.nesting import Nesting
from nlp.entities.nominals import nominals
from nlp.entities.offices import Offices
from nlp.entities.organisations import OrgGroup
from nlp.entities.places import PlaceGroup
from nlp.entities.post_words import Phase
from nlp.entities.posts import Post, aide, office, read_post, title_of
from nlp.entities.spans import PLACE_LABELS, feature, letters
from nlp.entities.tenures import UNTOLD, Tenure
from nlp.entities.titles import may_be, synonyms
from nlp.knowledge.dictionary import fold

_ENVOYS = frozenset({"посол", "консул", "генконсул"})


Owner = OrgGroup | PlaceGroup | None


@dataclass(frozen=True, slots=True)
class Held:
    """A post as the record tells it; `organisation` is the group of the body or of the country.

    `kind` is the word that stands for the body in the text: «регион» of «глава региона».
    """

    title: str
    organisation: Owner
    phase: Phase | None
    index: int
    tenure: Tenure = UNTOLD
    kind: str = ""


def read_posts(spans: Sequence[Span], nested: Nesting) -> list[Post]:
    """Every post that a PROFESSION mention names."""
    starts = _starts(spans)
    named = (number for number, span in enumerate(spans) if span.label_ == "PROFESSION")
    whole = (n for n in named if not any(spans[outer].label_ == "PROFESSION" for outer in nested.around[n]))
    found = (read_post(number, spans, starts, nested.inside[number]) for number in whole)
    return [post for post in found if post is not None and _is_office(post)]


def _starts(spans: Sequence[Span]) -> dict[int, int]:
    """The longest organisation or place that starts at each token."""
    longest: dict[int, int] = {}
    for number, span in enumerate(spans):
        if span.label_ == "ORGANIZATION" or span.label_ in PLACE_LABELS:
            first = next(iter(letters(span)), span[0]).i
            if first not in longest or span.end > spans[longest[first]].end:
                longest[first] = number
    return longest


def _is_office(post: Post) -> bool:
    """A post of the list, or any work for a named body: «экономист ФАО», but not «писатель» or a mere «участник»."""
    listed = aide(post) if post.row is None else post.row.of != "member" or post.land is not None
    return listed or post.body is not None


def held(post: Post, offices: Offices) -> Held:
    """The title without the organisation, and the organisation or the country."""
    ministry = _ministry(post, offices) if post.body is None else None
    if ministry is not None:
        place = office(post.words)
        return Held(title_of(post.words[: (place or 0) + 1]), ministry, post.phase, post.index)
    body = offices.organisations.get(post.body) if post.body is not None else None
    region = _region(post, offices) if body is None else None
    if region is not None:
        return Held(title_of(post.words[1:]), region, post.phase, post.index)
    owner = body or _land(post, offices)
    if owner is None and post.body is not None:
        return Held(title_of(post.whole), None, post.phase, post.index)
    return _of_unit(post, owner, offices) or Held(post.title, owner, post.phase, post.index)


def _of_unit(post: Post, owner: Owner, offices: Offices) -> Held | None:
    """«президент компании «Вега»», «президент страны»: the last word is the kind of the body or land, no title."""
    *words, unit = post.words
    kinds = nominals().get(fold(unit.lemma_), ())
    if not words or not (kinds or generic(unit)) or feature(unit, "Case") != "Gen" or post.title in synonyms():
        return None
    owner = owner or offices.spoken_of(kinds, post.index)
    return Held(title_of(words), owner, post.phase, post.index, kind=fold(unit.norm_)) if owner is not None else None


def _region(post: Post, offices: Offices) -> PlaceGroup | None:
    """«свердловский губернатор» where the document names «Свердловская область»."""
    if post.row is None or post.row.of != "country" or post.land is not None or len(post.words) < 2:
        return None
    return offices.region(post.words[0])


def _land(post: Post, offices: Offices) -> PlaceGroup | None:
    if post.row is not None and post.row.post.split()[-1] in _ENVOYS:
        return None
    if post.land is not None:
        return offices.places.get(post.land)
    if post.origin is None or post.row is None or not (post.row.of in {"country", "office"} or may_be(post.title)):
        return None
    return offices.spot(post.origin.name)


def _ministry(post: Post, offices: Offices) -> OrgGroup | None:
    """The ministry that the document names and this minister's field tells, when there is just one.

    A minister «of Belarus» tells the country of his ministry; «заместитель Министра» is of the only ministry named.
    """
    place = office(post.words)
    if place is None:
        return None
    field = post.words[place + 1 :]
    land = _land(post, offices)
    iso = land.country if land is not None else post.origin.country if post.origin is not None else None
    if not field:
        return offices.ministry() if iso is None else None
    found = offices.ministry_of(field, iso)
    if found is not None and found.country is None:
        found.country = iso
    return found
