"""What a word tells by where it stands: its place in the phrase, its head, the names of its document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from spacy.tokens import Token

from nlp.knowledge.dictionary import fold
from nlp.morphology.annotate import form
from nlp.morphology.clues import Bag
from nlp.morphology.echoes import Echoes, bearers
from nlp.morphology.readings import split
from nlp.morphology.sight import Sight

QUOTES = "«»“”„\"'"
Features: TypeAlias = Mapping[str, str]
_SHOWN = ("Case", "Number", "Gender")


def place_clues(seen: Sight, heard: Echoes, label: str) -> Iterator[Bag]:
    """What each word seen tells by its place in the phrase, its head and its document; the phrase's own, the label."""
    own = {token.i for token in seen.own}
    before = _preposition(seen)
    depth = 0
    for place, token in enumerate(seen.words):
        inside = place - seen.first
        if not 0 <= inside < seen.count:
            yield (f"outside={inside if inside < 0 else inside - seen.count + 1}",)
            continue
        mark, part = token.text in QUOTES, token.pos_
        depth += mark
        found = [
            label,
            f"from start={min(inside, 6)}",
            f"to end={min(seen.count - 1 - inside, 5)}",
            f"long={min(seen.count, 8)}",
            f"quotes={'mark' if mark else depth % 2}",
            f"after={before}",
            f"place={min(inside, 3)}|{min(seen.count, 4)}|{part}",
            f"starts={bool(token.is_sent_start)}",
            f"gap={inside > 0 and seen.words[place - 1].i + 1 < token.i}",
            *_head_clues(token, part, own),
        ]
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


def _head_clues(token: Token, part: str, own: set[int]) -> tuple[str, ...]:
    head = token.head
    if head.i == token.i:
        return ("head=root",)
    way = ("left" if head.i < token.i else "right") + ("" if abs(head.i - token.i) == 1 else "+")
    ours, theirs, its = features_of(token), features_of(head), head.pos_
    agrees = "".join("=" if ours.get(name, "") == theirs.get(name, "") else "/" for name in _SHOWN)
    inside = head.i in own
    return (
        f"head={inside}|{way}",
        f"head is={inside}|{its}|{theirs.get('Case', '')}",
        f"agrees={inside}|{way}|{part}|{agrees}",
        f"hangs={token.dep_}|{inside}|{its}",
    )


def tagged(token: Token) -> tuple[str, str, str]:
    """Case, number and gender by the tag, "" for what it does not show."""
    shown = features_of(token)
    return shown.get("Case", ""), shown.get("Number", ""), shown.get("Gender", "")


def features_of(token: Token) -> Features:
    """The features of a word by its tag."""
    return split(str(token.morph))
