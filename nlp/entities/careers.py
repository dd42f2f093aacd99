"""Everyone's posts in a document, each told once, and the later mentions of a person by a post alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span

from nlp.entities.appointed import giver
from nlp.entities.holders import attach
from nlp.entities.offices import Offices, only
from nlp.entities.person_groups import PersonGroup
from nlp.entities.positions import Held, held
from nlp.entities.posts import Post
from nlp.entities.spans import feature, head
from nlp.entities.tenures import tenures
from nlp.entities.titles import may_be, synonyms


def careers(
    people: Sequence[PersonGroup],
    posts: Sequence[Post],
    spans: Sequence[Span],
    offices: Offices,
    dates: Mapping[str, str],
) -> list[list[Held]]:
    """The posts of each person; a post that stands alone later is added to its holder's mentions.

    `dates` gives the value of a DATE mention by its id.
    """
    attached, times = attach(people, posts, spans), tenures(posts, spans, dates)
    own = [[_held(post, offices) for post in attached.get(number, ())] for number in range(len(people))]
    own = [[replace(each, tenure=times.get(each.index, each.tenure)) for each in some] for some in own]
    beside = {post.index for found in attached.values() for post in found}
    _name_holders(people, own, [(post, held(post, offices)) for post in posts if post.index not in beside])
    return [_distinct(each) for each in own]


def _held(post: Post, offices: Offices) -> Held:
    """Of a body that the text has at the post, or else of the one that appoints to it."""
    told = held(post, offices)
    return told if told.organisation is not None else replace(told, organisation=giver(post, offices.organisations))


def _name_holders(
    people: Sequence[PersonGroup], own: Sequence[Sequence[Held]], later: Iterable[tuple[Post, Held]]
) -> None:
    """«первый заместитель Министра» without a name is the one person said before to hold that post."""
    by_word: dict[str, list[tuple[PersonGroup, Held]]] = {}
    for person, posts in zip(people, own, strict=True):
        for each in posts:
            by_word.setdefault(_first_word(each), []).append((person, each))
    for post, alone in later:
        known = [each for word in _first_words(alone) for each in by_word.get(word, ())]
        holders = {
            id(person): person for person, each in known if each.index < post.index and _refers(each, alone, post)
        }
        holder = only(list(holders.values()))
        if holder is not None:
            holder.nominal.append(post.index)


def _refers(known: Held, later: Held, post: Post) -> bool:
    """Whether a later post alone names the one held: «первый заместитель Министра», «глава МИД», «премьер»."""
    if feature(head(post.span), "Number") == "Plur" or known.phase != later.phase:
        return False
    if (known.kind or later.kind) and _said(known) == _said(later) and None in {known.organisation, later.organisation}:
        return True
    if later.organisation is not None and later.organisation is not known.organisation:
        return False
    one, two = _office_of(known.title), _office_of(later.title)
    if later.organisation is None:
        return one == two or one.startswith(f"{two} ")
    return one == two or one in may_be(two)


def _said(each: Held) -> str:
    """«глава региона», whether the region is known or not."""
    return f"{each.title} {each.kind}".strip().lower()


def _first_words(later: Held) -> Iterator[str]:
    """«лидер» with a country may be its «президент»."""
    meant = may_be(_office_of(later.title)) if later.organisation is not None else ()
    return iter(dict.fromkeys([_first_word(later), *(title.split(" ")[0] for title in meant)]))


def _first_word(each: Held) -> str:
    return _office_of(each.title).split(" ")[0]


def _office_of(title: str) -> str:
    low = title.lower()
    return synonyms().get(low, low)


def _distinct(own: Sequence[Held]) -> list[Held]:
    """Each post once, told as fully as the text tells it."""
    kept: list[Held] = []
    for each in own:
        same = [other for other in kept if other.phase == each.phase and _alike(other, each) and _one_time(other, each)]
        twin = next((o for o in same if each.organisation in {None, o.organisation} or o.organisation is None), None)
        if twin is None:
            kept.append(each)
        else:
            fuller = each if twin.organisation is None and each.organisation is not None else twin
            kept[kept.index(twin)] = replace(fuller, tenure=max(twin.tenure, each.tenure, key=any))
    return kept


def _alike(one: Held, two: Held) -> bool:
    """«премьер», «премьер-министр»."""
    return _office_of(one.title) == _office_of(two.title)


def _one_time(one: Held, two: Held) -> bool:
    """Whether no two times of office are told."""
    return one.tenure == two.tenure or not (any(one.tenure) and any(two.tenure))
