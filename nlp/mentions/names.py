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
from nlp.mentions import adjoined, bodies, formulas, raw, scratch
from nlp.mentions.gazetteer import Hit
from nlp.mentions.listed import meant
from nlp.mentions.people import person
from nlp.mentions.repeated import again
from nlp.mentions.terms import head_words, proper_names
from nlp.mentions.view import View

NAME = "letopis_names"
SCORES = {"PER": 0.9, "LOC": 0.6, "ORG": 0.7}
POSTS = ("post", "occupation", "modifier", "deputy")


class Names:
    """Proposes what names name; keeps nothing between documents."""

    def __call__(self, doc: Doc) -> Doc:
        """Needs the raw names of the network and lemmas."""
        view = View(doc)
        hits = proper_names().find(view)
        heads = head_words().find(view)
        scratch.keep(doc, [(hit.start, hit.end, *hit.entry[:2]) for hit in heads])
        people = dict(_people(view, heads))
        apart = (adjoined.told_again(view, list(people)), adjoined.owned(view, list(people)))
        sure = {*apart[0], *apart[1], *(place for place, cut in people.items() if cut)}
        taken = {place for start, end in people for place in range(start, end)}
        rules = {place: adjoined.RULE if place in sure else "ner" for place in people}
        spans = [view.span(*place, "PERSON", rule, SCORES["PER"]) for place, rule in rules.items()]
        listed = [_listed(view, hit, heads) for hit in meant(view, hits, taken)]
        raw = list(_raw(view, listed, heads))
        document.propose(doc, [*spans, *listed, *raw, *_again(view, spans, listed)])
        return doc


def _people(view: View, heads: list[Hit]) -> Iterator[tuple[tuple[int, int], bool]]:
    """Each with whether it was cut off another one."""
    called = [view.positions(name) for name in view.doc.spans.get("ner", ()) if name.label_ == "PER"]
    posts = frozenset(place for hit in heads if hit.entry.kind.startswith(POSTS) for place in range(hit.start, hit.end))
    foreign = posts | formulas.places(view)
    for name in view.doc.spans.get("ner", ()):
        if name.label_ != "PER" or _kind(view, name, heads) != "PER":
            continue
        for half in bodies.bracketed(view, *view.positions(name)):
            parts = list(adjoined.parted(view, *half, called))
            for start, end in parts:
                found = person(view, start, end, foreign)
                if isinstance(found, str):
                    scratch.refuse(view.doc, name, "PERSON", found)
                else:
                    yield found, len(parts) > 1


def _again(view: View, people: list[Span], others: list[Span]) -> Iterator[Span]:
    """People named again by their surname where the network saw nothing or another thing."""
    taken = {place for span in (*people, *others) for place in range(*view.positions(span))}
    for start, end in again(view, [view.positions(span) for span in people], taken):
        yield view.span(start, end, "PERSON", "names/again", 0.8)


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
    """Raw organisations, raw places that no list knows, and raw people that are such."""
    known = {view.positions(span) for span in listed}
    for name in view.doc.spans.get("ner", ()):
        start, end = view.positions(name)
        label = _kind(view, name, heads)
        if start == end or label == "PER":
            continue
        if reason := raw.refusal(view, heads, start, end):
            scratch.refuse(view.doc, name, "ORGANIZATION", reason)
        elif label == "LOC" and (start, end) not in known:
            yield view.span(start, end, bodies.place_label(view, start, end, heads), "ner", SCORES["LOC"])
        elif label == "ORG":
            found = (part for part in bodies.organisations(view, start, end, heads) if part not in known)
            yield from (view.span(first, last, "ORGANIZATION", "ner", SCORES["ORG"]) for first, last in found)


def _kind(view: View, name: Span, heads: list[Hit]) -> str:
    """What the network calls a name, corrected: «в Игумново» is a place, «Алтай-Кокса» a body."""
    start, end = view.positions(name)
    if name.label_ == "PER" and start < end:
        return "LOC" if raw.is_place(view, start, end) else "ORG" if raw.is_works(view, start, end) else "PER"
    return "ORG" if name.label_ == "LOC" and raw.is_body(heads, start, end) else str(name.label_)


@Language.factory(
    NAME,
    requires=["token.pos", "token.morph", "token.lemma", "doc.spans"],
    assigns=["doc.spans"],
)
def make_names(nlp: Language, name: str) -> Names:
    """The lists are the process's, so the component has nothing to save."""
    return Names()
