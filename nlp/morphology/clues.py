"""What the ranker looks at: clues of each word in and around a phrase, and of each option of a word.

A clue is a short string, "tag=NOUN|Gen|Sing", that stands or does not. «Советом директоров „Роснефти“»: the words of
the phrase with up to three before and two after it in its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from spacy.symbols import SPACE
from spacy.tokens import Token

from nlp.knowledge.dictionary import fold, parse
from nlp.morphology.annotate import form
from nlp.morphology.echoes import Echoes, bearers, votes
from nlp.morphology.options import GENDERS, Option
from nlp.morphology.readings import split, tables

BEFORE, AFTER = 3, 2
QUOTES = "«»“”„\"'"
KEPT = 1 << 13
"""Bags of clues kept, and shapes: a kilobyte at most."""
COMMON = 10
"""Readings whose cases and numbers are told."""
Bag: TypeAlias = tuple[str, ...]
"""Clues that stand together."""


class OfWord(NamedTuple):
    """What a word tells wherever it stands, not yet put into clues: «Советом», "NOUN", "Case=Ins|…", "obl"."""

    word: str
    part: str
    features: str
    relation: str


class OfOption(NamedTuple):
    """What an option of a word tells wherever it stands, not yet put into clues."""

    word: str
    option: Option


Told: TypeAlias = Bag | OfWord | OfOption
"""Clues, or what they will be made of: a tenth of the memory, and the ranker keeps what came of them."""
_SHOWN = ("Case", "Number", "Gender")


@dataclass(frozen=True, slots=True)
class Sight:
    """The words that are looked at; `first` is the place of the phrase's first among them, `count` how many it has."""

    words: list[Token]
    first: int
    count: int

    @property
    def own(self) -> list[Token]:
        """The words of the phrase."""
        return self.words[self.first : self.first + self.count]


def sight(phrase: Sequence[Token]) -> Sight:
    """The words of a phrase with their neighbours, signs included."""
    doc = phrase[0].doc
    before: list[Token] = []
    for place in range(phrase[0].i - 1, -1, -1):
        if len(before) == BEFORE or doc[place + 1].is_sent_start:
            break
        if doc[place].pos != SPACE:
            before.append(doc[place])
    after: list[Token] = []
    for place in range(phrase[-1].i + 1, len(doc)):
        if len(after) == AFTER or doc[place].is_sent_start:
            break
        if doc[place].pos != SPACE:
            after.append(doc[place])
    return Sight([*reversed(before), *phrase, *after], len(before), len(phrase))


def clues(told: Told) -> Bag:
    """The clues themselves."""
    if isinstance(told, OfWord):
        return _word_clues(*told)
    return _option_clues(*told) if isinstance(told, OfOption) else told


def _word_clues(word: str, part: str, features: str, relation: str) -> Bag:
    low = fold(word)
    readings = parse(low)[:COMMON]
    known = any(each.is_known for each in readings)
    told = {f"reads={each.tag.POS}|{each.tag.case}|{each.tag.number}" for each in readings}
    names = {
        f"name={name}" for each in readings for name in ("Name", "Surn", "Patr", "Geox", "Orgn") if name in each.tag
    }
    return (
        f"part={part}",
        f"rel={relation}",
        f"tag={part}|{features}",
        f"shape={shape(word)}",
        f"known={known}",
        f"word={low}",
        *(f"end={low[-length:]}" for length in range(1, 5) if length < len(low)),
        *(f"feature={each}" for each in features.split("|")),
        *sorted(told | names),
    )


@lru_cache(maxsize=KEPT)
def shape(word: str) -> str:
    """«Совет» Aa, «МИДа» AAa, «А» A, «№» -: letter case, digits, Latin letters."""
    if not any(letter.isalnum() for letter in word):
        return word if len(word) == 1 else "-"
    script = "L" if word.isascii() else ""
    if word[:1].isdigit():
        return "9" if word.isdigit() else "9a"
    capitals = "A" if len(word) == 1 else "AA" if word.isupper() else "Aa" if word.istitle() else "AAa"
    return script + (capitals if any(letter.isupper() for letter in word) else "a") + ("-" if "-" in word else "")


def place_clues(seen: Sight, heard: Echoes, label: str) -> Iterator[Bag]:
    """What each word seen tells by its place in the phrase, its head and its document; the phrase's own, the label."""
    own = {token.i: place for place, token in enumerate(seen.own)}
    before = _preposition(seen)
    depth = 0
    for place, token in enumerate(seen.words):
        inside = place - seen.first
        if not 0 <= inside < seen.count:
            yield (f"outside={inside if inside < 0 else inside - seen.count + 1}",)
            continue
        depth += token.text in QUOTES
        found = [
            label,
            f"from start={min(inside, 6)}",
            f"to end={min(seen.count - 1 - inside, 5)}",
            f"long={min(seen.count, 8)}",
            f"quotes={'mark' if token.text in QUOTES else depth % 2}",
            f"after={before}",
            f"place={min(inside, 3)}|{min(seen.count, 4)}|{token.pos_}",
            f"starts={bool(token.is_sent_start)}",
            f"gap={inside > 0 and seen.words[place - 1].i + 1 < token.i}",
        ]
        found += _head_clues(token, own)
        if token.text[:1].isupper():
            found.append(f"bearer={'|'.join(sorted(bearers(form(token), heard)))}")
        yield tuple(found)


