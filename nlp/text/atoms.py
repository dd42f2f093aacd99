"""Where the tokens of a clean text lie: razdel's rules, applied in one pass that copies nothing.

razdel (github.com/natasha/razdel) grows a token by adding strings, which takes hours on megabytes of dots; the rules
are its own, since slovnet's models were trained on its tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from razdel.rule import JOIN
from razdel.segmenters.punct import DASHES
from razdel.segmenters.tokenize import ATOM, PUNCT, RU, RULES, Atom, TokenSplit

from nlp.knowledge.dictionary import parse

Extent = tuple[int, int]
ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>«»\"]{0,1999}[^\s<>«»\".,;:!?)\]}'…]"
    r"|(?<![\w.+-])[A-Za-z0-9_][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9-]{1,63}){1,8}\b",
    re.IGNORECASE,
)
"""An address is one token: «https://mpt.gov.by/news?id=1», «info@mpt.gov.by»."""

_TYING = frozenset(DASHES + "_")
_LONG_DASH = re.compile(r"[^\W\d_]{2,}[–—][^\W\d_]{2,}")
_HOLDS_ONE = re.compile(r"[–—](?<=[^\W\d_]{2}.)[^\W\d_]{2}")
"""Begins with the dash: from every letter of a word without one a search would run to its end."""
_BETWEEN_WORDS = re.compile(r"[^\W\d_]\s[^\W\d_]")
CHUNK = 20_000
"""Characters at a time; cut between two plain words, where no rule looks across."""
_BUFFER = 8
"""No rule of razdel's looks further back than the longest smile."""


def tokens(text: str) -> Iterator[Extent]:
    """Half-open extents of the tokens of `text`, in order: «г.Шанхае» → «г», «.», «Шанхае»."""
    position = 0
    for found in ADDRESS.finditer(text):
        yield from _plain(text, position, found.start())
        yield found.span()
        position = found.end()
    yield from _plain(text, position, len(text))


def _plain(text: str, start: int, end: int) -> Iterator[Extent]:
    while start < end:
        cut = _BETWEEN_WORDS.search(text, start + CHUNK, end)
        stop = cut.start() + 1 if cut else end
        chunk = text[start:stop]
        dashed = _HOLDS_ONE.search(chunk) is not None
        for first, last in _joined(chunk):
            if dashed:
                yield from _apart(text, start + first, start + last)
            else:
                yield start + first, start + last
        start = stop


def _joined(text: str) -> Iterator[Extent]:
    """Atoms put together by razdel's rules."""
    atoms = list(ATOM.finditer(text))
    if not atoms:
        return
    begin, last = atoms[0].span()
    for index in range(1, len(atoms)):
        start, end = atoms[index].span()
        if start != last or not _one(text, atoms, begin, index):
            yield begin, last
            begin = start
        last = end
    yield begin, last


def _one(text: str, atoms: list[re.Match[str]], begin: int, index: int) -> bool:
    """Does no rule part the atoms, and one join them? `begin` is where the token begins that the left one ends."""
    if _never_one(atoms[index - 1], atoms[index]):
        return False
    near = [Atom(*each.span(), each.lastgroup, each[0]) for each in atoms[max(0, index - 3) : index + 3]]
    middle = min(index, 3)
    split = TokenSplit(near[:middle], "", near[middle:])
    start = atoms[index].start()
    split.buffer = text[max(begin, start - _BUFFER) : start]
    for rule in RULES:
        if action := rule(split):
            return bool(action == JOIN)
    return False


def _never_one(left: re.Match[str], right: re.Match[str]) -> bool:
    """A Russian word and a sign beside it, as mostly met: of razdel's rules only those of dashes join such two."""
    if left.lastgroup == RU:
        return right.lastgroup == PUNCT and right[0] not in _TYING
    return right.lastgroup == RU and left.lastgroup == PUNCT and left[0] not in _TYING


def _apart(text: str, start: int, end: int) -> Iterator[Extent]:
    """«Россия–Китай» is three tokens, «Нью–Йорк» and «2023–2025» one."""
    found = _LONG_DASH.fullmatch(text, start, end) if end - start < 80 else None
    if found is None or not _pair(found[0]):
        yield start, end
        return
    dash = max(text.find("–", start, end), text.find("—", start, end))
    yield from ((start, dash), (dash, dash + 1), (dash + 1, end))


def _pair(word: str) -> bool:
    plain = word.replace("–", "-").replace("—", "-")
    return plain.split("-")[1][0].isupper() and not parse(plain)[0].is_known
