"""One mention of a document that binds its parties, taken apart: kind, title, subject, parties, date, number.

«Меморандум о взаимопонимании между Минсвязи и Минцифры от 22 августа 2024 г. № 155»: the title ends before «между».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from nlp.entities import agreement_parts as parts
from nlp.entities.spans import before, feature, letters
from nlp.entities.words import Phrases, key
from nlp.knowledge import lexicons, lists
from nlp.morphology.inflection import normal_form

_NOT_YET = frozenset({"проект", "вариант", "текст"})


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """`noun` is the key of the head word, `about` the key of adjectives and subject; `parties` number mentions."""

    index: int
    span: Span
    kind: str
    noun: str
    about: tuple[str, ...]
    title: str
    subject: str | None
    number: str | None
    date: int | None
    parties: tuple[int, ...]

    @property
    def trade(self) -> bool:
        """Whether the subject is a thing to be done or delivered: «договор на поставку»."""
        return any(token.norm_.lower() == "на" for token in self.span[1:3])

    @property
    def bare(self) -> bool:
        """Whether the mention says nothing but its kind: «Меморандум»."""
        return not (self.about or self.number or self.parties or self.date is not None)


def agreement_form(index: int, spans: Sequence[Span]) -> AgreementForm | None:
    """Read a LAW mention; `None` for laws, drafts and agreements in the plural."""
    span = spans[index]
    said = letters(span)
    found = next(iter(_documents().scan(said)), None)
    if found is None or found[2].sort != "agreement" or found[0] > 3 or _draft(span) or _plural(said, found):
        return None
    start, end, row = found
    noun = max(said[start:end], key=_is_noun)
    parties = parts.parties(index, spans)
    close = max([span.end, *(spans[party].end for party in parties)])
    titled = parts.title_words(span, noun, close)
    close = max(close, titled[-1].i + 1)
    return AgreementForm(
        index=index, span=span, kind=row.kind, noun=key(noun), about=_about(titled, noun),
        title=normal_form(titled, "LAW"), subject=parts.subject(titled, noun), number=parts.number(span),
        date=parts.date(index, spans, close), parties=parties,
    )  # fmt: skip


def _is_noun(token: Token) -> bool:
    return token.pos_ in {"NOUN", "PROPN"}


def _plural(said: Sequence[Token], found: tuple[int, int, lexicons.Document]) -> bool:
    return any(feature(token, "Number") == "Plur" for token in said[found[0] : found[0] + 1] if token.pos_ == "NOUN")


def _draft(span: Span) -> bool:
    """«проект соглашения» is none yet."""
    governor = before(span.doc, span.start)
    return governor is not None and governor.lemma_.lower() in _NOT_YET


def _about(titled: Sequence[Token], noun: Token) -> tuple[str, ...]:
    skipped = _bare_modifiers()
    return tuple(
        key(token)
        for token in titled
        if token.i != noun.i and any(map(str.isalnum, token.norm_)) and token.lemma_.lower() not in skipped
    )


@cache
def _documents() -> Phrases[lexicons.Document]:
    return Phrases([(row.word, row) for row in lexicons.documents()])


def _bare_modifiers() -> frozenset[str]:
    return lists.words("identity/bare_modifiers.txt")
