"""When one name of an organisation is short for another: «МИД», «Минсвязи», «Газпром», «Министерство».

Each rule compares two forms; the engine asks further that only one organisation of the text fits.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Token

from nlp.entities.acronyms import SKIPPED, blend, initials, spelled_from
from nlp.entities.heads import head_word, inner_body, legal_form, neutral, well_known
from nlp.entities.org_forms import OrgForm
from nlp.entities.org_kinds import is_other, kind_names, kindred, own_kind
from nlp.entities.spans import after, clean_text, letters
from nlp.entities.words import abbreviation, candidates, canonical, stripped
from nlp.knowledge.dictionary import fold, parse

Keys = Callable[[OrgForm], Iterable[Hashable]]


class Rule(NamedTuple):
    """When one form is short for another, and where to look.

    `shortens` can be true only where a key that the first form `asks` for is one that the second `offers`, so that not
    every two forms are compared.
    """

    shortens: Callable[[OrgForm, OrgForm], bool]
    asks: Keys
    offers: Keys


def introduces(left: OrgForm, right: OrgForm) -> bool:
    """Whether the second is put in brackets after the first as its short, or its long, form: «… (далее — Минсвязи)»."""
    between, said_so = _bracket(left, right)
    if not between:
        return False
    one, two = clean_text(left.name), clean_text(right.span)
    if len(letters(right.span)) == 1 and spelled_from(two, one):
        return said_so or abbreviation(two) is not None or blend(two, left.surface)
    return said_so or (left.short and spelled_from(one, two))


def _bracket(left: OrgForm, right: OrgForm) -> tuple[bool, bool]:
    """Whether only an opening bracket stands between two mentions, and whether «далее» does too."""
    doc = left.span.doc
    opening = after(doc, left.name.end)
    if opening is None or opening.norm_ != "(":
        return False, False
    between = [token for token in doc[left.name.end : right.span.start] if token.pos_ != "SPACE"]
    said = [token.norm_.lower() for token in between if any(letter.isalnum() for letter in token.norm_)]
    marks = "".join(token.norm_ for token in between if token.norm_.lower() not in said)
    closing = after(doc, right.span.end)
    closed = closing is not None and closing.norm_ in {")", ",", ";", "»", '"'}
    told = bool(said) and (said[0].startswith("далее") or said[0].startswith("сокращ"))
    return marks.startswith("(") and closed and (not said or told), told


def _abbreviates(short: OrgForm, full: OrgForm) -> bool:
    """«МИД» of «Министерство иностранных дел (Франции)», with the country's letter or without: «МИД», «НБРБ»."""
    if not short.short or full.short:
        return False
    letters_of = abbreviation(short.said[0].norm_) or ""
    everything = full.surface
    bare = everything[: len(full.plain)] if full.country else everything
    return initials(letters_of, everything) or initials(letters_of, bare) or _known_long(letters_of, full)


def _known_long(short: str, full: OrgForm) -> bool:
    known = well_known(short)
    if known is None or known.long is None:
        return False
    return tuple(map(canonical, known.long.split())) == tuple(map(canonical, full.surface))


def _blended(short: OrgForm, full: OrgForm) -> bool:
    """«Минсвязи» of «Министерство связи и информатизации»."""
    if not short.single or len(full.said) < 2 or short.key[0] == canonical(full.surface[0]):
        return False
    word = short.said[0]
    return any(blend(each, full.surface) for each in {word.norm_, word.lemma_, stripped(word.norm_)})


def _clipped(short: OrgForm, full: OrgForm) -> bool:
    """«Госдеп» of «госдепартамент»: the beginning of one word, both known as words for a body."""
    one, two = short.key[0], full.key[0]
    if not (short.single and full.single and len(one) > 4 and two.startswith(one) and one != two):
        return False
    heads = [head_word(form.said) for form in (short, full)]
    return None not in heads and len({row.kind for row in heads if row is not None}) == 1


def _shortened(short: OrgForm, full: OrgForm) -> bool:
    """The same words without the country: «Минэнерго» of «Минэнерго Беларуси»."""
    return short.country is None and len(short.key) < len(full.key) and short.key == full.plain


