"""The words of `fact_posts.txt` and what they say of a title: «глава правительства» is the head of a body.

The task parts «глава правительства Израиля» into «глава» and «правительство Израиля».
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from nlp.knowledge.dictionary import parse
from nlp.knowledge.lexicons import organisations
from nlp.knowledge.reader import read_lines

KINDS = ("no", "own", "end", "free", "body", "state")


class Title(NamedTuple):
    """A post, and the common noun of the body that it is held in, both as the text has them; "" for none."""

    post: str
    body: str


@lru_cache(maxsize=1)
def words() -> dict[str, frozenset[str]]:
    """The dictionary forms of the list by their kind."""
    lines = [line.split(" ", 1) for line in read_lines(Path(__file__).with_name("fact_posts.txt"))]
    return {kind: frozenset(word for each, word in lines if each == kind) for kind in KINDS}


def first_noun(title: str) -> frozenset[str]:
    """The dictionary forms of a title's first noun; of a plural, which is nobody's own post, those of no post."""
    for word in title.split():
        nouns = [each for each in parse(word)[:1] if "NOUN" in each.tag]
        if nouns and not any("sing" in each.tag for each in parse(word) if "NOUN" in each.tag):
            return words()["no"]
        if nouns:
            return frozenset(each.normal_form for each in parse(word) if "NOUN" in each.tag)
    return frozenset()


def split_title(title: str) -> Title:
    """«лидер фракции» → лидер, фракции; «глава палестинской делегации» → глава, палестинской делегации."""
    told = title.split()
    at = next((n for n, word in enumerate(told) if n and _owner(word) & _bodies()), None)
    if at is None:
        return Title(title, "")
    while at > 1 and any({"ADJF", "gent"} <= each.tag.grammemes for each in parse(told[at - 1])):
        at -= 1
    return Title(" ".join(told[:at]), " ".join(told[at:]))


def without_body(title: str) -> str:
    """«глава партии» → «глава»: what the task leaves out where the party is named."""
    head, _, last = title.rpartition(" ")
    return head if head and _oblique(last) & words()["end"] else title


def kind_of(noun: str) -> str | None:
    """What bodies a common noun stands for: «партии» → party."""
    forms = _oblique(noun)
    return next((row.kind for row in organisations() if row.word in forms), None)


def _oblique(word: str) -> set[str]:
    return {each.normal_form for each in parse(word.lower()) if "NOUN" in each.tag and "nomn" not in each.tag}


def _owner(word: str) -> set[str]:
    return {each.normal_form for each in parse(word.lower()) if {"NOUN", "gent"} <= each.tag.grammemes}


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    """Nouns that head the name of a body, but for those that the task leaves out."""
    return (frozenset(row.word for row in organisations()) | words()["body"]) - words()["end"]
