"""The lists of `nlp.knowledge.lexicons` as entries to look up: names known as such, and words that head names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from nlp.knowledge import lexicons
from nlp.mentions.gazetteer import Entry, Gazetteer


@lru_cache(maxsize=1)
def proper_names() -> Gazetteer:
    """Names known as such: «КНР», «Шанхай», «Татарстан», «ООН», and the adjectives and peoples of countries."""
    return Gazetteer([*_countries(), *_cities(), *_regions(), *_known()])


@lru_cache(maxsize=1)
def head_words() -> Gazetteer:
    """Common words that head a name or a post: «министерство», «форум», «министр», misspelt ones too."""
    return Gazetteer(dict.fromkeys(_heads()), words=True)


def _countries() -> Iterator[Entry]:
    for row in lexicons.countries():
        yield from _entries((row.name, *(row.names or ())), "country", "COUNTRY")
        yield from _entries(row.adjectives, "country-adjective", "COUNTRY")
        yield from _entries(row.people, "people", "NATIONALITY")
        yield from _entries(row.capital, "city", "CITY")


def _cities() -> Iterator[Entry]:
    for row in lexicons.cities():
        yield from _entries((row.name, *(row.names or ())), "city", "CITY")
        yield from _entries(row.adjectives, "city-adjective", "CITY")


def _regions() -> Iterator[Entry]:
    for row in lexicons.regions():
        yield from _entries((row.name, *(row.names or ())), "region", row.label)
        yield from _entries(row.adjectives, "region-adjective", row.label)


def _known() -> Iterator[Entry]:
    for row in lexicons.names():
        yield from _entries((row.form, *([row.long] if row.long else [])), row.kind, row.label)


def _heads() -> Iterator[Entry]:
    for body in lexicons.organisations():
        yield Entry(body.word, f"organisation.{body.use}.{body.kind}")
    yield from _entries(lexicons.no_names(), "no-name")
    for form in lexicons.legal_forms():
        yield from _entries((form.form, form.name) if form.kind == "company" else (form.form,), "legal-form")
    for post in lexicons.posts():
        yield Entry(post.post, f"post.{post.of}")
    for modifier in lexicons.post_modifiers():
        yield Entry(modifier.words, "deputy" if modifier.deputy == "yes" else f"modifier.{modifier.phase or 'rank'}")
    yield from _entries(lexicons.occupations(), "occupation")
    for document in lexicons.documents():
        yield Entry(document.word, f"document.{document.sort}.{'bare' if document.bare == 'yes' else 'titled'}")
    for gathering in lexicons.gatherings():
        yield Entry(gathering.word, f"gathering.{'bare' if gathering.bare == 'yes' else 'titled'}")
    for head in lexicons.place_heads():
        yield from (Entry(head.word, kind) for kind in _place_kinds(head))


def _place_kinds(head: lexicons.PlaceHead) -> Iterator[str]:
    """«place.before.CITY» and the like, so that a pattern can ask for side and label."""
    for side in ("before", "after"):
        if head.side in (side, "both"):
            yield f"{'place' if head.keep == 'yes' else 'kind'}-{side}.{head.label.lower().replace('_', '-')}"


def _entries(items: Iterable[str] | None, kind: str, label: str = "") -> Iterator[Entry]:
    return (Entry(item, kind, label) for item in items or ())
