"""The parts of a document's name: «Меморандум» «о взаимопонимании», its parties, its date, its number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from nlp.entities.spans import after, before, clean_text, head, letters
from nlp.morphology.inflection import normal_form
from nlp.text.words import words

SUBJECTS = frozenset({"о", "об", "обо", "по", "на"})
PARTIES = frozenset({"ORGANIZATION", "COUNTRY", "STATE_OR_PROVINCE", "CITY", "PERSON"})
LONGEST_SUBJECT = 40
"""Tokens."""
_NUMBER = re.compile(r"\s*(?:№|N|No\.?)\s*([\w/-]*\d[\w/-]*)")


def title_words(span: Span, noun: Token, end: int) -> list[Token]:
    """The words of the title, without the parties when the subject is said: «Соглашение» «о торговле».

    The subject stands inside the mention, or after the parties, which end at `end`: «Соглашение между … о торговле».
    """
    said = words(span)
    about = next((token.i for token in said if token.i > noun.i and token.norm_.lower() in SUBJECTS), None)
    stop = next((token for token in said if token.i > noun.i and _ends(token)), None)
    tail = _tail(span.doc, max(end, span.end)) if about is None else []
    if stop is None or (stop.norm_.lower() == "между" and not tail and (about is None or about > stop.i)):
        return [*said, *tail]
    return [*(token for token in said if token.i < stop.i), *tail]


def _tail(doc: Doc, position: int) -> list[Token]:
    """«о сотрудничестве в области энергетики» at this place: the preposition and all that its noun governs."""
    first = after(doc, position)
    if first is None or first.norm_.lower() not in {"о", "об", "обо"}:
        return []
    governed = {token.i for token in first.head.subtree}
    found: list[Token] = []
    for token in doc[first.i : first.i + LONGEST_SUBJECT]:
        if token.pos_ != "SPACE" and (token.i not in governed or _ends(token) or token.norm_ in {",", ";", ".", ")"}):
            break
        found.append(token)
    return found if len(found) > 1 else []


def _ends(token: Token) -> bool:
    following = after(token.doc, token.i + 1)
    dated = token.norm_.lower() == "от" and following is not None and following.norm_[:1].isdigit()
    return dated or token.norm_.lower() in {"между", "№", "n", "("}


def subject(titled: Sequence[Token], noun: Token) -> str | None:
    """What stands after «о», «по», «на»: «взаимопонимание по вопросу …»."""
    later = [token for token in titled if token.i > noun.i]
    place = next((place for place, token in enumerate(later[:3]) if token.norm_.lower() in SUBJECTS), None)
    return normal_form(later[place + 1 :]) or None if place is not None else None


def number(span: Span) -> str | None:
    """«№ 155-Д» inside the mention or right after it."""
    found = _NUMBER.search(clean_text(span)) or _NUMBER.match(clean_text(span.doc[span.end : span.end + 4]))
    return found[1] if found else None


def date(index: int, spans: Sequence[Span], end: int) -> int | None:
    """The number of the DATE mention that «от» joins to the document, inside its mention or right after `end`."""
    span = spans[index]
    for place, other in enumerate(spans):
        if other.label_ != "DATE" or not span.start < other.start <= end + 3:
            continue
        link = before(span.doc, other.start)
        starts_itself = letters(other)[0].norm_.lower() == "от"
        if starts_itself or (link is not None and link.norm_.lower() == "от"):
            return place
    return None


def parties(index: int, spans: Sequence[Span]) -> tuple[int, ...]:
    """The mentions after «между», or after «с» for one side: «между Россией, Китаем и Монголией», «с Россией»."""
    span = spans[index]
    doc, limit = span.doc, min(span.end + 2, len(span.doc))
    link = next((token for token in doc[span.start : limit] if token.norm_.lower() in {"между", "с", "со"}), None)
    if link is None or (link.norm_.lower() != "между" and link.i < head(span).i):
        return ()
    found: list[int] = []
    position = link.i + 1
    while (party := _party_at(position, spans)) is not None:
        found.append(party)
        mark = after(doc, spans[party].end)
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
