"""Titles in front of names, however long: «заместитель начальника управления по связям МВД полковник Пётр Орлов»."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Span, Token

from nlp.entities.post_words import phases, words_before
from nlp.events.names import Named, Names
from nlp.events.rows import behind_note
from nlp.events.words import feature
from nlp.knowledge import lists

FAR = 24
"""How many tokens a title may take, with all that belongs to it."""
APART = frozenset({"-", "–", "—", ":"})
"""Marks behind which a title goes on, or the people that it tells of stand."""
_OWNERS = ("ORGANIZATION", "COUNTRY", "STATE_OR_PROVINCE", "CITY", "DISTRICT", "LOCATION", "PROFESSION")


def ranks() -> frozenset[str]:
    """Nouns that tell a rank and no post: «полковник»."""
    return lists.words("grammar/ranks.txt")


def person_behind(names: Names, token: Token) -> Named | None:
    """«заместитель министра связи Беларуси генерал Ткач»: the person that follows a title and what belongs to it."""
    title = names.over(token, ("PROFESSION",))
    if not title:
        return None
    end = title[0].span.end
    while (further := _further(names, token, end)) > end:
        end = further
    apart = any(each.text in APART for each in token.doc[title[0].span.end : end])
    return next(
        (named for named in _after(names, token, end, ("PERSON",)) if apart or agree(token, named.span.root)), None
    )


def _further(names: Names, token: Token, end: int) -> int:
    """Where the next part of a title ends: its body, a second title behind a dash, a word in the genitive, a note."""
    doc = token.doc
    if end + 1 >= min(len(doc), token.i + FAR):
        return end
    if inner := [n for n in _after(names, token, end, _OWNERS) if n.span.end > end]:
        return inner[0].span.end
    if doc[end].text in APART:
        return end + 1 if names.over(doc[end + 1], ("PROFESSION", "PERSON")) else end
    return note if (note := behind_note(doc, end)) > end else end + _is_of_title(doc[end])


def _is_of_title(word: Token) -> bool:
    """«департамента», «по делам», «на транспорте», «N6»: words that tell of what somebody is the head."""
    told = word.text.islower() and word.pos_ in ("NOUN", "ADJ") and feature(word, "Case") in ("Gen", "Dat", "Loc", "")
    return told or word.norm_ in ("по", "на") or word.is_digit or word.text.startswith(("N", "№"))


def agree(title: Token, name: Token) -> bool:
    """Whether title and name stand in one case; of people the accusative is the genitive."""
    cases = {feature(each, "Case").replace("Acc", "Gen") for each in (title, name)} - {""}
    return len(cases) <= 1


def held_from(post: Span) -> int:
    """Where a post begins, with «исполняющий обязанности» before it, whatever its mention holds."""
    before = words_before(post)
    held = (before[start].i for start, end, row in phases(before) if row.phase == "acting" and end == len(before))
    return int(next(held, post.start))


def _after(names: Names, token: Token, end: int, labels: Iterable[str]) -> list[Named]:
    """The mentions that begin or go on at a position, none at the end of the document."""
    doc = token.doc
    return [n for n in names.over(doc[end], labels) if n.span.start <= end] if end < len(doc) else []
