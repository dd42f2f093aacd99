"""Whether a short form stands for a long name: «ШОС», «Минсвязи», «Госдума», «ЕврАзЭС»."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

SKIPPED = frozenset({"и", "по", "в", "во", "на", "о", "об", "с", "при", "за", "для", "у", "к"})
_LINKS = "ое"


def initials(short: str, words: Sequence[str]) -> bool:
    """Whether the letters are the first letters of the words: «МИД», «Министерство иностранных дел».

    Small words may count or not: «МЧС», «ВТБ»; words joined by a hyphen count each: «СНГ».
    """
    parts = [part for word in words for part in word.lower().split("-") if part]
    letters = short.lower()
    if not short.isupper() or len(short) < 2 or not parts:
        return False
    small = [place for place, part in enumerate(parts) if part in SKIPPED]
    choices = (
        (set(kept) for size in range(len(small) + 1) for kept in combinations(small, size))
        if len(small) < 5
        else [set()]
    )
    return any(
        letters == "".join(part[0] for place, part in enumerate(parts) if place not in small or place in kept)
        for kept in choices
    )


def blend(short: str, words: Sequence[str]) -> bool:
    """Whether the short form is made of the beginnings of the words in order: «Минсвязи», «Госдума», «Центробанк»."""
    parts = [word.lower() for word in words if word.lower() not in SKIPPED]
    low = short.lower()
    return len(parts) > 1 and len(low) > 4 and not short.isupper() and _blends(low, parts, first=True)


def spelled_from(short: str, name: str) -> bool:
    """Whether the letters of the short form occur in the name in order, from its first letter on: for «(ШОС)»."""
    rest = iter(name.lower())
    low = [letter for letter in short.lower() if letter.isalnum()]
    return bool(low) and name.lower().lstrip('«"„“ ').startswith(low[0]) and all(letter in rest for letter in low)


def _blends(rest: str, parts: Sequence[str], *, first: bool) -> bool:
    """Each chunk is at least three letters that begin a word; the first chunk begins the first word."""
    if not rest:
        return True
    for place, part in enumerate(parts[:1] if first else parts):
        for size in range(min(len(part), len(rest)), 2, -1):
            if not rest.startswith(part[:size]):
                continue
            tail, later = rest[size:], parts[place + 1 :]
            if _blends(tail, later, first=False) or (tail[:1] in set(_LINKS) and _blends(tail[1:], later, first=False)):
                return not (first and not tail)
    return False
