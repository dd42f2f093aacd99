"""What a post can be of: the organisations and places of the document, found by what a post says of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from spacy.tokens import Token

from nlp.entities.acronyms import blend, initials
from nlp.entities.organisations import OrgGroup
from nlp.entities.places import PlaceGroup
from nlp.entities.spans import letters
from nlp.entities.words import abbreviation, key

T = TypeVar("T")
MINISTRY = "ministry"
_HEAD = "министерство"


class Offices:
    """Keyed by the number of a mention, and by words for those that a post does not name."""

    def __init__(self, organisations: Mapping[int, OrgGroup], places: Mapping[int, PlaceGroup]) -> None:
        self.organisations, self.places = organisations, places
        bodies = list({id(group): group for group in organisations.values()}.values())
        self._bodies, self._lands = bodies, list({id(group): group for group in places.values()}.values())
        self._ministries = [group for group in bodies if group.kind == MINISTRY]
        self._maybe_ministries = [group for group in bodies if _may_be_ministry(group)]
        self._regions: dict[str, list[PlaceGroup]] = {}
        self._spots: dict[str, PlaceGroup] = {}
        for place in self._lands:
            if (adjective := _adjective(place)) is not None:
                self._regions.setdefault(adjective, []).append(place)
            if place.spot is not None:
                self._spots.setdefault(place.spot.name, place)

    def region(self, adjective: Token) -> PlaceGroup | None:
        """«свердловский (губернатор)» where the document names «Свердловская область»."""
        return only(self._regions.get(key(adjective), ()))

    def spot(self, name: str) -> PlaceGroup | None:
        """The place of the lexicon with this name: «Россия»."""
        return self._spots.get(name)

    def spoken_of(self, kinds: Collection[str], index: int) -> OrgGroup | PlaceGroup | None:
        """The body or place of these kinds that was named last before mention `index`, if none was named more often."""
        groups: list[OrgGroup | PlaceGroup] = [*self._bodies, *self._lands]
        named = [(number, place) for place, group in enumerate(groups) if group.kind in kinds
                 for number in group.numbers if number < index]  # fmt: skip
        if not named:
            return None
        counted, last = Counter(place for _, place in named), max(named)[1]
        return groups[last] if counted[last] == max(counted.values()) else None

    def ministry(self) -> OrgGroup | None:
        """The only ministry named."""
        return only(self._ministries)

    def ministry_of(self, field: Sequence[Token], country: str | None) -> OrgGroup | None:
        """The only ministry of this field, of this country if one is said: «(министр) иностранных дел»."""
        fitting = [group for group in self._maybe_ministries if field and _heads(field, group)]
        own = only([group for group in fitting if country in {None, group.country}])
        return own or only([group for group in fitting if group.country is None])


def _adjective(place: PlaceGroup) -> str | None:
    """The first of the words of a name: «свердловский» of «Свердловская область»; a country has its own."""
    words = letters(place.spans[0][1])
    return key(words[0]) if len(words) > 1 and place.kind != "country" else None


def only(groups: Sequence[T]) -> T | None:
    """The one there is, `None` when there are more or none."""
    return groups[0] if len(groups) == 1 else None


def _may_be_ministry(group: OrgGroup) -> bool:
    """Whether a form begins with «министерство», or is one word that may abbreviate it: «МИД», «Минсвязи»."""
    return any(
        form.plain[:1] == (_HEAD,) or (len(form.plain) == 1 and form.surface[0][:1].lower() == _HEAD[0])
        for form in group.forms
    )


def _heads(field: Sequence[Token], group: OrgGroup) -> bool:
    """Whether the group is the ministry of this field, by its full name or by «МИД», «Минсвязи»."""
    full = (_HEAD, *map(key, field))
    written = [_HEAD, *(token.norm_.lower() for token in field)]
    for form in group.forms:
        word = form.surface[0] if len(form.plain) == 1 else ""
        short = abbreviation(word) or word
        if form.plain == full or (short and (initials(short, written) or blend(short, written))):
            return True
    return False
