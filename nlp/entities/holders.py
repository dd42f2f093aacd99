"""Whose posts they are: by apposition on either side, a dash or «является»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from nlp.entities.person_groups import PersonGroup
from nlp.entities.posts import Post
from nlp.entities.spans import after, before, feature, head, letters, plural

COPULAS = frozenset({"являться", "быть", "оставаться", "работать", "служить"})
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
    for number, post in _shared(people, posts, beside):
        found.setdefault(number, []).append(post)
    return found


def _shared(people: Sequence[PersonGroup], posts: Sequence[Post], beside: Beside) -> Iterator[tuple[int, Post]]:
    """«министры Сергей Лавров и Ван И», «президенты России и Китая А и Б»: the post of each in the row after it.

    Places named in the same number as people go to them in order; otherwise all hold the post of the first place.
    """
    starts = {said[0].i: (number, each.span) for number, person in enumerate(people) for each in person.named
              if (said := letters(each.span))}  # fmt: skip
    for post in posts:
        if not _plural(post):
            continue
        row = _row(after(post.span.doc, beside.end_of(post)), starts)
        lands = beside.lands_of(post)
        for place, number in enumerate(row):
            yield number, replace(post, land=lands[place]) if len(lands) == len(row) > 1 else post


def _row(first: Token | None, starts: Mapping[int, tuple[int, Span]]) -> list[int]:
    """The people named one after another from this word on, joined by commas and «и»."""
    row: list[int] = []
    while first is not None and first.i in starts:
        number, span = starts[first.i]
        row.append(number)
        link = after(span.doc, span.end)
        joined = link is not None and link.norm_.lower() in {",", "и"}
        first = after(span.doc, link.i + 1) if link is not None and joined else None
    return row


class Beside:
    """The posts of a document by the words that follow and begin them."""

    def __init__(self, posts: Sequence[Post], spans: Sequence[Span]) -> None:
        ends = ((after(post.span.doc, post.end), post) for post in posts)
        self._ends = {following.i: post for following, post in ends if following is not None}
        self._starts = {said[0].i: post for post in posts if (said := letters(post.span))}
        self._lands = {letters(span)[0].i: (number, span) for number, span in enumerate(spans)
                       if span.label_ == "COUNTRY" and letters(span)}  # fmt: skip
        self._names = {place for span in spans if span.label_ == "PERSON" for place in range(span.start, span.end)}

    def lands_of(self, post: Post) -> list[int]:
        """The numbers of the countries in a row that a post is of: «президенты России и Китая»."""
        return [number for number, _ in self._row_of_lands(post)]

    def end_of(self, post: Post) -> int:
        """Where the post with its row of countries ends."""
        return max([post.end, *(span.end for _, span in self._row_of_lands(post))])

    def _row_of_lands(self, post: Post) -> list[tuple[int, Span]]:
        first = next((row for row in self._lands.values() if row[0] == post.land), None)
        row = [first] if first is not None else []
        while row:
            link = after(post.span.doc, row[-1][1].end)
            following = (
                after(post.span.doc, link.i + 1) if link is not None and link.norm_.lower() in {",", "и"} else None
            )
            if following is None or following.i not in self._lands:
                break
            row.append(self._lands[following.i])
        return row

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
    return plural(head(post.span))


def _agree(one: Span, two: Span) -> bool:
    """The same case, as far as both are tagged; a name may be indeclinable, so its every word is asked."""
    first = feature(head(one), "Case")
    cases = {feature(token, "Case") for token in letters(two)} - {None}
    return first is None or not cases or first in cases
