"""From when till when a post was held, where the text says it beside the post: «министр связи с 2015 по 2016 год»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from nlp.document import mention_id
from nlp.entities.beside import COPULAS
from nlp.entities.posts import Post
from nlp.entities.spans import after, head

_OPEN = ".."
_DATE = "DATE"


class Tenure(NamedTuple):
    """Both in EDTF, `None` for what is not said: «губернатор с 2009 года» has no end."""

    start: str | None
    end: str | None


UNTOLD = Tenure(None, None)


def tenures(posts: Sequence[Post], spans: Sequence[Span], dates: Mapping[str, str]) -> dict[int, Tenure]:
    """The times of posts by the number of the post's mention; `dates` gives the value of a DATE mention by its id."""
    periods = {number: told for number, span in enumerate(spans)
               if span.label_ == _DATE and (told := _period(dates.get(mention_id(number), "")))}  # fmt: skip
    found: dict[int, Tenure] = {}
    for post in posts if periods else ():
        times = [told for number, told in periods.items() if _is_of(spans[number], post)]
        if len(times) == 1:
            found[post.index] = times[0]
    return found


def _period(value: str) -> Tenure | None:
    """Of an interval; a day or a year is no time of office."""
    start, slash, end = value.partition("/")
    if not slash or "," in value:
        return None
    return Tenure(*(None if each in {_OPEN, ""} else each for each in (start, end)))


def _is_of(date: Span, post: Post) -> bool:
    """Right behind the post, a comma or a bracket between at most; or on the same verb: «был министром до 2010 г.»."""
    return _behind(date, post) or head(date).head in _governors(post)


def _behind(date: Span, post: Post) -> bool:
    following = after(post.span.doc, post.end)
    if following is not None and following.norm_ in {"(", ","}:
        following = after(post.span.doc, following.i + 1)
    return following is not None and date.start <= following.i < date.end


def _governors(post: Post) -> list[Token]:
    """The post as a predicate and its verb: «была министром», «работал министром»."""
    noun = head(post.span)
    verbs = [child for child in noun.children if child.dep_ == "cop"]
    if noun.head.lemma_ in COPULAS and noun.head is not noun:
        return [noun, noun.head]
    return [noun, *verbs] if verbs else []
