"""What a record's parts are called on a page: dates, posts, documents, the title of the text itself."""

from __future__ import annotations

import re

from nlp.report.days import said
from nlp.report.marks import shown
from nlp.report.words import Words
from nlp.schema import Agreement, Amount, Event, Position, Record
from nlp.tables.view import View

_SIGNS = re.compile(r"[*_#`]+")
LONGEST = 110


def headline(record: Record) -> str:
    """The title, else the first line of the text, else the source: «Беларусь налаживает сотрудничество»."""
    first = next((line for line in record.text.splitlines() if line.strip(" *#_`-")), "")
    found = line(_SIGNS.sub("", record.title or first)) or line(record.source or record.id)
    return found if len(found) <= LONGEST else found[: LONGEST - 1].rsplit(" ", 1)[0] + "…"


def line(text: str) -> str:
    """The text on one line, fit for a page."""
    return shown(" ".join(text.split()))


def source(record: Record) -> str:
    """Where the text came from, without the folders of the machine: «forum.md», «archive.zip!news/17.html»."""
    outer, stroke, inner = (record.source or "").partition("!")
    return line(outer if "://" in outer else outer.replace("\\", "/").rpartition("/")[2]) + line(stroke + inner)


def post(view: View, held: Position, words: Words) -> str:
    """«министр, Министерство финансов (в прошлом)»."""
    phase = f" ({words.position_phases.get(held.phase, held.phase)})" if held.phase else ""
    return line(", ".join(filter(None, (held.title, view.name(held.organisation)))) + phase)


def happening(event: Event, words: Words) -> str:
    """«Соглашение · подписание»."""
    return " · ".join(filter(None, (words.type(event.type), words.phase(event.phase))))


def day(value: str | None, words: Words) -> str:
    """«17 июня 2025»; nothing for a value without a single number."""
    return said(value, words.calendar) if value and any(sign.isdigit() for sign in value) else ""


def document(item: Agreement, words: Words) -> str:
    """«меморандум · подписан»."""
    status = words.agreement_statuses.get(item.status or "", "")
    return " · ".join(filter(None, (words.agreements.get(item.kind, item.kind), status)))


def amount(item: Amount) -> str:
    """«12 500 000 USD», «1,5–2 %»."""
    ends = [f"{end:,}".replace(",", "\N{NO-BREAK SPACE}") for end in (item.value, item.upper) if end is not None]
    return "\N{NO-BREAK SPACE}".join(filter(None, ("–".join(ends), item.unit)))


def counted(number: int, forms: str) -> str:
    """A number with the form of the noun that it asks for: «1 документ», «22 документа», «10 000 документов»."""
    written = f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
    one, *few, many = forms.split("|")
    tens, ones = number % 100, number % 10
    if not few:
        return f"{written} {one if number == 1 else many}"
    teen = 11 <= tens <= 14
    return f"{written} {one if ones == 1 and not teen else few[0] if 2 <= ones <= 4 and not teen else many}"
