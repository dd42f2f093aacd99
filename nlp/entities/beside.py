"""Which posts stand beside a name: before it, through ranks and other posts, or behind a comma or a dash.

«начальник штаба генерал-майор Пётр Бугров»: the rank is stepped over; «министр, глава штаба Пётр Бугров» are two posts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from nlp.entities.post_words import abridged
from nlp.entities.posts import Post, aide
from nlp.entities.spans import after, before, feature, head, letters, plural

COPULAS = frozenset({"являться", "быть", "оставаться", "работать", "служить"})
DASHES = frozenset({"-", "–", "—", "―"})
_LINKS = DASHES | {"и", ","}
REACH = 12
"""How many words may stand between a post and the name that the tree hangs on it."""


@dataclass(frozen=True, slots=True)
class Title:
    """A post, or a rank («генерал-майор», `post` is `None`), and the first word that belongs to it."""

    span: Span
    start: int
    post: Post | None


class Beside:
    """The posts, ranks and people of a document by the words that follow and begin them."""

    def __init__(self, posts: Sequence[Post], spans: Sequence[Span]) -> None:
        self._ends = {following.i: title for title, end in _titles(posts, spans)
                      if (following := after(title.span.doc, end)) is not None}  # fmt: skip
        self._starts = {post.start: post for post in posts}
        self._heads = {head(post.span).i: post for post in posts}
        people = [span for span in spans if span.label_ == "PERSON"]
        self._names = {place for span in people for place in range(span.start, span.end)}
        self._people = {following.i: span for span in people
                        if (following := after(span.doc, span.end)) is not None}  # fmt: skip

    def left(self, span: Span) -> list[Post]:
        """«первый заместитель министра Павел Ткач», «основатель и глава компании Илон Маск»."""
        first = next(iter(letters(span)), span[0])
        title = self._ends.get(first.i)
        if title is None:
            return self._over_owner(first.i)
        if self._owns(title, span) or _is_of(title, span):
            return []
        return self._chain(title)

    def _chain(self, title: Title) -> list[Post]:
        """The title and those joined with it, from the nearest to the name."""
        chain: list[Title] = []
        following: Title | None = title
        while following is not None and following not in chain and not _many(following):
            chain.append(following)
            earlier = self._joined(following)
            following = earlier if earlier is not None and agree(earlier.span, chain[-1].span) else None
        return [each.post for each in chain if each.post is not None]

    def _joined(self, title: Title) -> Title | None:
        """The one right before it, or before «и», a comma or a dash; before a rank no «и»: «президент и леди А. Б.»."""
        doc = title.span.doc
        if title.start in self._ends:
            return self._ends[title.start]
        link = before(doc, title.start)
        links = _LINKS if title.post is not None else DASHES | {","}
        return self._ends.get(link.i) if link is not None and link.norm_.lower() in links else None

    def _over_owner(self, first: int) -> list[Post]:
        """«пресс-секретарь Сомова Анна Белова»: the post before another's name in the genitive."""
        owner = self._people.get(first)
        title = self._ends.get(owner.start) if owner is not None else None
        return self._chain(title) if owner is not None and title is not None and self._owns(title, owner) else []

    def _owns(self, title: Title, owner: Span) -> bool:
        """Whether the name right after a title is whose aide the next one is."""
        following = after(owner.doc, owner.end)
        if len(letters(owner)) > 1 or following is None or following.i not in self._names or title.post is None:
            return False
        return feature(head(owner), "Case") in {"Gen", "Acc"} and aide(title.post)

    def right(self, span: Span) -> list[Post]:
        """«Павел Ткач, первый заместитель министра», «Ткач — министр», «Ткач является министром»."""
        mark = after(span.doc, span.end)
        if mark is None or not _introduces(mark):
            return []
        following = after(span.doc, mark.i + 1)
        post = self._starts.get(following.i) if following is not None else None
        if post is None or plural(head(post.span)) or self._taken(post):
            return []
        return [post] if mark.norm_ not in {",", "("} or agree(post.span, span) else []

    def _taken(self, post: Post) -> bool:
        """Whether a name follows the post, over ranks too, whose post it then is: «Ткач, премьер Ли Цян»."""
        return any(place in self._names for place in self._behind(post.span.doc, post.end))

    def _behind(self, doc: Doc, end: int) -> Iterator[int]:
        """Where the words begin that follow a post and the titles right behind it."""
        ends = {title.start: place for place, title in self._ends.items()}
        following = after(doc, end)
        place = following.i if following is not None else None
        while place is not None:
            yield place
            link = doc[place].norm_ in DASHES
            beyond = after(doc, place + 1) if link else None
            place = ends.get(beyond.i if beyond is not None else place)

    def above(self, span: Span) -> list[Post]:
        """«замглавы штаба по связи Пётр Бугров»: the post that the tree hangs the name on, words alone between."""
        token = head(span)
        for _ in range(3):
            if not token.dep_.startswith(("appos", "flat")) or token.head.i > span.start:
                return []
            token = token.head
            post = self._heads.get(token.i)
            if post is not None and self._near(post, span):
                return [post] if not plural(head(post.span)) and agree(post.span, span) else []
        return []

    def _near(self, post: Post, span: Span) -> bool:
        between = [token for token in span.doc[post.end : span.start] if token.pos_ != "SPACE"]
        broken = any(token.pos_ in {"VERB", "PUNCT"} or token.i in self._names for token in between)
        return post.end <= span.start and len(between) <= REACH and not broken


def _titles(posts: Sequence[Post], spans: Sequence[Span]) -> Iterator[tuple[Title, int]]:
    """Posts, and the ranks that are none, each with its end."""
    known = {place for post in posts for place in range(post.span.start, post.end)}
    for span in spans:
        if span.label_ == "PROFESSION" and span.start not in known:
            said = letters(span)
            yield Title(span, said[0].i if said else span.start, None), span.end
    for post in posts:
        yield Title(post.span, post.start, post), post.end


def _introduces(mark: Token) -> bool:
    return mark.norm_ in {",", "("} | DASHES or mark.lemma_ in COPULAS


def _is_of(title: Title, span: Span) -> bool:
    """«помощник Сомова»: somebody of his, who is not named."""
    if title.post is None or not aide(title.post) or agree(title.span, span):
        return False
    return len(letters(span)) == 1 or feature(head(title.span), "Case") == "Nom"


def _many(title: Title) -> bool:
    return plural(head(title.span))


def agree(one: Span, two: Span) -> bool:
    """The same case, as far as both are tagged; a name may be indeclinable, so its every word is asked."""
    first = feature(head(one), "Case") if not abridged(head(one).norm_) else None
    cases = {feature(token, "Case") for token in letters(two)} - {None}
    return first is None or not cases or first in cases
