"""Which of the one-byte Cyrillic code pages bytes are in: «Министр» in cp1251 is «лХМХЯРП» in koi8-r.

A page costs what its letters would surprise a reader of Russian by: the pairs of letters (`text/letter_pairs.tsv`),
capitals inside a word, signs that no text has. The cheapest page is taken when it is cheap and ahead of the others.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from nlp.knowledge.reader import read_table, resource

PAGES = ("cp1251", "koi8-r", "cp866", "iso8859-5")
SAMPLE = 4_000
"""Bytes of the lines that hold no plain ASCII alone, looked at to choose a page."""
SURE, LEAD = 6.4, 8.0
"""Bits a sign that Russian costs at most, and bits in all by which the best page must lead."""
ODD, CAPITAL, FOREIGN = 14.0, 6.0, 9.0
"""Bits for a sign that no text has, for a capital after a small letter, for a letter of another Cyrillic alphabet."""

_LINES = re.compile(rb"[^\n]*[\x80-\xff][^\n]*")
_SIGNS = frozenset("«»“”„“‘’–—…№§°\u00a0·•©®™±€")
_WORD = re.compile(r"[^\W\d_]+")


class Pair(msgspec.Struct, frozen=True):
    """A letter after another one, and its cost in tenths of a bit."""

    pair: str
    cost: int


class Ranked(NamedTuple):
    """A page with what it costs: bits in all, and bits a sign."""

    bits: float
    each: float
    page: str


def rank(data: bytes, pages: tuple[str, ...] = PAGES) -> list[Ranked]:
    """The pages, the likeliest first."""
    sample = _sample(data)
    return sorted(_ranked(sample, page) for page in pages)


def page_of(data: bytes, pages: tuple[str, ...] = PAGES) -> str | None:
    """The page that gives Russian words; `None` when none does, or two do so equally well."""
    best, second = rank(data, pages)[:2]
    return best.page if best.each <= SURE and second.bits - best.bits >= LEAD else None


def _ranked(sample: bytes, page: str) -> Ranked:
    text = sample.decode(page, "replace")
    bits, signs = cost(text)
    return Ranked(bits, bits / max(signs, 1), page)


def _sample(data: bytes) -> bytes:
    """The first lines that are not plain ASCII; long ones are cut."""
    found, size = [], 0
    for line in _LINES.finditer(data[: 50 * SAMPLE]):
        found.append(line[0][: SAMPLE - size])
        size += len(found[-1])
        if size >= SAMPLE:
            break
    return b"\n".join(found)


def cost(text: str) -> tuple[float, int]:
    """Bits that the words and signs of `text` beyond ASCII surprise by, and how many signs were counted."""
    bits, signs = 0.0, 0
    for word in _WORD.findall(text):
        if not word.isascii():
            bits += _word(word)
            signs += len(word) + 1
    odd = sum(1 for sign in text if sign > "\x7f" and not sign.isalpha() and sign not in _SIGNS)
    return bits + odd * ODD, signs + odd


def _word(word: str) -> float:
    costs, folded = pairs(), f"_{word.casefold().replace('ё', 'е')}_"
    bits = sum(costs.get(folded[i : i + 2], FOREIGN) for i in range(len(folded) - 1))
    return bits + CAPITAL * sum(1 for i in range(1, len(word)) if word[i].isupper() and word[i - 1].islower())


@lru_cache(maxsize=1)
def pairs() -> dict[str, float]:
    """Pair of letters, «_» at the edges of a word → its cost in bits."""
    rows = read_table(resource("text/letter_pairs.tsv"), Pair)
    return {row.pair: row.cost / 10 for row in rows}
