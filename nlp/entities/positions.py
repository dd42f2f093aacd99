"""Who holds which post: by apposition on either side, a dash or «является»; and whom a post alone means later on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from nlp.entities.acronyms import blend, initials
from nlp.entities.nesting import around, within
from nlp.entities.organisations import OrgGroup
from nlp.entities.people import PersonGroup
from nlp.entities.places import PlaceGroup
from nlp.entities.posts import Phase, Post, office, read_post, synonyms, title_of
from nlp.entities.spans import PLACE_LABELS, after, before, feature, head, letters
from nlp.entities.words import abbreviation, key

COPULAS = frozenset({"являться", "быть", "оставаться"})
MINISTRY = "ministry"
_DASHES = frozenset({"-", "–", "—", "―"})


@dataclass(frozen=True, slots=True)
class Held:
    """A post as the record tells it; `organisation` is the group of the body or of the country."""

    title: str
    organisation: OrgGroup | PlaceGroup | None
    phase: Phase | None
    index: int


@dataclass(slots=True)
class Posts:
    """The posts of a document and the ids of what they belong to."""

    spans: Sequence[Span]
    organisations: Mapping[int, OrgGroup]
    places: Mapping[int, PlaceGroup]

    def read(self) -> list[Post]:
        """Every post that a PROFESSION mention names."""
        starts, inner, outer = self._starts(), within(self.spans), around(self.spans)
        named = (number for number, span in enumerate(self.spans) if span.label_ == "PROFESSION")
        whole = (n for n in named if not any(self.spans[o].label_ == "PROFESSION" for o in outer[n]))
        found = (read_post(number, self.spans, starts, inner[number]) for number in whole)
        return [post for post in found if post is not None and _is_office(post)]

    def held(self, post: Post) -> Held:
        """The title without the organisation, and the organisation or the country."""
        ministry = self._ministry(post) if post.body is None else None
        if ministry is not None:
            place = office(post.words)
            return Held(title_of(post.words[: (place or 0) + 1]), ministry, post.phase, post.index)
        body = self.organisations.get(post.body) if post.body is not None else None
        region = self._region(post) if body is None else None
        if region is not None:
            return Held(title_of(post.words[1:]), region, post.phase, post.index)
        return Held(post.title, body or self._land(post), post.phase, post.index)

    def _region(self, post: Post) -> PlaceGroup | None:
        """«свердловский губернатор» where the document names «Свердловская область»."""
        if post.row is None or post.row.of != "country" or post.land is not None or len(post.words) < 2:
            return None
        first = key(post.words[0])
        named = {id(group): group for group in self.places.values() if len(group.key) > 1 and group.key[0] == first}
        return next(iter(named.values())) if len(named) == 1 else None

    def _starts(self) -> dict[int, int]:
        """The longest organisation or place that starts at each token."""
        longest: dict[int, int] = {}
        for number, span in enumerate(self.spans):
            if span.label_ == "ORGANIZATION" or span.label_ in PLACE_LABELS:
                first = letters(span)[0].i if letters(span) else span.start
                if first not in longest or span.end > self.spans[longest[first]].end:
                    longest[first] = number
        return longest

    def _land(self, post: Post) -> PlaceGroup | None:
        if post.row is not None and post.row.post.split()[-1] in {"посол", "консул", "генконсул"}:
            return None
        if post.land is not None:
            return self.places.get(post.land)
        if post.origin is None or post.row is None or post.row.of not in {"country", "office"}:
            return None
        return next(
            (group for group in self.places.values() if group.spot and group.spot.name == post.origin.name), None
        )

    def _ministry(self, post: Post) -> OrgGroup | None:
        """The ministry that the document names and this minister's field tells, when there is just one.

        A minister «of Belarus» tells the country of his ministry; «заместитель Министра» is of the only ministry named.
        """
        place = office(post.words)
        field = post.words[place + 1 :] if place is not None else ()
        land = self._land(post)
        iso = land.country if land is not None else post.origin.country if post.origin is not None else None
        groups = list({id(group): group for group in self.organisations.values()}.values())
        if place is not None and not field and iso is None:
            return _only([group for group in groups if group.kind == MINISTRY])
        fitting = [group for group in groups if field and _heads(field, group)]
        found = _only([group for group in fitting if iso in {None, group.country}])
        found = found or _only([group for group in fitting if group.country is None])
        if found is not None and found.country is None:
            found.country = iso
        return found


def _only(groups: Sequence[OrgGroup]) -> OrgGroup | None:
    return groups[0] if len(groups) == 1 else None


def _is_office(post: Post) -> bool:
    """A post of the list, or any work for a named body: «экономист ФАО», but not «писатель» or a mere «участник»."""
    listed = post.row is not None and (post.row.of != "member" or post.land is not None)
    return listed or post.body is not None


def _heads(field: Sequence[Token], group: OrgGroup) -> bool:
    """Whether the group is the ministry of this field, by its full name or by «МИД», «Минсвязи»."""
    full = ("министерство", *map(key, field))
    written = ["министерство", *(token.norm_.lower() for token in field)]
    for form in group.forms:
        word = form.surface[0] if len(form.plain) == 1 else ""
        short = abbreviation(word) or word
        if form.plain == full or (short and (initials(short, written) or blend(short, written))):
            return True
    return False


def attach(people: Sequence[PersonGroup], posts: Sequence[Post]) -> dict[int, list[Post]]:
    """The posts of each person, by the person's place in `people`; a post goes to the first person it stands beside."""
    ends = {following.i: post for post in posts if (following := after(post.span.doc, post.end)) is not None}
    starts = {letters(post.span)[0].i: post for post in posts if letters(post.span)}
    found: dict[int, list[Post]] = {}
    used: set[int] = set()
    for rule in (_left, _right):
        for number, person in enumerate(people):
            for _, span, _ in person.named:
                fresh = [post for post in rule(span, ends, starts) if post.index not in used]
                used.update(post.index for post in fresh)
                found.setdefault(number, []).extend(fresh)
    return found


