"""People among the raw names of the network: what is cut off, put back or refused.

«Министра» and «Справочно» are no people; «Павла Ткача» is; «А. Г.» before «Лукашенко» belongs to him.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from nlp.knowledge.dictionary import parse
from nlp.mentions.bodies import bracketed_in
from nlp.mentions.view import View
from nlp.morphology.person.forms import kinds
from nlp.morphology.person.order import particles

ROMAN = re.compile(r"[IVX]+$")


def person(view: View, start: int, end: int, posts: frozenset[int]) -> tuple[int, int] | str:
    """The words of a person within a raw name, or the reason why there is none; `posts` are words of posts."""
    start, end = _trim(view, start, end, posts)
    if start == end:
        return "not a name: a post or a common word"
    start, end = _left_initials(view, start), _with_number(view, _right_initials(view, end))
    reason = next((reason for reason, holds in REFUSALS if holds(view, start, end)), None)
    return reason or bracketed_in(view, start, end)


def _trim(view: View, start: int, end: int, posts: frozenset[int]) -> tuple[int, int]:
    """Cut posts, common words and signs off both ends: «Министра Павла Ткача» → «Павла Ткача»."""
    while start < end and (_is_foreign(view, start, posts) or _opens_with_common_word(view, start, end)):
        if _is_given(view, start, end):
            break
        start += 1
    while start < end and _is_foreign(view, end - 1, posts) and not _is_initial_dot(view, end - 1):
        end -= 1
    return start, end


def _opens_with_common_word(view: View, start: int, end: int) -> bool:
    """«Восьмидесятилетний Сомов сказал …»: the first word has its capital from the sentence."""
    return end - start > 1 and view.opens(start) and view.texts[start + 1] != "." and _is_common(view, start)


def _is_given(view: View, start: int, end: int) -> bool:
    """«Султан Камалетдинов»: what names a ruler too is a given name before a family name, in mid-sentence."""
    named = "Name" in kinds(view.texts[start])
    return named and view.capital(start) and not view.opens(start) and end - start == 2 and view.capital(end - 1)


def _is_foreign(view: View, place: int, posts: frozenset[int]) -> bool:
    text = view.texts[place]
    return place in posts or not any(map(str.isalpha, text)) or (text.islower() and text not in particles())


def _is_initial_dot(view: View, place: int) -> bool:
    return view.texts[place] == "." and place > 0 and len(view.texts[place - 1]) == 1


def _left_initials(view: View, start: int) -> int:
    """«А. Г. Лукашенко», «А.Лукашенко»: a letter and a full stop, at most three times."""
    low, _ = view.bounds[start]
    for _ in range(3):
        if start - 2 >= low and view.texts[start - 1] == "." and _is_letter(view.texts[start - 2]):
            start -= 2
    return start


def _right_initials(view: View, end: int) -> int:
    """«Лукашенко А. Г.»; the stop of a sentence is taken along only after a letter."""
    _, high = view.bounds[end - 1]
    for _ in range(3):
        if end + 1 < high and _is_letter(view.texts[end]) and view.texts[end + 1] == ".":
            end += 2
    return end


def _with_number(view: View, end: int) -> int:
    """The end with a numeral after the name: «Бенедикт XVI»."""
    _, high = view.bounds[end - 1]
    return end + 1 if end < high and ROMAN.match(view.texts[end]) else end


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isupper()


def _is_heading_word(view: View, start: int, end: int) -> bool:
    """Is it a sentence of one dictionary word? Such is the heading «Справочно»."""
    low, high = view.bounds[start]
    others = (view.texts[place] for place in range(low, high) if not start <= place < end)
    alone = end - start == 1 and not any(any(map(str.isalnum, text)) for text in others)
    return alone and _is_common(view, start)


def _is_common_word(view: View, start: int, end: int) -> bool:
    """One word at the start of a sentence, which the dictionary knows as anything but a name."""
    return end - start == 1 and view.opens(start) and _is_common(view, start)


def _is_small(view: View, start: int, end: int) -> bool:
    return not any(view.capital(place) for place in range(start, end))


def _is_common(view: View, place: int) -> bool:
    """Known to the dictionary, and no name in any reading."""
    text = view.texts[place]
    return any(reading.is_known for reading in parse(text.lower())) and not kinds(text)


def _is_unspeakable(view: View, start: int, end: int) -> bool:
    """A numeral or signs of a formula: «III», «Фф»."""
    text = "".join(view.texts[start:end]).lower()
    return not any(map("аеёиоуыэюяaeiouy".__contains__, text)) or bool(ROMAN.fullmatch(text.upper()))


Refusal = tuple[str, Callable[[View, int, int], bool]]
REFUSALS: Sequence[Refusal] = (
    ("not a name: no capital letter", _is_small),
    ("not a name: heading word", _is_heading_word),
    ("not a name: no vowel", _is_unspeakable),
    ("not a name: a common word opens the sentence", _is_common_word),
)
