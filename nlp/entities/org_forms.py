"""One mention of an organisation as comparison sees it: its key, its quoted core, its country, whether it is short.

Countries inside a name are replaced by their code at its end, so that «Министерство … КНР» and «Министерство …
Китайской Народной Республики», «белорусский МИД» and «МИД Беларуси» have one key; «МИД» followed by «Франции» is hers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from nlp.entities.gazetteer import adjective, country, country_nouns
from nlp.entities.heads import neutral
from nlp.entities.spans import OPENING, after, clean_text, feature, head, letters, quoted
from nlp.entities.words import abbreviation, key
from nlp.text.words import words

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrgForm:
    """`name` is the mention with the country that follows it; `plain` is the key without the country.

    `surface` are the words of the name as written, without punctuation; `length` counts them, a country's adjective
    less than its noun: «МИД Беларуси» is longer than «белорусский МИД».
    """

    index: int
    span: Span
    name: Span
    key: Key
    plain: Key
    core: Key
    country: str | None
    short: bool
    said: tuple[Token, ...]
    surface: tuple[str, ...]
    text: str
    case: str | None
    quoted: bool
    length: int

    @property
    def single(self) -> bool:
        """Whether the mention is one word: «Минсвязи»."""
        return len(self.said) == 1 or (self.short and len(self.plain) == 1)

    @property
    def initials(self) -> frozenset[str]:
        """The first letters of its words: two forms without a common one are never compared."""
        return frozenset(part[0] for part in (*self.key, *self.core) if part[0] != "@")


def org_form(index: int, span: Span, countries: Mapping[int, Span]) -> OrgForm:
    """Read one mention; `countries` gives the COUNTRY mention that starts at a token."""
    name = _with_country(span, countries)
    said = letters(name)
    found, iso = _key(said)
    plain = tuple(part for part in found if not part.startswith("@"))
    core = _core(name)
    return OrgForm(
        index=index, span=span, name=name, key=found, plain=plain, core=core, country=iso,
        short=_short(letters(span)), said=tuple(said), surface=tuple(token.norm_ for token in said),
        text=clean_text(name), case=feature(head(span), "Case"), quoted=quoted(span),
        length=sum(1 for token in said if adjective(token) is None),
    )  # fmt: skip


def _with_country(span: Span, countries: Mapping[int, Span]) -> Span:
    """«МИД» + «Франции» in the genitive right after it."""
    following = after(span.doc, span.end)
    place = countries.get(following.i) if following is not None else None
    if place is None or quoted_end(span):
        return span
    first = head(place)
    case_fits = feature(first, "Case") in {"Gen", None} and first.pos_ != "ADJ"
    return span.doc[span.start : place.end] if case_fits and country(letters(place)) else span


def quoted_end(span: Span) -> bool:
    """A name that ends in a quoted title takes no country after it."""
    last = words(span)[-1:]
    return bool(last) and last[0].norm_ in {"»", "”", "“", '"'}


def _key(said: Sequence[Token]) -> tuple[Key, str | None]:
    """The key of all words but legal forms and generic words in front."""
    nouns = {start: (end, spot) for start, end, spot in country_nouns().scan(said) if said[start].norm_[:1].isupper()}
    parts: list[str] = []
    lands: list[str] = []
    place = 0
    while place < len(said):
        end, spot = nouns.get(place, (place + 1, adjective(said[place])))
        if spot is not None and len(said) > end - place:
            lands.append(spot.country or spot.name)
        elif not _dropped(said, place):
            parts.append(key(said[place]))
        place = end if spot is not None else place + 1
    own = tuple(parts) or tuple(map(key, said))
    return (*own, *(f"@{land}" for land in sorted(set(lands)))), lands[-1] if lands else None


def _dropped(said: Sequence[Token], place: int) -> bool:
    """A neutral word in front of a name of its own: «компания» in «компания «Ромашка»»."""
    following = said[place + 1].norm_[:1] if place + 1 < len(said) else ""
    return place == 0 and (following.isupper() or following.isdigit()) and neutral([said[place]])


def _core(name: Span) -> Key:
    """The words of the quoted title: «Газпром» of «ПАО «Газпром»»; of an unquoted name nothing."""
    said = words(name)
    opened = next((place for place, token in enumerate(said) if token.norm_ in OPENING), None)
    if opened is None:
        return ()
    return tuple(key(token) for token in said[opened + 1 :] if any(letter.isalnum() for letter in token.norm_))


def _short(said: Sequence[Token]) -> bool:
    return len(said) == 1 and abbreviation(said[0].norm_) is not None
