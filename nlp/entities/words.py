"""What two spellings of a word have in common: lemmas folded, unknown words stripped of their endings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import TypeVar

from spacy.tokens import Token

from nlp.knowledge.dictionary import fold, parse

T = TypeVar("T")
_WORD = re.compile(r"[^\W_]+(?:[-–—'’][^\W_]+)*")
_ENDING = re.compile(r"(?:ами|ями|ого|ему|ому|ом|ем|ой|ей|ах|ях|ов|ам|ям|ую|ая|ий|ый|[аяуюыиеоэьй])$")
_ABBREVIATION = re.compile(r"([А-ЯЁA-Z][А-ЯЁA-Z\d]+)(?:-?(?:а|у|ом|ов|е|ы))?")


def abbreviation(word: str) -> str | None:
    """The undeclined form of a word in capitals: «МИДа» → «МИД»; `None` for other words."""
    found = _ABBREVIATION.fullmatch(word)
    return found[1] if found else None


@lru_cache(maxsize=1 << 12)
def canonical(word: str) -> str:
    """One key for all forms of a written word, found without its context: «Республики» → «республика»."""
    short = abbreviation(word)
    if short is not None:
        return fold(short)
    best = parse(word.lower())[0]
    return fold(best.normal_form) if best.is_known else stripped(word)


@lru_cache(maxsize=1 << 10)
def candidates(word: str) -> frozenset[str]:
    """Every key that one of the forms of a dictionary word may have."""
    known = (each.normal_form for each in parse(word.lower()) if each.is_known)
    return frozenset({canonical(word), fold(word), *map(fold, known)})


def stripped(word: str) -> str:
    """An unknown word without what looks like its ending: «Хуавэя» → «хуавэ»."""
    low = fold(word)
    return _ENDING.sub("", low) if len(low) > 4 else low


def key(token: Token) -> str:
    """The key of a word in context: its lemma when the dictionary knows the word."""
    written = token.norm_
    if abbreviation(written) is not None or not _known(written.lower()):
        return canonical(written)
    return fold(token.lemma_ or written)


@lru_cache(maxsize=1 << 12)
def _known(word: str) -> bool:
    return bool(parse(word)[0].is_known)


def forms(token: Token) -> tuple[str, ...]:
    """Every key that a word may be found by, once: its lemma in context, then its written and its dictionary forms."""
    return _forms(token.norm_, token.lemma_)


@lru_cache(maxsize=1 << 13)
def _forms(written: str, lemma: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((fold(lemma or written), *sorted(candidates(written)))))


class Phrases(Mapping[tuple[str, ...], T]):
    """Phrases of a lexicon found again in any case: «Республики Беларусь» finds «Республика Беларусь»."""

    def __init__(self, entries: Sequence[tuple[str, T]]) -> None:
        self.entries: dict[tuple[str, ...], T] = {}
        for phrase, value in entries:
            split = _WORD.findall(phrase)
            for keys in (tuple(map(canonical, split)), tuple(map(fold, split))):
                self.entries.setdefault(keys, value)
        self.longest = max((len(keys) for keys in self.entries), default=0)
        self.lengths: dict[str, set[int]] = {}
        for keys in self.entries:
            self.lengths.setdefault(keys[0], set()).add(len(keys))

    def find(self, tokens: Sequence[Token]) -> T | None:
        """The value of the phrase that exactly these tokens are, `None` when there is no such phrase."""
        if not tokens or len(tokens) not in self._lengths(first := forms(tokens[0])):
            return None
        options = [first, *map(forms, tokens[1:])]
        return next((self.entries[keys] for keys in product(*options) if keys in self.entries), None)

    def scan(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, T]]:
        """The phrases among the tokens, longest first from the left: (start, end, value)."""
        end = 0
        for start, token in enumerate(tokens):
            if start < end or not (lengths := self._lengths(forms(token))):
                continue
            for length in sorted(lengths, reverse=True):
                value = self.find(tokens[start : start + length]) if start + length <= len(tokens) else None
                if value is not None:
                    end = start + length
                    yield start, end, value
                    break

    def _lengths(self, first: Collection[str]) -> set[int]:
        """How many words the phrases have that begin with one of these keys."""
        found = [self.lengths[key] for key in first if key in self.lengths]
        return set().union(*found) if found else set()

    def __getitem__(self, keys: tuple[str, ...]) -> T:
        return self.entries[keys]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)
