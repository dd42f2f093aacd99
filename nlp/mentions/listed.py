"""Which items of the lists of names are meant where they stand: «Кубы» a country or cubes, «РК» Kazakhstan or Komi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from nlp.knowledge import lexicons
from nlp.mentions.gazetteer import Hit
from nlp.mentions.view import View
from nlp.mentions.words import is_common

BODIES = frozenset({"ministry", "agency"})
"""Kinds whose names are nobody's, whatever was taken for a person: «Минцифры»."""
OBLIQUE = ("iobj", "obj", "obl", "amod")
"""What a common word at the start of its sentence is in the tree; a country there is the subject, as a rule."""


def meant(view: View, hits: Sequence[Hit], taken: set[int]) -> Iterator[Hit]:
    """The items that stand, with the label that fits the document; `taken` are words of people."""
    sure = {hit.entry.item for hit in hits if not view.opens(hit.start) and hit.end - hit.start == 1}
    regions = {_initials(hit.entry.item) for hit in hits if hit.entry.kind == "region"}
    items = {hit.entry.item for hit in hits}
    for hit in hits:
        free = hit.entry.kind in BODIES or taken.isdisjoint(range(hit.start, hit.end))
        if free and _stands(view, hit, sure):
            is_region = hit.entry.item in regions and items.isdisjoint(_written_out().get(hit.entry.item, frozenset()))
            entry = hit.entry._replace(kind="region", label="STATE_OR_PROVINCE") if is_region else hit.entry
            yield hit._replace(entry=entry)


def _stands(view: View, hit: Hit, sure: set[str]) -> bool:
    """A word that opens a sentence must not be a common word; `sure` are items that stand elsewhere with a capital."""
    if hit.entry.kind.endswith("-adjective"):
        return view.parts[hit.start] in ("ADJ", "PROPN")
    if hit.end - hit.start > 1 or hit.entry.item.isupper() or hit.entry.kind == "people":
        return True
    if not view.opens(hit.start) or not is_common(view.texts[hit.start]) or hit.entry.item in sure:
        return True
    return _is_raw(view, hit) and view.token(hit.start).dep_ not in OBLIQUE


def _is_raw(view: View, hit: Hit) -> bool:
    token = view.token(hit.start)
    return any(raw.start <= token.i < raw.end and raw.label_ != "PER" for raw in view.doc.spans.get("ner", ()))


def _initials(name: str) -> str:
    """«Республика Коми» → РК."""
    return "".join(word[0] for word in name.split()) if " " in name else ""


@lru_cache(maxsize=1)
def _written_out() -> dict[str, frozenset[str]]:
    """Every abbreviation of a country with its other names: РК → Казахстан, Республика Казахстан, казахстанский."""
    rows = [(row.name, *(row.names or ()), *(row.adjectives or ())) for row in lexicons.countries()]
    return {item: frozenset(names) - {item} for names in rows for item in names if item.isupper()}
