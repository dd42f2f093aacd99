"""Raw organisations and places of the network brought to the guide's extents and labels.

«Шанхайская организация сотрудничества (ШОС)» is two mentions; «компания «Ромашка»» is «Ромашка» with its quotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from nlp.mentions.gazetteer import Hit
from nlp.mentions.quotes import CLOSING, OPENING
from nlp.mentions.view import View

NEAR = frozenset({"в", "во", "из", "под", "до", "близ", "мэр", "глава", "мэрия", "житель", "горожанин"})
"""Words before the name of a town."""
PLACE_KINDS = {
    kind.lower().replace("_", "-"): kind for kind in ("CITY", "STATE_OR_PROVINCE", "DISTRICT", "LOCATION", "FACILITY")
}


def organisations(view: View, start: int, end: int, heads: list[Hit]) -> Iterator[tuple[int, int]]:
    """The mentions within one raw organisation, which may say its abbreviation in brackets."""
    for first, last in bracketed(view, start, end):
        yield quoted(view, *_without_generic(view, first, last, heads))


def bracketed(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A name and the other one in brackets after it: «Рич Ким (Rich Keam)»."""
    cut = next((place for place in range(start + 1, end) if view.texts[place] == "("), end)
    last = end - 1 if end > start and view.texts[end - 1] == ")" else end
    yield from ((first, stop) for first, stop in ((start, min(cut, end)), (cut + 1, last)) if first < stop)


def quoted(view: View, start: int, end: int) -> tuple[int, int]:
    """With the quotes that enclose exactly these words: Роснефть → «Роснефть»."""
    high = len(view)
    if start > 0 and end < high and view.texts[start - 1] in OPENING and view.texts[end] in CLOSING:
        return start - 1, end + 1
    if end < high and view.texts[end] in CLOSING and _opens_within(view, start, end):
        return start, end + 1
    return start, end


def bracketed_in(view: View, start: int, end: int) -> tuple[int, int]:
    """With the square bracket whose pair is in these words: Павел] Ткач → [Павел] Ткач."""
    inner = view.texts[start:end]
    if "]" in inner and "[" not in inner and start > 0 and view.texts[start - 1] == "[":
        return start - 1, end
    if "[" in inner and "]" not in inner and end < len(view) and view.texts[end] == "]":
        return start, end + 1
    return start, end


def place_label(view: View, start: int, end: int, heads: list[Hit]) -> str:
    """The label of a place no list knows, from the head word in it or before it; a city when there is none."""
    for kind in _kinds(heads, start, end):
        side, label = kind.split(".")
        if side.startswith(("place-", "kind-")):
            return PLACE_KINDS[label]
    return "CITY" if _is_townlike(view, start, end) else "LOCATION"


def _is_townlike(view: View, start: int, end: int) -> bool:
    """A name of its own after «в» or «из», in a list after such a one, or before the country in brackets or commas."""
    if view.parts[end - 1] != "PROPN" or view.texts[start].isupper():
        return False
    low, high = view.bounds[start]
    first = start
    while first - 2 >= low and view.texts[first - 1] in (",", "и") and view.capital(first - 2):
        first -= 2
    return (first > low and view.lemmas[first - 1] in NEAR) or (end + 1 < high and view.texts[end] in ("(", ","))


def _kinds(heads: Iterable[Hit], start: int, end: int) -> Iterator[str]:
    """Classes of place words inside the name, then right before it."""
    found = [hit for hit in heads if hit.entry.kind.startswith(("place-", "kind-after"))]
    yield from (hit.entry.kind for hit in found if start <= hit.start and hit.end <= end)
    yield from (hit.entry.kind for hit in found if hit.end == start and "-after" in hit.entry.kind)


def _without_generic(view: View, start: int, end: int, heads: list[Hit]) -> tuple[int, int]:
    """Cut «компания» off a name of its own, which begins with a quote or a capital letter."""
    generic = [hit.end for hit in heads if hit.start == start and hit.entry.kind == "organisation.generic"]
    for cut in generic:
        if cut < end and (view.texts[cut] in OPENING or view.capital(cut)):
            return cut, end
    return start, end


def _opens_within(view: View, start: int, end: int) -> bool:
    """Is a quote opened in these words that is not closed in them?"""
    signs = [text for text in view.texts[start:end] if text in OPENING | CLOSING]
    return len(signs) % 2 == 1 and signs[0] in OPENING