def _preposition(seen: Sight) -> str:
    for token in reversed(seen.words[: seen.first]):
        if token.pos_ == "ADP":
            return fold(token.text)
        if token.text not in QUOTES and token.pos_ not in {"ADJ", "DET", "NUM"}:
            break
    return ""


def _head_clues(token: Token, own: dict[int, int]) -> list[str]:
    head = token.head
    if head.i == token.i:
        return ["head=root"]
    way = ("left" if head.i < token.i else "right") + ("" if abs(head.i - token.i) == 1 else "+")
    agrees = "".join("=" if _feature(token, name) == _feature(head, name) else "/" for name in _SHOWN)
    inside = head.i in own
    return [
        f"head={inside}|{way}",
        f"head is={inside}|{head.pos_}|{_feature(head, 'Case')}",
        f"agrees={inside}|{way}|{token.pos_}|{agrees}",
        f"hangs={token.dep_}|{inside}|{head.pos_}",
    ]


def _feature(token: Token, name: str) -> str:
    return _features(str(token.morph)).get(name, "")


@lru_cache(maxsize=1 << 11)
def _features(written: str) -> dict[str, str]:
    """«Case=Gen|Number=Sing» taken apart once: there are some hundred such strings."""
    return split(written)


def _option_clues(word: str, option: Option) -> Bag:
    """«Цяна» as Цян."""
    low, text, cased = fold(word), fold(option.text), shape(word)
    shared = _shared(low, text)
    change = f"{low[shared:]}>{text[shared:]}"
    kind = f"{option.kind}|{option.part}"
    return (
        f"kind={kind}",
        f"to={kind}|{option.target}",
        f"turns={kind}|{option.gender}|{option.number}>{option.target}",
        f"change={change}",
        f"whole change={low[max(shared - 2, 0) :]}>{text[max(shared - 2, 0) :]}",
        f"same={low == text}|{option.kind}",
        f"known={option.known}|{option.kind}",
        f"order={option.order}|{option.kind}",
        f"cased={cased}|{kind}|{option.known}",
        f"says={'|'.join(option.marks)}",
        f"cases={'|'.join(sorted(option.cases))}|{option.kind}",
        *(f"text end={text[-length:]}" for length in (1, 2, 3)),
        *(f"mark={each}|{cased}" for each in option.marks),
        f"text={text}",
    )


def fit_clues(option: Option, part: str, shown: tuple[str, str, str], voted: tuple[str, str]) -> Bag:
    """How an option agrees with the tag in the text, `shown` its case, number and gender, and with the document."""
    case = "?" if not option.cases or not shown[0] else "=" if shown[0] in option.cases else "/"
    way = option.kind, option.part, option.number, option.gender, option.target
    return _fit_clues(way, case, part, shown, voted)


@lru_cache(maxsize=KEPT // 2)
def _fit_clues(
    way: tuple[str, str, str | None, str | None, str],
    case: str,
    pos: str,
    shown: tuple[str, str, str],
    voted: tuple[str, str],
) -> Bag:
    """`way`: kind, part, number, gender and target of an option; the same for many words."""
    kind, part, own_number, own_gender, turned = way
    number = _agrees(own_number, shown[1])
    gender = _agrees(own_gender, shown[2])
    target = _agrees("plur" if turned == "plur" else GENDERS.get(turned), "plur" if shown[1] == "Plur" else shown[2])
    right = part in tables().parts.get(pos, ())
    return (
        f"fits={kind}|{case}{number}{gender}|{right}",
        f"fits case={kind}|{case}|{shown[0]}",
        f"fits number={kind}|{number}|{own_number}",
        f"fits gender={kind}|{gender}|{shown[2]}",
        f"fits target={kind}|{target}",
        f"fits part={kind}|{part}|{pos}",
        f"seen={kind}|{voted[0]}",
        f"voted={kind}|{voted[1]}",
        f"votes={turned or kind}|{voted[0]}|{voted[1]}",
    )


def _agrees(own: str | None, other: str) -> str:
    return "?" if not own or not other else "=" if own == other else "/"


def _shared(one: str, other: str) -> int:
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def of_token(token: Token) -> OfWord:
    """What the word tells itself, from its tag in the text."""
    return OfWord(form(token), token.pos_, str(token.morph), token.dep_)


def tagged(token: Token) -> tuple[str, str, str]:
    """Case, number and gender by the tag, "" for what it does not show."""
    return _feature(token, "Case"), _feature(token, "Number"), _feature(token, "Gender")


def vote(token: Token, option: Option, heard: Echoes) -> tuple[str, str]:
    """The document's vote, of capitalised words alone."""
    return votes(form(token), option, heard) if token.text[:1].isupper() else ("", "")
