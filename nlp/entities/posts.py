"""A post read from its mention: «бывший заместитель Министра промышленности КНР» → title, organisation, phase.

The title leaves out the organisation when the text names it: inside the phrase, right after it, or elsewhere as the
ministry that a «министр …» heads. Otherwise the country or region takes the organisation's place, and envoys have none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Span, Token

from nlp.entities.gazetteer import Spot, adjective, origin
from nlp.entities.spans import OPENING, PLACE_LABELS, after, before, clean_text, feature, head, inside, letters, plural
from nlp.entities.words import Phrases, abbreviation
from nlp.knowledge import lexicons
from nlp.knowledge.dictionary import fold
from nlp.knowledge.reader import read_lines, resource
from nlp.morphology.inflection import inflect, normal_form

Phase = Literal["former", "acting"]
LABEL = "PROFESSION"
FORMER_PREFIX = "экс-"
_TERRITORIES = PLACE_LABELS - {"FACILITY", "LOCATION"}


@dataclass(frozen=True, slots=True)
class Post:
    """`words` are those of the title, `office` the place of «министр» among them; `body` and `land` number mentions."""

    index: int
    span: Span
    end: int
    words: tuple[Token, ...]
    phase: Phase | None
    body: int | None
    land: int | None
    origin: Spot | None
    row: lexicons.Post | None

    @property
    def title(self) -> str:
        """The whole title, in the nominative and lower case."""
        return title_of(self.words)


def read_post(index: int, spans: Sequence[Span], starts: Mapping[int, int], inner: Sequence[int]) -> Post | None:
    """The post that mention `index` names, `None` for «кандидат в министры» and for a phrase without a title.

    `starts` gives the number of the longest organisation or place mention that starts at a token, `inner` the numbers
    of the mentions inside this one.
    """
    span = spans[index]
    parts = _parts(inner, spans)
    end, following = _following(span, spans, starts) if not parts else (span.end, [])
    taken = {token.i for number in (*parts, *following) for token in spans[number]}
    said = [token for token in letters(span) if token.i not in taken and not _dangles(token, taken)]
    words, phase = _unmodified(said)
    phase = phase or _phase_before(span)
    come = next((spot for token in words if (spot := origin(token)) is not None), None) or _come_before(span)
    words = [token for token in words if origin(token) is None]
    if not words or _is_no_post(words):
        return None
    row = next((found for _, _, found in _posts().scan(words)), None)
    held = [*parts, *following]
    body = next((number for number in held if spans[number].label_ == "ORGANIZATION"), None)
    land = next((number for number in held if spans[number].label_ in _TERRITORIES), None)
    return Post(index, span, end, tuple(words), phase, body, land, come, row)


def _dangles(token: Token, taken: Collection[int]) -> bool:
    """A small word whose noun is left out: «посол» «в» «Беларуси», «президенты» «России» «и» «Китая»."""
    following = after(token.doc, token.i + 1)
    return token.pos_ in {"ADP", "CCONJ"} and following is not None and following.i in taken


def title_of(words: Sequence[Token]) -> str:
    """The nominative in lower case, abbreviations kept: «Заместителя Министра» → «заместитель министра».

    One of several is one: «министров иностранных дел» → «министр иностранных дел».
    """
    noun = _noun(words)
    normal = clean_text(words) if _mistagged(noun) else normal_form(list(words), LABEL)
    if plural(noun):
        normal = inflect(normal, "Nom", "Sing")
    return lowered(normal).removeprefix(FORMER_PREFIX)


def phrases(posts: Iterable[Post]) -> Iterator[tuple[tuple[Token, ...], str]]:
    """The words of the titles that are likely to be asked for whole, with their label."""
    for post in posts:
        if not _mistagged(_noun(post.words)) and (post.body is not None or office(post.words) is None):
            yield post.words, LABEL


def _noun(words: Sequence[Token]) -> Token:
    return next((token for token in words if token.pos_ in {"NOUN", "PROPN"}), words[0])


def _mistagged(noun: Token) -> bool:
    """A plural by its verb, tagged as a singular: its nominative cannot be trusted."""
    return plural(noun) and feature(noun, "Number") == "Sing"


def lowered(title: str) -> str:
    """In lower case but for abbreviations and names: «Глава МИД» → «глава МИД»."""
    return " ".join(word if _spelled(word) else word.lower() for word in title.split())


def _spelled(word: str) -> bool:
    """A word whose capitals are its own: «МИД», «BBC», «ЮАР-центр»."""
    return abbreviation(word) is not None or any(letter.isupper() for letter in word[1:])


def office(words: Sequence[Token]) -> int | None:
    """The place of the word that names the head of an office: «министра» in «заместитель министра связи»."""
    rows = ((start, row) for start, _, row in _posts().scan(words))
    return next((start for start, row in rows if row.of == "office"), None)


def _parts(inner: Sequence[int], spans: Sequence[Span]) -> list[int]:
    """The outermost organisations and places inside the phrase."""
    labels = _TERRITORIES | {"ORGANIZATION"}
    parts = [number for number in inner if spans[number].label_ in labels and not _adjectival(spans[number])]
    return [number for number in parts if not any(inside(spans[number], spans[other]) for other in parts)]


def _following(span: Span, spans: Sequence[Span], starts: Mapping[int, int]) -> tuple[int, list[int]]:
    """The organisation or place in the genitive right after the phrase: «президент» «Франции»."""
    token = after(span.doc, span.end)
    while token is not None and token.i not in starts and _leads_to(token):
        token = after(span.doc, token.i + 1)
    number = starts.get(token.i) if token is not None else None
    if number is None or not _governed(spans[number]) or _adjectival(spans[number]):
        return span.end, []
    return spans[number].end, [number]


def _governed(body: Span) -> bool:
    """In the genitive, or in quotes, where names do not change."""
    return body.text[:1] in OPENING or feature(head(body), "Case") in {"Gen", None}


def _leads_to(token: Token) -> bool:
    """An adjective of the body in the genitive, or its kind before the name in quotes: «(директор) завода «Заря»»."""
    if token.norm_ in OPENING:
        return True
    following = after(token.doc, token.i + 1)
    named = token.pos_ == "NOUN" and following is not None and following.norm_ in OPENING
    return (token.pos_ == "ADJ" or named) and feature(token, "Case") == "Gen"


def _adjectival(span: Span) -> bool:
    said = letters(span)
    return len(said) == 1 and (said[0].pos_ == "ADJ" or adjective(said[0]) is not None)


def _unmodified(said: Sequence[Token]) -> tuple[list[Token], Phase | None]:
    """The words without «бывший», «и. о.» and their like, and the phase that these tell."""
    hits = [(start, end, row) for start, end, row in _modifiers().scan(said) if row.phase is not None]
    dropped = {place for start, end, _ in hits for place in range(start, end)}
    dropped |= {place for place, token in enumerate(said) if token.lemma_.lower() in _noise() or token.pos_ == "AUX"}
    phase = next((row.phase for _, _, row in hits), None)
    if any(fold(token.norm_).startswith(FORMER_PREFIX) for token in said):
        phase = "former"
    return [token for place, token in enumerate(said) if place not in dropped], phase


def _come_before(span: Span) -> Spot | None:
    """«британский» before «премьер», in the same case and no part of the mention."""
    earlier = before(span.doc, span.start)
    if earlier is None or earlier.pos_ != "ADJ" or feature(earlier, "Case") != feature(head(span), "Case"):
        return None
    return origin(earlier)


def _phase_before(span: Span) -> Phase | None:
    """«бывший», «и. о.» that stand before the mention and not in it."""
    earlier = [token for token in span.doc[max(span.start - 5, 0) : span.start] if token.pos_ != "SPACE"]
    return next((row.phase for _, end, row in _modifiers().scan(earlier) if row.phase and end == len(earlier)), None)


def _is_no_post(words: Sequence[Token]) -> bool:
    return any(token.lemma_.lower() in _no_posts() for token in words)


@cache
def _posts() -> Phrases[lexicons.Post]:
    return Phrases([(row.post, row) for row in lexicons.posts()])


@cache
def _modifiers() -> Phrases[lexicons.PostModifier]:
    return Phrases([(row.words, row) for row in lexicons.post_modifiers()])


@cache
def _noise() -> frozenset[str]:
    return frozenset(read_lines(resource("identity/title_noise.txt")))


@cache
def _no_posts() -> frozenset[str]:
    return frozenset(read_lines(resource("identity/no_posts.txt")))
