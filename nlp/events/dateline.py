"""Where and when a report was filed, which holds for its lead: «МИНСК, 17 июня. Подписан меморандум…»."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Token

from nlp.events.names import PLACES, Named, Names

HEAD = 120
"""How many tokens into a document a dateline may begin: behind a title and its day of publication."""
ENDS = frozenset({".", "—", "–", "-", "/", "("})


class Dateline(NamedTuple):
    """The place and day of a dateline, and the first token of the sentence that follows it."""

    place: Named
    date: Named
    lead: int


def dateline(names: Names) -> Dateline | None:
    """The first place that begins a line and is followed by a comma, a day and a stop or a dash."""
    dates = {named.span.start: named for named in names.mentions if named.label == "DATE"}
    for place in names.mentions:
        day = dates.get(place.span.end + 1)
        if place.label in PLACES and place.span.start < HEAD and day is not None and _is_line(place, day):
            return Dateline(place, day, _lead(day))
    return None


def is_lead(found: Dateline | None, token: Token) -> bool:
    """Whether a word stands in the sentence that a dateline opens."""
    return found is not None and bool(token.sent.start <= found.lead < token.sent.end)


def _is_line(place: Named, day: Named) -> bool:
    doc, after = place.span.doc, day.span.end
    opens = place.span.start == 0 or place.span[0].is_sent_start or doc[place.span.start - 1].is_space
    return bool(opens and doc[place.span.end].text == "," and after < len(doc) and doc[after].text in ENDS)


def _lead(day: Named) -> int:
    """The first word behind the dateline."""
    doc = day.span.doc
    behind = (token.i for token in doc[day.span.end :] if not token.is_punct and token.pos_ not in ("PUNCT", "SPACE"))
    return next(behind, len(doc) - 1)
