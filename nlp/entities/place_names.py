"""What a place is called in the register: «Китай» for «КНР» and «Китая», «Гродненская область».

The name of a place of the lexicon is its usual name when the text writes it, else the fullest name written; an
adjective alone («белорусская делегация») names the country by its usual name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from nlp.entities.places import PlaceGroup, identify, is_head
from nlp.entities.spans import clean_text, feature, head, letters
from nlp.knowledge.dictionary import fold
from nlp.morphology.inflection import normal_form


def place_names(group: PlaceGroup) -> tuple[str, tuple[str, ...]]:
    """The name, and the other names written for the place; adjectives are none."""
    forms = list(_forms(group).values())
    name = _name(group, forms)
    return name, tuple(form for form in forms if fold(form) != fold(name))


def phrases(group: PlaceGroup) -> Iterator[tuple[Span | list[Token], str]]:
    """The words whose nominative its names are made of, with their label; a place of the lexicon needs none."""
    for span in _different(group) if group.spot is None else ():
        words = _named(span)
        if words is not None:
            yield words, span.label_


def _name(group: PlaceGroup, forms: list[str]) -> str:
    usual = group.spot.name if group.spot else None
    if usual and (usual in forms or not forms):
        return usual
    full = [form for form in forms if not form.isupper()]
    return max(full or forms or [clean_text(group.spans[0][1])], key=len)


def _forms(group: PlaceGroup) -> dict[str, str]:
    """The names written, in the nominative, each once; the same words in the same case are put there once."""
    found: dict[str, str] = {}
    for span in _different(group):
        if form := _form(span):
            found.setdefault(fold(form), form)
    return found


def _different(group: PlaceGroup) -> Iterable[Span]:
    """The mentions, of the same words in the same case the first."""
    found: dict[tuple[str, str | None], Span] = {}
    for _, span in group.spans:
        found.setdefault((clean_text(span), feature(head(span), "Case")), span)
    return found.values()


def _form(span: Span) -> str | None:
    """The lexicon's own spelling, else the nominative; `None` for an adjective."""
    spot, _ = identify(span)
    if spot is not None:
        return None if spot.adjective else spot.form
    words = _named(span)
    return None if words is None else normal_form(words, span.label_)


def _named(span: Span) -> Span | list[Token] | None:
    """The words of a place that no list has; `None` for an adjective."""
    words = [token for token in letters(span) if not is_head(token, span)]
    if len(words) == 1 and words[0].pos_ == "ADJ":
        return None
    return span if len(words) == len(letters(span)) else words
