"""What an organisation is called in the register: the longest form written, its abbreviation, its other names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import filterfalse

from spacy.tokens import Token

from nlp.entities.acronyms import blend
from nlp.entities.heads import generic, is_listed, legal_form
from nlp.entities.org_forms import OrgForm
from nlp.entities.org_kinds import bare_kind
from nlp.entities.spans import clean_text, letters
from nlp.entities.words import abbreviation
from nlp.knowledge.dictionary import fold
from nlp.morphology.inflection import normal_form

LABEL = "ORGANIZATION"


@dataclass(slots=True)
class OrgNames:
    """The names that the forms of one organisation give; a nominative is found once for the same words in one case."""

    forms: Sequence[OrgForm]
    known: dict[tuple[str, str | None, bool], str] = field(default_factory=dict)

    @property
    def fullest(self) -> OrgForm:
        """The longest form written."""
        longest = max(self.forms, key=_fullness)
        alike = (longest.key, longest.short, longest.length)
        return self._agreed([form for form in self.forms if (form.key, form.short, form.length) == alike])

    def all(self) -> tuple[str, str | None, tuple[str, ...]]:
        """The name, the abbreviation used beside it, and the other names: («ПАО «Газпром»», None, («Газпром»,))."""
        full = self.fullest
        name, short = self.register(full), self._short(full)
        keys = dict.fromkeys((form.key, form.short) for form in self.forms if not bare_kind(form))
        alike = ([form for form in self.forms if (form.key, form.short) == key] for key in keys)
        others = {fold(other): other for forms in alike if (other := self.register(self._agreed(forms)))}
        return name, short, tuple(other for key, other in others.items() if key not in {fold(name), fold(short or "")})

    def register(self, form: OrgForm) -> str:
        """One mention as a register would write it: no generic word in front, quotes «…», the nominative."""
        written = form.text, form.case, form.quoted
        if written not in self.known:
            self.known[written] = _register(form)
        return self.known[written]

    def _short(self, full: OrgForm) -> str | None:
        """The abbreviation that the text uses beside the name: «ШОС»."""
        for form in () if full.short else filterfalse(bare_kind, self.forms):
            said = letters(form.span)
            blended = any(blend(word, full.surface) for word in (said[0].norm_, said[0].lemma_))
            if len(said) == 1 and form.key != full.key and (form.short or blended):
                return abbreviation(said[0].norm_) or self.register(form)
        return None

    def _agreed(self, same: Sequence[OrgForm]) -> OrgForm:
        """The fullest whose nominative most of them give, one written in the nominative first."""
        names = [self.register(form).lower() for form in same]
        most = max(map(names.count, names))
        agreed = [form for form, name in zip(same, names, strict=True) if names.count(name) == most]
        nominative = [form for form in agreed if form.case == "Nom"]
        return max(nominative or agreed, key=_fullness)


def phrases(forms: Sequence[OrgForm]) -> Iterator[tuple[list[Token], str]]:
    """The words whose nominative the names are made of, with their label: each once for the same words in one case."""
    for form in {(form.text, form.case, form.quoted): form for form in reversed(forms)}.values():
        said = _own(form)
        if abbreviation(clean_text(said)) is None:
            yield said, LABEL


def _own(form: OrgForm) -> list[Token]:
    """Without a generic word in front: «компания «Ромашка»»."""
    said, (first, *rest) = list(form.name), form.said
    own = bool(form.core) or (bool(rest) and rest[0].norm_[:1].isupper())
    if own and generic(first) and first.norm_[:1].islower() and not legal_form(first):
        return [token for token in said if token.i > first.i]
    return said


def _register(form: OrgForm) -> str:
    said = _own(form)
    plain = clean_text(said)
    short = abbreviation(plain) or (plain if is_listed(plain) else None)
    written = (short or normal_form(said, LABEL)).replace("« ", "«").strip()
    return f"«{written}»" if form.quoted and form.name.end == form.span.end and "«" not in written else written


def _fullness(form: OrgForm) -> tuple[bool, int, int, bool, int]:
    return (not form.short, form.length, len(form.text), form.text[:1].isupper(), -form.index)
