"""Agreements: which mentions are one document; a bare «Меморандум» later in the text is the one named before.

Two forms are two documents as soon as their kind, subject, parties, number or date differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span

from nlp.entities.agreement_forms import AgreementForm, agreement_form
from nlp.knowledge.dictionary import fold

_TREATY_OR_CONTRACT = "договор"


@dataclass(slots=True, eq=False)
class AgreementGroup:
    """The mentions of one document."""

    forms: list[AgreementForm]

    @property
    def first(self) -> int:
        """The number of the earliest mention."""
        return self.forms[0].index

    @property
    def fullest(self) -> AgreementForm:
        """The form with the longest title."""
        return max(self.forms, key=_length)

    @property
    def number(self) -> str | None:
        """The document's number, where a mention gives it."""
        return next((form.number for form in self.forms if form.number), None)

    @property
    def dates(self) -> tuple[int, ...]:
        """The DATE mentions joined by «от»."""
        return tuple(form.date for form in self.forms if form.date is not None)

    @property
    def parties(self) -> tuple[int, ...]:
        """The party mentions, those of the fullest list first."""
        lists = sorted((form.parties for form in self.forms), key=len, reverse=True)
        return tuple(dict.fromkeys(number for parties in lists for number in parties))

    def kind(self, parties: Sequence[str]) -> str:
        """The record's kind; a договор is a treaty between states, else a contract."""
        kind = self.fullest.kind
        if kind != "treaty" or self.fullest.noun != _TREATY_OR_CONTRACT:
            return kind
        bodies = any(party.startswith(("o", "p")) for party in parties)
        return "contract" if bodies or self.fullest.trade else "treaty"


def find_agreements(spans: Sequence[Span], owners: Mapping[int, str]) -> list[AgreementGroup]:
    """The agreements among the mentions; `owners` gives the entity of each party mention."""
    groups: list[AgreementGroup] = []
    for index, span in enumerate(spans):
        form = agreement_form(index, spans) if span.label_ == "LAW" else None
        if form is None or _nested(span, groups):
            continue
        group = _bare_owner(form, groups) if form.bare else _owner(form, groups, owners)
        if group is None:
            groups.append(AgreementGroup([form]))
        else:
            group.forms.append(form)
    return groups


def _nested(span: Span, groups: Sequence[AgreementGroup]) -> bool:
    """«Договор о безопасности» inside «протокол к Договору о безопасности» comes after it and is another document."""
    held = (form.span for group in groups for form in group.forms)
    return any(other.start == span.start and span.end < other.end for other in held)


def _owner(form: AgreementForm, groups: Sequence[AgreementGroup], owners: Mapping[int, str]) -> AgreementGroup | None:
    found = [group for group in groups if all(_agree(form, other, owners) for other in group.forms)]
    titled = [group for group in found if _same_subject(form, group.fullest)]
    return titled[0] if len(titled) == 1 else None


def _bare_owner(form: AgreementForm, groups: Sequence[AgreementGroup]) -> AgreementGroup | None:
    """The one document of this kind named before; of several, the last named, if its own noun is repeated."""
    found = [group for group in groups if any(other.noun == form.noun for other in group.forms)]
    return found[0] if len(found) == 1 else None


def _agree(one: AgreementForm, two: AgreementForm, owners: Mapping[int, str]) -> bool:
    same_noun = one.noun == two.noun
    numbers = not (one.number and two.number) or fold(one.number) == fold(two.number)
    first, second = ({owners.get(number, str(number)) for number in form.parties} for form in (one, two))
    parties = not (first and second) or first <= second or second <= first
    return same_noun and numbers and parties


def _same_subject(one: AgreementForm, two: AgreementForm) -> bool:
    """The same subject, or one that begins the other: «меморандум о взаимопонимании (по вопросу …)»."""
    short, full = sorted((one.about, two.about), key=len)
    if not short:
        return bool(one.parties and two.parties) or not full or two.bare
    return full[: len(short)] == short


def _length(form: AgreementForm) -> int:
    return len(form.title) if form.subject else len(form.title) // 100
