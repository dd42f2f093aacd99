"""The component `letopis_names`: proposals for people, organisations and places from the network's names and the lists.

doc.spans["ner"]          raw PER, LOC, ORG, as `letopis_network` leaves them
doc.spans["candidates"]   PERSON, ORGANIZATION, COUNTRY, CITY …, each with its rule: «ner», «lexicon/country»
doc.user_data             what was refused, and list items for `letopis_patterns`
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp import document
from nlp.mentions import bodies, scratch
from nlp.mentions.board import NO_NAME
from nlp.mentions.gazetteer import Hit
from nlp.mentions.people import person
from nlp.mentions.repeated import again
from nlp.mentions.terms import head_words, proper_names
from nlp.mentions.view import View
from nlp.mentions.words import is_common

NAME = "letopis_names"
SCORES = {"PER": 0.9, "LOC": 0.6, "ORG": 0.7}
HEADS = ("organisation.titled", "organisation.weak", "organisation.generic", "legal-form")
POSTS = ("post", "occupation", "modifier", "deputy")


class Names:
    """Proposes what names name; keeps nothing between documents."""

    def __call__(self, doc: Doc) -> Doc:
        """Needs the raw names of the network and lemmas."""
        view = View(doc)
        hits = proper_names().find(view)
        heads = head_words().find(view)
        scratch.keep(doc, [(hit.start, hit.end, *hit.entry[:2]) for hit in heads])
        people = list(_people(view, heads))
        taken = {place for start, end, _ in people for place in range(start, end)}
        spans = [view.span(start, end, "PERSON", "ner", score) for start, end, score in people]
        listed = [_listed(view, hit, heads) for hit in hits if _stands(view, hit, taken)]
        raw = list(_raw(view, listed, heads))
        document.propose(doc, [*spans, *listed, *raw, *_again(view, spans, listed)])
        return doc


def _people(view: View, heads: list[Hit]) -> Iterator[tuple[int, int, float]]:
    posts = frozenset(place for hit in heads if hit.entry.kind.startswith(POSTS) for place in range(hit.start, hit.end))
    for raw in view.doc.spans.get("ner", ()):
        if raw.label_ != "PER":
            continue
        for start, end in bodies.bracketed(view, *view.positions(raw)):
            found = person(view, start, end, posts)
            if isinstance(found, str):
                scratch.refuse(view.doc, raw, "PERSON", found)
            else:
                yield *found, SCORES["PER"]


def _again(view: View, people: list[Span], others: list[Span]) -> Iterator[Span]:
    """People named again by their surname where the network saw nothing or another thing."""
    taken = {place for span in (*people, *others) for place in range(*view.positions(span))}
    for start, end in again(view, [view.positions(span) for span in people], taken):
        yield view.span(start, end, "PERSON", "names/again", 0.8)


def _stands(view: View, hit: Hit, taken: set[int]) -> bool:
    """An item inside a person's name is none; a word that opens a sentence must not be a common word."""
    if not taken.isdisjoint(range(hit.start, hit.end)):
        return False
    if hit.entry.kind.endswith("-adjective"):
        return view.parts[hit.start] in ("ADJ", "PROPN")
    if hit.end - hit.start > 1 or hit.entry.item.isupper() or hit.entry.kind == "people":
        return True
    return not view.opens(hit.start) or _is_raw(view, hit) or not is_common(view.texts[hit.start])


def _is_raw(view: View, hit: Hit) -> bool:
    token = view.tokens[hit.start]
    return any(raw.start <= token.i < raw.end and raw.label_ != "PER" for raw in view.doc.spans.get("ner", ()))


def _listed(view: View, hit: Hit, heads: list[Hit]) -> Span:
    label, rule = hit.entry.label, f"lexicon/{hit.entry.kind}"
    if hit.entry.kind == "country-adjective":
        label = _adjective_label(view, hit, heads)
    start, end = (hit.start, hit.end) if label != "ORGANIZATION" else bodies.quoted(view, hit.start, hit.end)
    return view.span(start, end, label, rule, 0.95)


def _adjective_label(view: View, hit: Hit, heads: list[Hit]) -> str:
    """«русский язык» is a LANGUAGE, «кубинский бегун» of a NATIONALITY, all else of the COUNTRY."""
    if hit.end < len(view) and view.lemmas[hit.end] == "язык":
        return "LANGUAGE"
    kinds = {head.entry.kind for head in heads if head.start == hit.end}
    return "NATIONALITY" if "occupation" in kinds and not any(kind.startswith("post") for kind in kinds) else "COUNTRY"


def _raw(view: View, listed: list[Span], heads: list[Hit]) -> Iterator[Span]:
    """Raw organisations, and raw places that no list knows."""
    known = {(span.start, span.end) for span in listed}
    for raw in view.doc.spans.get("ner", ()):
        start, end = view.positions(raw)
        if start == end or raw.label_ == "PER":
            continue
        if reason := _refusal(view, heads, start, end):
            scratch.refuse(view.doc, raw, "ORGANIZATION", reason)
            continue
        if raw.label_ == "LOC":
            if (raw.start, raw.end) not in known:
                yield view.span(start, end, bodies.place_label(view, start, end, heads), "ner", SCORES["LOC"])
            continue
        for first, last in bodies.organisations(view, start, end, heads):
            if (view.tokens[first].i, view.tokens[last - 1].i + 1) not in known:
                yield view.span(first, last, "ORGANIZATION", "ner", SCORES["ORG"])


def _refusal(view: View, heads: list[Hit], start: int, end: int) -> str | None:
    """Why a raw place or body is none: «СМИ», or a head word alone, «Комитет»."""
    if not any(map(str.isalpha, "".join(view.texts[start:end]))):
        return "not a name: no letters"
    if any(hit.entry.kind == NO_NAME and hit.start <= start and end <= hit.end for hit in heads):
        return "not a name: listed as none"
    alone = (hit.entry.kind for hit in heads if (hit.start, hit.end) == (start, end))
    if any(kind.startswith(HEADS) for kind in alone) and not (view.capital(start) and not view.opens(start)):
        return "not a name: a head word alone"
    return None


@Language.factory(
    NAME,
    requires=["token.pos", "token.morph", "token.lemma", "doc.spans"],
    assigns=["doc.spans"],
)
def make_names(nlp: Language, name: str) -> Names:
    """The lists are the process's, so the component has nothing to save."""
    return Names()
