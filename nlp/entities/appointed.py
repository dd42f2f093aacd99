"""The body that gives a post without naming it again: «Совет директоров «Ромашки» назначил Орлова директором»."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from nlp.entities.heads import organ
from nlp.entities.organisations import OrgGroup
from nlp.entities.posts import Post
from nlp.entities.spans import feature, head, inside, letters
from nlp.knowledge import lists
from nlp.knowledge.dictionary import fold

_EMPLOYERS = frozenset({"company", "bank"})
"""Kinds whose posts are given from within; a ministry appoints to others."""
_OWN = frozenset({"organisation", "unit"})
_CLIMB = 3
"""Words from a post up to its verb, at most."""


def giver(post: Post, organisations: Mapping[int, OrgGroup]) -> OrgGroup | None:
    """The body that appoints to a post of its own, `None` when the post is another's or nobody's is said."""
    if post.row is None or post.row.of not in _OWN or post.body is not None or post.land is not None:
        return None
    subject = next((word for verb in _verbs(head(post.span)) for word in verb.children if _appoints(word)), None)
    return _employer(subject, organisations) if subject is not None else None


def _verbs(token: Token) -> Iterator[Token]:
    """The verb of appointing that a post hangs on."""
    for _ in range(_CLIMB):
        token = token.head
        if token.pos_ == "VERB":
            if fold(token.lemma_) in _appointing():
                yield token
            return


def _appoints(word: Token) -> bool:
    """The subject, or the agent of a passive: «избран собранием акционеров»."""
    agent = word.dep_ == "obl:agent" or (word.dep_ == "obl" and feature(word, "Animacy") == "Inan")
    return word.dep_ == "nsubj" or (agent and feature(word, "Case") == "Ins")


def _employer(word: Token, organisations: Mapping[int, OrgGroup]) -> OrgGroup | None:
    """The body that the word names, or that it acts for."""
    forms = [(form.span, group) for group in organisations.values() for form in group.forms]
    around = {(span.start, span.end): group for span, group in forms if span.start <= word.i < span.end}
    if not around:
        return None
    start, end = max(around, key=_length)
    whole, group = word.doc[start:end], around[start, end]
    if organ(letters(whole)):
        return next((group for span, group in forms if inside(span, whole)), None)
    return group if group.kind in _EMPLOYERS else None


def _length(place: tuple[int, int]) -> int:
    return place[1] - place[0]


def _appointing() -> frozenset[str]:
    return lists.folded("identity/appointing.txt")
