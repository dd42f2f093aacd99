"""Whose posts they are: by apposition on either side, a dash or «является», else by the tree."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from nlp.entities.beside import Beside
from nlp.entities.person_groups import PersonGroup
from nlp.entities.posts import Post
from nlp.entities.rows import shared


def attach(people: Sequence[PersonGroup], posts: Sequence[Post], spans: Sequence[Span]) -> dict[int, list[Post]]:
    """The posts of each person, by the person's place in `people`; a post goes to the first person it stands beside."""
    beside = Beside(posts, spans)
    found: dict[int, list[Post]] = {}
    used: set[int] = set()
    for side in (beside.left, beside.right, beside.above):
        for number, person in enumerate(people):
            for each in person.named:
                fresh = [post for post in side(each.span) if post.index not in used]
                used.update(post.index for post in fresh)
                found.setdefault(number, []).extend(fresh)
    for number, post in shared(people, posts, spans):
        found.setdefault(number, []).append(post)
    return found
