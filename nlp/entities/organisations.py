"""Organisations: from groups of mentions to their names, short names, kinds, countries and what they are part of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span

from nlp.entities.acronyms import blend
from nlp.entities.gazetteer import adjective
from nlp.entities.heads import generic, head_word, kind_of, legal_form, well_known
from nlp.entities.org_forms import OrgForm, org_form
from nlp.entities.org_identity import identify
from nlp.entities.places import is_place
from nlp.entities.spans import before, clean_text, feature, head, inside, letters, quoted
from nlp.entities.words import abbreviation
from nlp.knowledge.dictionary import fold
from nlp.morphology.inflection import normal_form

_NATIONAL = frozenset({"government", "parliament", "ministry", "agency", "police", "military"})
"""Kinds of which a country has one, so that its adjective makes a name: «российское правительство»."""


@dataclass(slots=True, eq=False)
class OrgGroup:
    """The mentions of one organisation and what they say of it."""

    forms: list[OrgForm]
    kind: str | None
    country: str | None
    parts: list[int] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The number of the earliest mention."""
        return self.forms[0].index


def find_organisations(spans: Sequence[Span]) -> list[OrgGroup]:
    """The organisations among the mentions, in the order of their first mention.

    One named only inside another's name is none: «факультет журналистики МГУ» is one organisation.
    """
    countries = {span.start: span for span in spans if span.label_ == "COUNTRY"}
    named = [
        (index, span)
        for index, span in enumerate(spans)
        if span.label_ == "ORGANIZATION" and letters(span) and not is_place(span)
    ]
    forms = [org_form(index, span, countries) for index, span in named if not _common_plural(span)]
    groups = [group for group in identify(forms) if _names_something(group, [span for _, span in named])]
    return [OrgGroup(group, _kind(group), _country(group)) for group in groups]


def organisation_name(group: OrgGroup) -> str:
    """The longest form written, in the nominative: «ПАО «Газпром»»."""
    return register_form(_fullest(group))


def organisation_short(group: OrgGroup) -> str | None:
    """The abbreviation that the text uses beside the name: «ШОС»."""
    full = _fullest(group)
    if full.short:
        return None
    for form in group.forms:
        said = letters(form.span)
        blended = any(blend(word, full.surface) for word in (said[0].norm_, said[0].lemma_))
        if len(said) == 1 and form.key != full.key and (form.short or blended):
            return abbreviation(said[0].norm_) or register_form(form)
    return None


def organisation_aliases(group: OrgGroup) -> tuple[str, ...]:
    """The other names written for the organisation."""
    known = {fold(name) for name in (organisation_name(group), organisation_short(group)) if name}
    keys = dict.fromkeys((form.key, form.short) for form in group.forms)
    names = (register_form(_agreed([form for form in group.forms if (form.key, form.short) == key])) for key in keys)
    others = {fold(name): name for name in names if fold(name) not in known}
    return tuple(others.values())


def register_form(form: OrgForm) -> str:
    """One mention as a register would write it: no generic word in front, quotes «…», the nominative."""
    said = list(form.name)
    first, *rest = letters(form.name)
    own = bool(form.core) or (bool(rest) and rest[0].norm_[:1].isupper())
    if own and generic(first) and first.norm_[:1].islower() and not legal_form(first):
        said = [token for token in said if token.i > first.i]
    short = abbreviation(clean_text(said))
    written = short or normal_form(said, "ORGANIZATION")
    return f"«{written}»" if quoted(form.span) and form.name.end == form.span.end and "«" not in written else written


def _fullest(group: OrgGroup) -> OrgForm:
    """The longest form written."""
    longest = max(group.forms, key=_fullness)
    alike = (longest.key, longest.short, _length(longest))
    return _agreed([form for form in group.forms if (form.key, form.short, _length(form)) == alike])


def _agreed(same: Sequence[OrgForm]) -> OrgForm:
    """Of forms with one key, the fullest whose nominative most of them give, one written in the nominative first."""
    names = [register_form(form).lower() for form in same]
    most = max(map(names.count, names))
    agreed = [form for form, name in zip(same, names, strict=True) if names.count(name) == most]
    nominative = [form for form in agreed if feature(head(form.span), "Case") == "Nom"]
    return max(nominative or agreed, key=_fullness)


def _fullness(form: OrgForm) -> tuple[bool, int, int, bool, int]:
    text = clean_text(form.name)
    return (not form.short, _length(form), len(text), text[:1].isupper(), -form.index)


def _names_something(group: Sequence[OrgForm], named: Sequence[Span]) -> bool:
    """Whether the group is more than a part of another's name or common nouns: «министерство», «ведомства стран»."""
    free = [form for form in group if not any(inside(form.span, other) for other in named)]
    return bool(free) and any(_is_name(form) for form in group)


def _is_name(form: OrgForm) -> bool:
    """A capital letter makes a name, or a country's adjective with a body of state; a head word alone does not."""
    said = letters(form.name)
    if form.short or form.core:
        return True
    found = head_word(said)
    if len(said) == 1 and (found is not None or said[0].pos_ == "ADJ"):
        return found is not None and found.use == "bare" and said[0].norm_[:1].isupper() and not said[0].is_sent_start
    national = form.country is not None and found is not None and found.kind in _NATIONAL
    return national or any(not token.norm_.islower() for token in said)


def _common_plural(span: Span) -> bool:
    """«ведомства стран-участниц», «Правозащитные организации» at the head of a sentence: many, none of them named."""
    said = letters(span)
    noun = head(span)
    if feature(noun, "Number") != "Plur" or head_word([noun]) is None:
        return False
    first = said[0]
    return first.norm_[:1].islower() or (bool(first.is_sent_start) and all(t.norm_.islower() for t in said[1:]))


def _kind(group: Sequence[OrgForm]) -> str | None:
    """What the fullest name tells, else a generic word before one of them: «компания» «Ромашка»."""
    own = (kind_of(letters(form.name)) for form in sorted(group, key=_length, reverse=True))
    said = (before(form.span.doc, letters(form.span)[0].i - quoted(form.span)) for form in group)
    beside = (kind_of([token]) for token in said if token is not None and generic(token))
    return next((kind for kind in (*own, *beside) if kind), None)


def _length(form: OrgForm) -> int:
    """In words; a country's adjective counts less than its noun: «МИД Беларуси» is longer than «белорусский МИД»."""
    return sum(1 if adjective(token) is None else 0 for token in letters(form.name))


def _country(group: Sequence[OrgForm]) -> str | None:
    said = next((form.country for form in group if form.country), None)
    if said is not None:
        return said
    known = (well_known(clean_text(form.span)) for form in group)
    return next((row.country for row in known if row and row.country), None)
