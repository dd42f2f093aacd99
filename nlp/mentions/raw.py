"""Raw places and bodies of the network that are none, each with the reason, and people of it that are places.

«СМИ» is listed as none, «Комитет» is a head word, «ПОСТАНОВЛЯЕТ» has its capitals from the whole heading.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from nlp.knowledge.dictionary import parse
from nlp.mentions.board import NO_NAME
from nlp.mentions.gazetteer import Hit
from nlp.mentions.listed import OBLIQUE
from nlp.mentions.quotes import OPENING
from nlp.mentions.view import View
from nlp.mentions.words import is_common
from nlp.morphology.person.forms import kinds

HEADS = ("organisation.titled", "organisation.weak", "organisation.generic", "legal-form")
INTO = frozenset({"в", "во", "из"})
LONGEST = 60
"""Words of a name, at most: in eight thousand documents none has more than sixteen, and gibberish has thousands."""
SHORT = 2
"""Letters of an abbreviation that is too common to name a body: «МО», «ЗП»; one in brackets or quotes may."""


def refusal(view: View, heads: Sequence[Hit], start: int, end: int) -> str | None:
    """Why a raw place or body is none, `None` when it may be one."""
    return next((reason for reason, holds in REFUSALS if holds(view, heads, start, end)), None)


def is_body(heads: Sequence[Hit], start: int, end: int) -> bool:
    """Does a raw place begin with the head word of a body? «Администрации района»."""
    return any(hit.start == start and hit.end < end and hit.entry.kind.startswith("organisation") for hit in heads)


def is_place(view: View, start: int, end: int) -> bool:
    """Does «в» or «из» stand before a single word of which no one is called? «в Игумново»."""
    alone = end - start == 1 and start > view.bounds[start][0] and view.folded[start - 1] in INTO
    return alone and not kinds(view.texts[start])


def is_works(view: View, start: int, end: int) -> bool:
    """A place and another word joined by a hyphen, as works are called: «Алтай-Кокса»."""
    parts = view.texts[start].split("-")
    return end - start == 1 and len(parts) > 1 and any(_is_geographic(part) for part in parts)


def _is_geographic(text: str) -> bool:
    readings = [reading for reading in parse(text.lower()) if reading.is_known]
    return bool(readings) and all("Geox" in reading.tag for reading in readings)


def _endless(_view: View, _heads: Sequence[Hit], start: int, end: int) -> bool:
    return end - start > LONGEST


def _no_letters(view: View, _heads: Sequence[Hit], start: int, end: int) -> bool:
    return not any(map(str.isalpha, "".join(view.texts[start:end])))


def _listed_none(_view: View, heads: Sequence[Hit], start: int, end: int) -> bool:
    return any(hit.entry.kind == NO_NAME and hit.start <= start and end <= hit.end for hit in heads)


def _head_alone(view: View, heads: Sequence[Hit], start: int, end: int) -> bool:
    alone = (hit.entry.kind for hit in heads if (hit.start, hit.end) == (start, end))
    return any(kind.startswith(HEADS) for kind in alone) and not (view.capital(start) and not view.opens(start))


def _document(_view: View, heads: Sequence[Hit], start: int, end: int) -> bool:
    return any(hit.start == start and hit.end <= end and hit.entry.kind.startswith("document") for hit in heads)


def _verb(view: View, _heads: Sequence[Hit], start: int, end: int) -> bool:
    return end - start == 1 and view.parts[start] == "VERB" and not view.features[start].case


def _oblique(view: View, _heads: Sequence[Hit], start: int, end: int) -> bool:
    """«Перу принадлежит …»: no subject, though it may be the form of a common word."""
    single = end - start == 1 and view.opens(start) and is_common(view.texts[start])
    return single and view.token(start).dep_ in OBLIQUE


def _all_capitals(view: View, heads: Sequence[Hit], start: int, end: int) -> bool:
    """Common words of a heading written in capitals, without a head word."""
    low, high = view.bounds[start]
    heading = not any(text.islower() for text in view.texts[low:high])
    headed = any(start <= hit.start < end and hit.entry.kind.startswith(("organisation", "place")) for hit in heads)
    words = [text for text in view.texts[start:end] if text.isalpha()]
    return heading and not headed and all(text.isupper() and is_common(text) for text in words)


def _short(view: View, _heads: Sequence[Hit], start: int, end: int) -> bool:
    text = view.texts[start]
    marked = start > 0 and (view.texts[start - 1] == "(" or view.texts[start - 1] in OPENING)
    short = end - start == 1 and len(text) <= SHORT and text.isupper() and not text.isascii()
    return short and not marked and not _is_written_out(view, text)


def _is_written_out(view: View, text: str) -> bool:
    """Do words with these initials stand together somewhere? «Совет Европы» for «СЕ»."""
    return any(
        one[:1] + other[:1] == text and one[1:].islower() and other[1:].islower() for one, other in pairwise(view.texts)
    )


def _modifier(view: View, _heads: Sequence[Hit], start: int, end: int) -> bool:
    """An adjective before the noun it belongs to: «Сысертская» of «Сысертская ТИК»."""
    alone = end - start == 1 and view.parts[start] == "ADJ" and end < view.bounds[start][1]
    return alone and view.parts[end] in ("NOUN", "PROPN", "ADJ") and view.texts[end].isalpha()


Refusal = tuple[str, Callable[[View, Sequence[Hit], int, int], bool]]
REFUSALS: Sequence[Refusal] = (
    (f"not a name: more than {LONGEST} words", _endless),
    ("not a name: no letters", _no_letters),
    ("not a name: listed as none", _listed_none),
    ("not a name: a head word alone", _head_alone),
    ("not a name: a document", _document),
    ("not a name: a verb", _verb),
    ("not a name: an adjective of what follows", _modifier),
    ("not a name: a common word opens the sentence", _oblique),
    ("not a name: a heading in capitals", _all_capitals),
    ("not a name: two letters", _short),
)