def _titled(short: OrgForm, full: OrgForm) -> bool:
    """«Газпром» of «ПАО «Газпром»»: the same title, what stands before it does not differ; no body inside it."""
    if _inner(short) != _inner(full):
        return False
    if short.core == full.core or not full.core:
        return bool(full.core) and short.key != full.key and _descriptions_agree(short, full)
    return short.key == full.core and not short.core


def _inner(form: OrgForm) -> str | None:
    """The body inside that a name begins with: управление in «Управление администрации «Север»»."""
    words = _before_title(form)
    return canonical(words[0].norm_) if inner_body(words) else None


def _descriptions_agree(one: OrgForm, two: OrgForm) -> bool:
    first, second = _description(one), _description(two)
    return not first or not second or first <= second or second <= first


def _description(form: OrgForm) -> set[str]:
    return {canonical(token.norm_) for token in _before_title(form) if not neutral([token])}


def _before_title(form: OrgForm) -> tuple[Token, ...]:
    return form.said[: len(form.said) - len(form.core)]


def _formless(short: OrgForm, full: OrgForm) -> bool:
    """«Газпром» of «ПАО Газпром»."""
    return len(full.key) > 1 and short.key == full.key[1:] and legal_form(full.said[0]) is not None


def _described(short: OrgForm, full: OrgForm) -> bool:
    """«Reuters» of «агентство Reuters»: what follows a lower-case head word is a foreign name."""
    first, *rest = full.said
    if not rest or short.key != full.key[-len(rest) :] or not first.norm_.islower():
        return False
    return all(token.norm_.isascii() for token in rest) and head_word([first]) is not None


def _respelt(short: OrgForm, full: OrgForm) -> bool:
    """«Белтелекома» of «Белтелеком»: the same words, though their endings hide it from a dictionary without them."""
    if len(short.surface) != len(full.surface) or short.quoted or short.key == full.key:
        return False
    return all(_stems(one) & _stems(two) for one, two in zip(short.surface, full.surface, strict=True))


@lru_cache(maxsize=1 << 12)
def _stems(word: str) -> frozenset[str]:
    """The word itself and what its endings, if it has any, leave."""
    return candidates(word) | {stripped(word)} | {fold(each.normal_form) for each in parse(word.lower())}


def _headless(short: OrgForm, full: OrgForm) -> bool:
    """«Министерство» alone of the document's only ministry."""
    if not short.single or len(full.key) < 2 or full.key[0] != short.key[0]:
        return False
    head = head_word(short.said)
    return head is not None and head.use != "bare" and not is_other(short)


def _short_letters(form: OrgForm) -> Iterable[Hashable]:
    return form.initials if form.short else ()


def _letters(form: OrgForm) -> Iterable[Hashable]:
    return form.initials


def _beginning(form: OrgForm) -> Iterable[Hashable]:
    """A blend begins as the first word does."""
    return {word.lower()[:3] for word in (form.said[0].norm_, form.said[0].lemma_)}


def _first_beginning(form: OrgForm) -> Iterable[Hashable]:
    return [word.lower()[:3] for word in form.surface if word.lower() not in SKIPPED][:1]


def _key(form: OrgForm) -> Iterable[Hashable]:
    return [form.key]


def _plain(form: OrgForm) -> Iterable[Hashable]:
    return [form.plain]


def _title(form: OrgForm) -> Iterable[Hashable]:
    return {form.core, form.key}


def _core(form: OrgForm) -> Iterable[Hashable]:
    return [form.core] if form.core else []


def _rest(form: OrgForm) -> Iterable[Hashable]:
    return {form.key[1:], form.key[-len(form.said) + 1 :]}


def _first_stems(form: OrgForm) -> Iterable[Hashable]:
    return _stems(form.surface[0])


def _first(form: OrgForm) -> Iterable[Hashable]:
    return form.key[:1]


RULES: tuple[Rule, ...] = (
    Rule(_abbreviates, _short_letters, _letters),
    Rule(_blended, _beginning, _first_beginning),
    Rule(_clipped, _beginning, _beginning),
    Rule(_shortened, _key, _plain),
    Rule(_respelt, _first_stems, _first_stems),
    Rule(_titled, _title, _core),
    Rule(_formless, _key, _rest),
    Rule(_described, _key, _rest),
    Rule(_headless, _first, _first),
    Rule(kindred, own_kind, kind_names),
)
