"""A phrase in the form of a register: «Министерством связи и информатизации» → Министерство связи и информатизации.

The head and the words that agree with it go into the nominative, their number kept; genitives, prepositional groups and
quoted names stay. Which case a phrase stands in is decided for all its words together: every case is a candidate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Span, Token

from nlp.knowledge.dictionary import Reading, parse
from nlp.knowledge.reader import read_lines, resource
from nlp.morphology.annotate import form
from nlp.morphology.choice import PERSON, Forms, choose, phrase, total
from nlp.morphology.forms import spell
from nlp.morphology.governors import support
from nlp.morphology.lemmatizer import lemma
from nlp.morphology.lettering import like, quoted
from nlp.morphology.phrases import feature

CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nominative of a phrase, supposing that the phrase stands in `case`; scores compare within one phrase."""

    text: str
    case: str
    score: float


def normal_form(of: Span | Sequence[Token], label: str | None = None) -> str:
    """The phrase in the nominative, its number kept, quotation marks as «…», letter case kept.

    `label` is a NEREL label when one is known: people's names are read word by word.
    """
    tokens, found = _supposed(of, label)
    return _text(tokens, found[0][2]) if found else ""


def candidates(of: Span | Sequence[Token], label: str | None = None) -> list[Candidate]:
    """What the phrase may be in the nominative, the best first; the same text may come from two cases."""
    tokens, found = _supposed(of, label)
    return [Candidate(_text(tokens, changed), case, score) for score, case, changed in found]


def _supposed(
    of: Span | Sequence[Token], label: str | None
) -> tuple[list[Token], list[tuple[float, str, dict[int, str]]]]:
    """The tokens that count, and for every case its score and the words that change, the best case first."""
    tokens = _without_mark(list(of), label)
    words = [token for token in tokens if token.pos_ != "SPACE"]
    if not words:
        return tokens, []
    if feature(words[0], "VerbForm") in {"Fin", "Conv"}:
        first = lemma(form(words[0]), words[0].pos_, str(words[0].morph))
        return tokens, [(0.0, "Nom", {words[0].i: like(first, form(words[0]))})]
    own = phrase(words, label)
    chosen = [(case, choose(own, case)) for case in CASES]
    ways = [(total(each) + support(words, case), case, _changed(words, each, case)) for case, each in chosen]
    return tokens, sorted(ways, key=_score, reverse=True)


def _score(way: tuple[float, str, dict[int, str]]) -> float:
    return way[0]


def _changed(words: Sequence[Token], chosen: Forms, case: str) -> dict[int, str]:
    """In the nominative nothing changes."""
    if case == "Nom":
        return {}
    return {words[place].i: like(spell(each, form(words[place])), form(words[place])) for place, each in chosen.items()}


def _without_mark(tokens: list[Token], label: str | None) -> list[Token]:
    """Without «г.» before a town."""
    words = [token for token in tokens if token.pos_ != "SPACE"]
    if label == PERSON or len(words) < 2 or words[0].text not in marks():
        return tokens
    rest = words[2:] if words[1].text == "." else words[1:]
    return tokens[tokens.index(rest[0]) :] if rest and rest[0].text[0].isupper() else tokens


@lru_cache(maxsize=1)
def marks() -> frozenset[str]:
    """«г», «пос»: abbreviations that announce a settlement."""
    return frozenset(read_lines(resource("morphology/settlement_marks.txt")))


def _text(tokens: Sequence[Token], changed: Mapping[int, str]) -> str:
    """The phrase with some words changed; tokens that are no words leave at most a blank."""
    pieces = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        own = (" " if token.text.isspace() else "") if token.pos_ == "SPACE" else changed.get(token.i, form(token))
        gap = " " if after is not None and after.i != token.i + 1 else token.whitespace_
        pieces.append(own + gap)
    return quoted(pieces)


def inflect(text: str, case: str, number: str | None = None) -> str:
    """Words from the nominative into `case` (UD: "Gen"): «генеральный директор» → генерального директора.

    Adjectives before the first noun and that noun change; `number` ("Sing", "Plur") is kept when `None`.
    """
    words = text.split(" ")
    target = {CASES[case]} | ({NUMBERS[number]} if number else set())
    for place, word in enumerate(words):
        reading = _nominative(word)
        if reading is None:
            break
        inflected = reading.inflect(target)
        words[place] = like(str(inflected.word), word) if inflected else word
        if reading.tag.POS == "NOUN":
            break
    return " ".join(words)


def _nominative(word: str) -> Reading | None:
    found = [each for each in parse(word.lower()) if each.tag.case == "nomn"]
    return found[0] if found else None
