"""Whose posts they are: by apposition on either side, a dash or «является»."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from nlp.entities.person_groups import PersonGroup
from nlp.entities.posts import Post
from nlp.entities.spans import after, before, feature, head, letters

COPULAS = frozenset({"являться", "быть", "оставаться"})
_DASHES = frozenset({"-", "–", "—", "―"})


def attach(people: Sequence[PersonGroup], posts: Sequence[Post], spans: Sequence[Span]) -> dict[int, list[Post]]:
    """The posts of each person, by the person's place in `people`; a post goes to the first person it stands beside."""
    beside = Beside(posts, spans)
    found: dict[int, list[Post]] = {}
    used: set[int] = set()
    for side in (beside.left, beside.right):
        for number, person in enumerate(people):
            for each in person.named:
                fresh = [post for post in side(each.span) if post.index not in used]
                used.update(post.index for post in fresh)
                found.setdefault(number, []).extend(fresh)
    return found


class Beside:
    """The posts of a document by the words that follow and begin them."""

    def __init__(self, posts: Sequence[Post], spans: Sequence[Span]) -> None:
        ends = ((after(post.span.doc, post.end), post) for post in posts)
        self._ends = {following.i: post for following, post in ends if following is not None}
        self._starts = {said[0].i: post for post in posts if (said := letters(post.span))}
        self._names = {place for span in spans if span.label_ == "PERSON" for place in range(span.start, span.end)}

    def left(self, span: Span) -> list[Post]:
        """«первый заместитель министра Павел Ткач», «основатель и глава компании Илон Маск»."""
        first = next(iter(letters(span)), span[0])
        chain: list[Post] = []
        post = self._ends.get(first.i)
        while post is not None and post not in chain and not _plural(post):
            chain.append(post)
            link = before(span.doc, post.span.start)
            post = self._ends.get(link.i) if link is not None and link.norm_.lower() in {"и", ","} else None
            if post is not None and not _agree(post.span, chain[-1].span):
                break
        return chain

    def right(self, span: Span) -> list[Post]:
        """«Павел Ткач, первый заместитель министра», «Ткач — министр», «Ткач является министром»."""
        mark = after(span.doc, span.end)
        if mark is None or not _introduces(mark):
            return []
        following = after(span.doc, mark.i + 1)
        post = self._starts.get(following.i) if following is not None else None
        if post is None or _plural(post) or self._taken(post):
            return []
        return [post] if mark.norm_ not in {",", "("} or _agree(post.span, span) else []

    def _taken(self, post: Post) -> bool:
        """Whether a name follows the post, whose post it then is: «Ткач, премьер Ли Цян»."""
        following = after(post.span.doc, post.end)
        return following is not None and following.i in self._names


def _introduces(mark: Token) -> bool:
    return mark.norm_ in {",", "("} | _DASHES or mark.lemma_ in COPULAS


def _plural(post: Post) -> bool:
    return feature(head(post.span), "Number") == "Plur"


def _agree(one: Span, two: Span) -> bool:
    """The same case, as far as both are tagged; a name may be indeclinable, so its every word is asked."""
    first = feature(head(one), "Case")
    cases = {feature(token, "Case") for token in letters(two)} - {None}
    return first is None or not cases or first in cases
