"""A post read from its mention: «бывший заместитель Министра промышленности КНР» → title, organisation, phase.

The title leaves out the organisation when the text names it: inside the phrase, right after it, or elsewhere as the
ministry that a «министр …» heads. Otherwise the country or region takes the organisation's place, and envoys have none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from nlp.entities.gazetteer import Spot, origin
from nlp.entities.post_words import (
    FORMER_PREFIX,
    Phase,
    abridged,
    adjectival,
    beyond,
    earlier,
    field,
    following,
    modifiers,
    no_posts,
    tail,
    unmodified,
)
from nlp.entities.spans import PLACE_LABELS, after, before, clean_text, feature, head, inside, letters, plural
from nlp.entities.words import Phrases, abbreviation
from nlp.knowledge import lexicons
from nlp.morphology.inflection import inflect, normal_form

LABEL = "PROFESSION"
_TERRITORIES = PLACE_LABELS - {"FACILITY", "LOCATION"}


@dataclass(frozen=True, slots=True)
class Post:
    """`words` are those of the title, `body` and `land` number mentions; `whole` is the title with an unnamed body.

    From `start` to `end` the text speaks of the post: «бывший» before the mention and the body behind it included.
    """

    index: int
    span: Span
    start: int
    end: int
    words: tuple[Token, ...]
    whole: tuple[Token, ...]
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
    """The post that mention `index` names, `None` for «кандидат в министры», «будущий министр» and without a title.

    `starts` gives the number of the longest organisation or place mention that starts at a token, `inner` the numbers
    of the mentions inside this one.
    """
    span = spans[index]
    before_it = earlier(span)
    parts = _parts(span, inner, spans)
    end, behind = following(span, spans, starts) if not parts else (span.end, [])
    held = [*parts, *behind]
    taken = {token.i for number in held for token in spans[number]}
    words, phase = _titled(letters(span), taken)
    come = next((spot for token in letters(span) if (spot := origin(token)) is not None), None) or _come_before(span)
    if before_it is None or not words or _is_no_post(words):
        return None
    more = field(span, spans[behind[0]]) if behind else () if held else tail(span)
    whole = [*letters(span), *(token for number in behind for token in letters(spans[number]))]
    return Post(
        index=index, span=span, start=before_it.start, end=max([beyond(span.doc, end, spans, starts), *_ends(more)]),
        words=(*words, *more), whole=_titled(whole, ())[0], phase=phase or before_it.phase,
        body=next((number for number in held if spans[number].label_ == "ORGANIZATION"), None),
        land=next((number for number in held if spans[number].label_ in _TERRITORIES), None),
        origin=come, row=next((found for _, _, found in _posts().scan(words)), None),
    )  # fmt: skip


def _titled(said: Sequence[Token], taken: Collection[int]) -> tuple[tuple[Token, ...], Phase | None]:
    """The words of the title, without those taken by a body, and the phase that the others tell."""
    words, phase = unmodified([token for token in said if token.i not in taken and not _dangles(token, taken)])
    return tuple(token for token in words if origin(token) is None), phase


def _ends(more: Sequence[Token]) -> list[int]:
    return [token.i + 1 for token in more[-1:]]


def _dangles(token: Token, taken: Collection[int]) -> bool:
    """A small word whose noun is left out: «посол» «в» «Беларуси», «президенты» «России» «и» «Китая»."""
    behind = after(token.doc, token.i + 1)
    return token.pos_ in {"ADP", "CCONJ"} and behind is not None and behind.i in taken


def title_of(words: Sequence[Token]) -> str:
    """The nominative in lower case, abbreviations kept: «Заместителя Министра» → «заместитель министра».

    One of several is one: «министров иностранных дел» → «министр иностранных дел».
    """
    noun = _noun(words)
    normal = clean_text(words) if _mistagged(noun) or abridged(noun.norm_) else normal_form(list(words), LABEL)
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


def _parts(span: Span, inner: Sequence[int], spans: Sequence[Span]) -> list[int]:
    """The outermost organisations and places inside the phrase; «правления» of «председатель правления» is none."""
    labels = _TERRITORIES | {"ORGANIZATION"}
    said = letters(span)
    listed = ((start, end) for start, end, row in _posts().scan(said) if row.of == "organisation")
    own = {said[place].i for start, end in listed for place in range(start, end)}
    named = [number for number in inner if spans[number].label_ in labels and not adjectival(spans[number])]
    parts = _above_units([number for number in named if letters(spans[number])[0].i not in own], spans)
    return [number for number in parts if not any(inside(spans[number], spans[other]) for other in parts)]


def _above_units(parts: list[int], spans: Sequence[Span]) -> list[int]:
    """Without a unit of the body that has no name of its own: «отдела культуры» before «администрации Твери»."""
    bodies = [number for number in parts if spans[number].label_ == "ORGANIZATION"]
    own = [number for number in bodies if not spans[number].text.islower()]
    return [number for number in parts if number not in bodies or number in own] if own else parts


def _come_before(span: Span) -> Spot | None:
    """«британский» before «премьер», in the same case and no part of the mention."""
    word = before(span.doc, span.start)
    if word is None or word.pos_ != "ADJ" or feature(word, "Case") != feature(head(span), "Case"):
        return None
    return origin(word)


def _is_no_post(words: Sequence[Token]) -> bool:
    return any(token.lemma_.lower() in no_posts() for token in words)


def aide(post: Post) -> bool:
    """Whether another's name may stand in its title: «помощник Сомова», «пресс-секретарь Сомова»."""
    return any(row.deputy == "yes" for _, _, row in modifiers().scan(post.words))


@cache
def _posts() -> Phrases[lexicons.Post]:
    return Phrases([(row.post, row) for row in lexicons.posts()])
