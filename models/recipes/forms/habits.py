"""The spelling habits of the corpus, learned from its training part: letter case, blanks, ё."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from nlp.evaluation.habits import (
    DASH,
    DOTTED,
    HYPHEN,
    JOINED,
    KEEP,
    LOWER,
    PLAIN,
    SAME,
    TIDY,
    TITLE,
    Habit,
    Habits,
    Phrase,
    case_clues,
    dots_clues,
    dotted,
    gap,
    gap_clues,
    lettered,
)

RARE = 3
"""Clues seen less often are left out."""
ROUNDS, RATE, DECAY = 60, 0.5, 2e-5
_LETTER = re.compile(r"[^\W_]")


class Example(NamedTuple):
    """A phrase in its right forms, each word of the corpus's answer, the texts between these; the tail stands last."""

    phrase: Phrase
    words: Sequence[str]
    gaps: Sequence[str]


def example(phrase: Phrase, gold: str) -> Example | None:
    """Cuts the answer by the letters of the forms; `None` when they do not fit."""
    places = [place for place, letter in enumerate(gold) if _LETTER.match(letter)]
    words, gaps, used, last = [], [], 0, 0
    for piece in phrase.pieces:
        length = len(_LETTER.findall(piece.form))
        if not length or used + length > len(places):
            return None
        start, end = places[used], places[used + length - 1] + 1
        words.append(gold[start:end])
        gaps.append(gold[last:start])
        used, last = used + length, end
    return Example(phrase, words, [*gaps, gold[last:]]) if used == len(places) else None


def learn(examples: Sequence[Example]) -> Habits:
    """All three habits; the list of words with ё comes first, the choice of ё from it."""
    known = _dotted(examples)
    return Habits(
        case=_habit((KEEP, LOWER, TITLE), _cases(examples)),
        gap=_habit((SAME, TIDY, JOINED, HYPHEN, DASH), _gaps(examples)),
        dots=_habit((PLAIN, DOTTED), _dots(examples, known)),
        dotted=known,
    )


def _cases(examples: Iterable[Example]) -> Iterator[tuple[list[str], str]]:
    for each in examples:
        for place, (piece, word) in enumerate(zip(each.phrase.pieces, each.words, strict=True)):
            plain = word.replace("ё", "е").replace("Ё", "Е")
            right = [way for way in (KEEP, LOWER, TITLE) if _plain(lettered(piece.form, way)) == plain]
            clues = case_clues(each.phrase, place)
            if right and clues != ["small"]:
                yield clues, right[0]


def _plain(word: str) -> str:
    return word.replace("ё", "е").replace("Ё", "Е")


def _gaps(examples: Iterable[Example]) -> Iterator[tuple[list[str], str]]:
    for each in examples:
        texts = [*(piece.gap for piece in each.phrase.pieces), each.phrase.tail]
        for place, (text, wanted) in enumerate(zip(texts, each.gaps, strict=True)):
            right = [way for way in (SAME, TIDY, JOINED, HYPHEN, DASH) if gap(text, way) == wanted]
            clues = gap_clues(each.phrase, place)
            if right and clues != ["none"]:
                yield clues, right[0]


def _dotted(examples: Iterable[Example]) -> dict[str, str]:
    """Words that names have with ё, if they mostly do."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for each in examples:
        capital = any(letter.isupper() for word in each.words for letter in word)
        for word in each.words if capital else ():
            low = word.lower()
            if "ё" in low or "е" in low:
                seen[low.replace("ё", "е")][low] += 1
    best = {plain: counts.most_common(1)[0][0] for plain, counts in sorted(seen.items())}
    return {plain: word for plain, word in best.items() if "ё" in word}


def _dots(examples: Iterable[Example], known: dict[str, str]) -> Iterator[tuple[list[str], str]]:
    for each in examples:
        for place, (piece, word) in enumerate(zip(each.phrase.pieces, each.words, strict=True)):
            cased = word.replace("ё", "е").replace("Ё", "Е") if "ё" not in piece.form.lower() else piece.form
            if dotted(cased, known) != cased:
                right = DOTTED if word == dotted(cased, known) else PLAIN
                yield dots_clues(each.phrase, place, cased, known), right


def _habit(ways: tuple[str, ...], decisions: Iterable[tuple[list[str], str]]) -> Habit:
    """Softmax regression over clues, by full batches with adaptive steps (Duchi et al., Adaptive subgradient, 2011)."""
    told = list(decisions)
    counts = Counter(clue for clues, _ in told for clue in clues)
    places = {clue: place for place, clue in enumerate(sorted(clue for clue in counts if counts[clue] >= RARE))}
    rows = np.array([row for row, (clues, _) in enumerate(told) for clue in clues if clue in places], dtype=np.int64)
    columns = np.array([places[clue] for clues, _ in told for clue in clues if clue in places], dtype=np.int64)
    wanted = np.zeros((len(told), len(ways)))
    wanted[np.arange(len(told)), [ways.index(way) for _, way in told]] = 1
    weights = _regressed(rows, columns, wanted, len(places))
    kept = {clue: tuple(np.round(weights[place], 2).tolist()) for clue, place in places.items()}
    return Habit(ways, {clue: own for clue, own in kept.items() if max(map(abs, own)) >= 0.05})


def _regressed(rows: np.ndarray, columns: np.ndarray, wanted: np.ndarray, size: int) -> np.ndarray:
    weights = np.zeros((size, wanted.shape[1]))
    squares = np.full_like(weights, 1e-6)
    for _ in range(ROUNDS):
        sums = np.zeros_like(wanted)
        np.add.at(sums, rows, weights[columns])
        sums -= sums.max(axis=1, keepdims=True)
        shares = np.exp(sums) / np.exp(sums).sum(axis=1, keepdims=True)
        slope = np.zeros_like(weights)
        np.add.at(slope, columns, (shares - wanted)[rows])
        slope += DECAY * len(wanted) * weights
        squares += slope * slope
        weights -= RATE * slope / np.sqrt(squares)
    return weights
