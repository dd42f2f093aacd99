"""One post of several people: «министры Сергей Лавров и Ван И», «президенты России и Китая А и Б»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from nlp.entities.person_groups import PersonGroup
from nlp.entities.posts import Post
from nlp.entities.spans import after, head, letters, plural

Numbered = tuple[int, Span]


def shared(people: Sequence[PersonGroup], posts: Sequence[Post], spans: Sequence[Span]) -> Iterator[tuple[int, Post]]:
    """The number of each person in the row after a post in the plural, and the post.

    Places named in the same number as people go to them in order; otherwise all hold the post of the first place.
    """
    lands = {letters(span)[0].i: (number, span) for number, span in enumerate(spans)
             if span.label_ == "COUNTRY" and letters(span)}  # fmt: skip
    starts = {said[0].i: (number, each.span) for number, person in enumerate(people) for each in person.named
              if (said := letters(each.span))}  # fmt: skip
    for post in posts:
        if not plural(head(post.span)):
            continue
        places = _lands(post, lands)
        row = _row(after(post.span.doc, max([post.end, *(span.end for _, span in places)])), starts)
        for place, (number, _) in enumerate(row):
            yield number, replace(post, land=places[place][0]) if len(places) == len(row) > 1 else post


def _lands(post: Post, lands: Mapping[int, Numbered]) -> list[Numbered]:
    """The countries in a row that a post is of: «президенты России и Китая»."""
    first = next((letters(span)[0] for number, span in lands.values() if number == post.land), None)
    return _row(first, lands)


def _row(first: Token | None, starts: Mapping[int, Numbered]) -> list[Numbered]:
    """Those that begin at this word and follow one another, joined by commas and «и»."""
    row: list[Numbered] = []
    while first is not None and first.i in starts:
        row.append(starts[first.i])
        span = row[-1][1]
        link = after(span.doc, span.end)
        joined = link is not None and link.norm_.lower() in {",", "и"}
        first = after(span.doc, link.i + 1) if link is not None and joined else None
    return row
