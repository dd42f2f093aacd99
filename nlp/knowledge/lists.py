"""Lists of words of this package as sets, each read once: `words("identity/no_posts.txt")` holds «кандидат»."""

from __future__ import annotations

from functools import cache

from nlp.knowledge.dictionary import fold
from nlp.knowledge.reader import read_lines, resource


@cache
def words(relative: str) -> frozenset[str]:
    """The items as they are written; raises `KnowledgeError` for a list that breaks its format."""
    return frozenset(read_lines(resource(relative)))


@cache
def folded(relative: str) -> frozenset[str]:
    """The items in lower case, with е for ё, as words are looked up."""
    return frozenset(map(fold, words(relative)))
