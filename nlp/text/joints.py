"""Whether a line goes on from the one before it: «…Министерством связи и» / «информатизации…».

Lines are broken by mail programs at a fixed width, by converters in the middle of a sentence, by print with a hyphen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from nlp.knowledge import lists
from nlp.knowledge.dictionary import parse
from nlp.text.characters import INVISIBLE

Joint = Literal["space", "keep hyphen", "drop hyphen"]

_EDGE = re.compile(rf"[\s*_~\\{INVISIBLE}]*")
_OPENING = re.compile(rf"[\s*_~{INVISIBLE}\"«“„'(\[]*")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\Z")
_FIRST_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HYPHENS = "-\u2010\u00ad"
_CLOSING = "»”\"')]’"
WIDEST, NARROWEST = 120, 40
"""Columns: lines are wrapped by width between these."""
WINDOW = 80
"""Characters looked at on either side of a break."""


class Edge(NamedTuple):
    """Two neighbouring lines at their break: the end of one, the start of the next, without markup."""

    left: str
    right: str
    gap: bool
    full: bool


def edge(text: str, left: tuple[int, int], right: tuple[int, int], width: int | None, *, gap: bool) -> Edge:
    """What stands at the break between two lines; `gap` when blank lines lie between."""
    ending = text[max(left[0], left[1] - WINDOW) : left[1]]
    last = _EDGE.match(ending[::-1])
    ending = ending[: len(ending) - (last.end() if last else 0)]
    if text[left[1] - 1] == "\u00ad":
        ending += "\u00ad"
    beginning = text[right[0] : min(right[1], right[0] + WINDOW)]
    opening = _EDGE.match(beginning)
    beginning = beginning[opening.end() if opening else 0 :]
    full = width is not None and not gap and _overflows(text, left, right, width)
    return Edge(ending, beginning, gap, full)


def joint(at: Edge, *, listed: bool) -> Joint | None:
    """How the two lines are one, `None` when a new paragraph begins.

    `listed`: the left line itself began with a small letter out of nowhere, as the items of an unmarked list do.
    """
    if not at.left or not at.right:
        return None
    if at.left[-1] in _HYPHENS and at.left[-2:-1].isalpha() and at.right[0].isalpha():
        return _hyphenated(at)
    return "space" if at.full or _open(at, listed=listed) else None


def _open(at: Edge, *, listed: bool) -> bool:
    """The left line ends in mid-sentence, or the right one begins there."""
    opening = _OPENING.match(at.right)
    first = at.right[opening.end() : opening.end() + 1] if opening else ""
    if _closed(at.left):
        return first.islower() and _abbreviated(at.left)
    if at.left[-1] in ":;":
        return False
    if _needs_more(at.left) or (at.left[-1] == "," and not at.gap):
        return first.isalnum()
    return first.islower() and "Ѐ" <= first <= "ӿ" and not listed


def _closed(left: str) -> bool:
    return left.rstrip(_CLOSING)[-1:] in tuple(".!?…")


def _abbreviated(left: str) -> bool:
    last = _LAST_WORD.search(left[:-1])
    return left[-1] == "." and last is not None and (last[0] in abbreviations() or len(last[0]) == 1)


def _needs_more(left: str) -> bool:
    """The last word is a preposition or a conjunction: «связи и», «в рамках соглашения между»."""
    last = _LAST_WORD.search(left)
    return last is not None and last[0].islower() and _is_function_word(last[0])


@lru_cache(maxsize=4096)
def _is_function_word(word: str) -> bool:
    return any(each.tag.POS in {"PREP", "CONJ"} for each in parse(word)[:1])


def _hyphenated(at: Edge) -> Joint | None:
    head, tail = _LAST_WORD.search(at.left.rstrip(_HYPHENS)), _FIRST_WORD.match(at.right)
    if head is None or tail is None or (at.gap and not tail[0][0].islower()):
        return None
    if at.left[-1] == "\u00ad":
        return "drop hyphen"
    return "drop hyphen" if tail[0][0].islower() and _is_one_word(head[0], tail[0]) else "keep hyphen"


@lru_cache(maxsize=4096)
def _is_one_word(head: str, tail: str) -> bool:
    """«инфор» + «мации» is; «кто» + «то» is none; unknown to the dictionary: unless both halves are words."""
    if _known(head + tail):
        return True
    if "-" in head or _known(f"{head}-{tail}"):
        return False
    return not (_known(head) and _known(tail))


def _known(word: str) -> bool:
    return bool(parse(word)[0].is_known)


def abbreviations() -> frozenset[str]:
    """Shortened words whose dot ends no sentence: «г», «им», «ул»."""
    return lists.words("text/abbreviations.txt")


def width(text: str, pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> int | None:
    """The column at which the lines of a text were wrapped, `None` when each line is a paragraph.

    Lines were wrapped when, as a rule, the first word of the next would not have fitted.
    """
    if len(pairs) < 3:
        return None
    lengths = sorted(end - start for (start, end), _ in pairs)
    widest = lengths[int(0.95 * (len(lengths) - 1))]
    if not NARROWEST <= widest <= WIDEST:
        return None
    full = sum(_overflows(text, left, right, widest) for left, right in pairs)
    return widest if full >= 0.6 * len(pairs) else None


def _overflows(text: str, left: tuple[int, int], right: tuple[int, int], columns: int) -> bool:
    word = text[right[0] : min(right[1], right[0] + WINDOW)].split(maxsplit=1)
    return left[1] - left[0] + 1 + len(word[0] if word else "") > columns
