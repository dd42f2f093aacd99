"""One mention of a document that binds its parties, taken apart: kind, title, subject, parties, date, number.

«Меморандум о взаимопонимании между Минсвязи и Минцифры от 22 августа 2024 г. № 155»: the title ends before «между».
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from nlp.entities.spans import after, before, clean_text, feature, head, letters
from nlp.entities.words import Phrases, key
from nlp.knowledge import lexicons
from nlp.knowledge.reader import read_lines, resource
from nlp.morphology.inflection import normal_form
from nlp.text.words import words

SUBJECTS = frozenset({"о", "об", "обо", "по", "на"})
PARTIES = frozenset({"ORGANIZATION", "COUNTRY", "STATE_OR_PROVINCE", "CITY", "PERSON"})
_NUMBER = re.compile(r"\s*(?:№|N|No\.?)\s*([\w/-]*\d[\w/-]*)")
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
    start, _, row = found
    noun = (
        max(range(start, found[1]), key=lambda place: said[place].pos_ in {"NOUN", "PROPN", ""})
        if start < found[1]
        else start
    )
    titled = _title(span, said[noun])
    parties = _parties(index, spans)
    return AgreementForm(
        index=index, span=span, kind=row.kind, noun=key(said[noun]), about=_about(titled, said[noun]),
        title=normal_form(titled, "LAW"), subject=_subject(titled, said[noun]), number=_number(span),
        date=_date(index, spans), parties=parties,
    )  # fmt: skip


def _plural(said: Sequence[Token], found: tuple[int, int, lexicons.Document]) -> bool:
    return any(feature(token, "Number") == "Plur" for token in said[found[0] : found[0] + 1] if token.pos_ == "NOUN")


def _draft(span: Span) -> bool:
    """«проект соглашения» is none yet."""
    governor = before(span.doc, span.start)
    return governor is not None and governor.lemma_.lower() in _NOT_YET


def _title(span: Span, noun: Token) -> list[Token]:
    """The words up to «между», the date, the number or a bracket, if what is left names a subject."""
    said = words(span)
    subject = next((token.i for token in said if token.i > noun.i and token.norm_.lower() in SUBJECTS), None)
    ends = (token for token in said if token.i > noun.i and _ends_title(token))
    end = next(ends, None)
    if end is None or (end.norm_.lower() == "между" and (subject is None or subject > end.i)):
        return said
    return [token for token in said if token.i < end.i]


def _ends_title(token: Token) -> bool:
    following = after(token.doc, token.i + 1)
    dated = token.norm_.lower() == "от" and following is not None and following.norm_[:1].isdigit()
    return dated or token.norm_.lower() in {"между", "№", "n", "("}


def _about(titled: Sequence[Token], noun: Token) -> tuple[str, ...]:
    skipped = _bare_modifiers()
    return tuple(
        key(token)
        for token in titled
        if token.i != noun.i and any(map(str.isalnum, token.norm_)) and token.lemma_.lower() not in skipped
    )


def _subject(titled: Sequence[Token], noun: Token) -> str | None:
    """What stands after «о», «по», «на»: «взаимопонимание по вопросу …»."""
    later = [token for token in titled if token.i > noun.i]
    place = next((place for place, token in enumerate(later[:3]) if token.norm_.lower() in SUBJECTS), None)
    return normal_form(later[place + 1 :]) or None if place is not None else None


def _number(span: Span) -> str | None:
    found = _NUMBER.search(clean_text(span)) or _NUMBER.match(clean_text(span.doc[span.end : span.end + 4]))
    return found[1] if found else None


def _date(index: int, spans: Sequence[Span]) -> int | None:
    """The DATE mention that «от» joins to the document, inside its mention or right after it."""
    span = spans[index]
    for number, other in enumerate(spans):
        if other.label_ != "DATE" or not span.start < other.start <= span.end + 3:
            continue
        link = before(span.doc, other.start)
        starts_itself = letters(other)[0].norm_.lower() == "от"
        if starts_itself or (link is not None and link.norm_.lower() == "от"):
            return number
    return None


def _parties(index: int, spans: Sequence[Span]) -> tuple[int, ...]:
    """The mentions after «между», or after «с» for one side: «между Россией, Китаем и Монголией», «с Россией»."""
    span = spans[index]
    doc, limit = span.doc, min(span.end + 2, len(span.doc))
    link = next((token for token in doc[span.start : limit] if token.norm_.lower() in {"между", "с", "со"}), None)
    if link is None or (link.norm_.lower() != "между" and link.i < head(span).i):
        return ()
    found: list[int] = []
    position = link.i + 1
    while (number := _party_at(position, spans)) is not None:
        found.append(number)
        mark = after(doc, spans[number].end)
        if link.norm_.lower() != "между" or mark is None or mark.norm_.lower() not in {",", "и"}:
            break
        position = mark.i + 1
    return tuple(found)


def _party_at(position: int, spans: Sequence[Span]) -> int | None:
    """The longest possible party that starts at the next word."""
    token = after(spans[0].doc, position) if spans else None
    if token is None:
        return None
    at = [
        n for n, span in enumerate(spans) if span.label_ in PARTIES and letters(span) and letters(span)[0].i == token.i
    ]
    return max(at, key=lambda n: spans[n].end, default=None)


@cache
def _documents() -> Phrases[lexicons.Document]:
    return Phrases([(row.word, row) for row in lexicons.documents()])


@cache
def _bare_modifiers() -> frozenset[str]:
    return frozenset(read_lines(resource("identity/bare_modifiers.txt")))