def refers(held: Held, later: Held, post: Post) -> bool:
    """Whether a later post alone names the one held: «первый заместитель Министра», «глава МИД», «премьер»."""
    if feature(head(post.span), "Number") == "Plur" or held.phase != later.phase:
        return False
    if later.organisation is not None and later.organisation is not held.organisation:
        return False
    one, two = _office_of(held.title), _office_of(later.title)
    return one == two or (one.startswith(f"{two} ") and later.organisation is None)


def _office_of(title: str) -> str:
    low = title.lower()
    return synonyms().get(low, low)


def _left(span: Span, ends: Mapping[int, Post], starts: Mapping[int, Post]) -> list[Post]:
    """«первый заместитель министра Павел Ткач», «основатель и глава компании Илон Маск»."""
    first = letters(span)[0] if letters(span) else span[0]
    chain: list[Post] = []
    post = ends.get(first.i)
    while post is not None and post not in chain:
        if feature(head(post.span), "Number") == "Plur":
            break
        chain.append(post)
        link = before(span.doc, post.span.start)
        post = ends.get(link.i) if link is not None and link.norm_.lower() in {"и", ","} else None
        if post is not None and not _agree(post.span, chain[-1].span):
            break
    return chain


def _right(span: Span, ends: Mapping[int, Post], starts: Mapping[int, Post]) -> list[Post]:
    """«Павел Ткач, первый заместитель министра», «Ткач — министр», «Ткач является министром»."""
    mark = after(span.doc, span.end)
    if mark is None:
        return []
    opening = mark.norm_ in {",", "("} | _DASHES or mark.lemma_ in COPULAS
    following = after(span.doc, mark.i + 1)
    post = starts.get(following.i) if opening and following is not None else None
    if post is None or feature(head(post.span), "Number") == "Plur" or _taken(post):
        return []
    agrees = mark.norm_ not in {",", "("} or _agree(post.span, span)
    return [post] if agrees else []


def _taken(post: Post) -> bool:
    """Whether a name follows the post, whose post it then is: «Ткач, премьер Ли Цян»."""
    following = after(post.span.doc, post.end)
    people = [span for span in post.span.doc.spans["mentions"] if span.label_ == "PERSON"]
    return following is not None and any(span.start <= following.i < span.end for span in people)


def _agree(one: Span, two: Span) -> bool:
    """The same case, as far as both are tagged; a name may be indeclinable, so its every word is asked."""
    first = feature(head(one), "Case")
    cases = {feature(token, "Case") for token in letters(two)} - {None}
    return first is None or not cases or first in cases
