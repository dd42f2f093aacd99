"""Organisations: from groups of mentions to their names, short names, kinds, countries and what they are part of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from spacy.tokens import Span, Token

from nlp.entities.heads import generic, head_word, kind_of, organ, unique
from nlp.entities.nesting import Nesting
from nlp.entities.org_forms import OrgForm, org_form
from nlp.entities.org_identity import identify
from nlp.entities.places import is_place
from nlp.entities.spans import OPENING, before, feature, head, letters
from nlp.knowledge.dictionary import parse

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
    def numbers(self) -> list[int]:
        """The numbers of its mentions."""
        return [form.index for form in self.forms]

    @property
    def first(self) -> int:
        """The number of the earliest mention."""
        return self.forms[0].index


def find_organisations(spans: Sequence[Span], nested: Nesting) -> list[OrgGroup]:
    """The organisations among the mentions, in the order of their first mention.

    One named only inside another's name is none: «факультет журналистики МГУ» is one organisation; «совет директоров
    «Роснефти»» are two, but «председатель совета директоров «Роснефти»» has just one.
    """
    countries = {span.start: span for span in spans if span.label_ == "COUNTRY"}
    named = [
        (index, span)
        for index, span in enumerate(spans)
        if span.label_ == "ORGANIZATION" and letters(span) and not is_place(span)
    ]
    forms = [org_form(index, span, countries) for index, span in named if not _common_plural(span)]
    parts = {n for n, _ in named if _is_part(n, spans, nested)}
    groups = [group for group in identify(forms) if _names_something(group, parts)]
    return [OrgGroup(group, _kind(group), _country(group)) for group in groups]


def _is_part(number: int, spans: Sequence[Span], nested: Nesting) -> bool:
    """Whether a body is named for the sake of what is around it: another body, or the post of an organ's head."""
    around = [spans[other] for other in nested.around[number]]
    if organ(letters(spans[number])) and any(each.label_ == "PROFESSION" for each in around):
        return True
    return any(each.label_ == "ORGANIZATION" and not organ(letters(each)) for each in around)


def _names_something(group: Sequence[OrgForm], parts: Collection[int]) -> bool:
    """Whether the group is more than a part of another's name or common nouns: «министерство», «ведомства стран»."""
    return any(form.index not in parts for form in group) and any(_is_name(form) for form in group)


def _is_name(form: OrgForm) -> bool:
    """A capital letter makes a name, or a country's adjective with a body of state; a head word alone does not."""
    said = form.said
    if form.short or form.core:
        return True
    found = head_word(said)
    if len(said) == 1 and unique(said[0]):
        return True
    if len(said) == 1 and (found is not None or said[0].pos_ == "ADJ"):
        return found is not None and found.use == "bare" and said[0].norm_[:1].isupper() and not said[0].is_sent_start
    national = form.country is not None and found is not None and found.kind in _NATIONAL
    return national or any(not token.norm_.islower() for token in said)


def _common_plural(span: Span) -> bool:
    """«ведомства стран-участниц», «Правозащитные организации» at the head of a sentence: many, none of them named."""
    said = letters(span)
    noun = head(span)
    if feature(noun, "Number") != "Plur" or head_word([noun]) is None or _owns(noun, said[0]):
        return False
    first = said[0]
    return first.norm_[:1].islower() or (bool(first.is_sent_start) and all(t.norm_.islower() for t in said[1:]))


def _owns(noun: Token, first: Token) -> bool:
    """Tagged plural, and yet the one whose something is: «депутаты гордумы Твери»."""
    behind = before(noun.doc, first.i)
    genitive = any({"gent", "sing"} in each.tag for each in parse(noun.norm_.lower()))
    return genitive and feature(noun, "Case") != "Gen" and behind is not None and behind.pos_ == "NOUN"


def _kind(group: Sequence[OrgForm]) -> str | None:
    """What the fullest name tells, else a generic word before one of them: «компания» «Ромашка»."""
    own = (kind_of(form.said) for form in sorted(group, key=attrgetter("length"), reverse=True))
    beside = (kind_of([token]) for form in group if (token := _noun_before(form)) is not None)
    return next((kind for kind in (*own, *beside) if kind), None)


def _noun_before(form: OrgForm) -> Token | None:
    """«компания» before «Русал», «завод» before «Заря»; before a name without quotation marks generic words only."""
    doc, first = form.span.doc, form.said[0].i
    token = before(doc, first)
    opened = token is not None and token.norm_ in OPENING
    if token is not None and opened:
        token = before(doc, token.i)
    return token if token is not None and (opened or generic(token)) else None


def _country(group: Sequence[OrgForm]) -> str | None:
    """The country that a name says; what everybody knows of «ЦРУ» is not in the text."""
    return next((form.country for form in group if form.country), None)
