"""A phrase in the form of a register: «Министерством связи и информатизации» → Министерство связи и информатизации.

The head and the words that agree with it go into the nominative, their number kept; genitives, prepositional groups and
quoted names stay. Which words change, and into what, the ranker decides for all words of the phrase together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from spacy.symbols import SPACE
from spacy.tokens import Span, Token

from nlp.knowledge import lists
from nlp.knowledge.dictionary import Reading, fold, inflected, parse
from nlp.morphology.annotate import form
from nlp.morphology.foresight import rank_ahead, ranked
from nlp.morphology.lemmatizer import lemma
from nlp.morphology.lettering import like, quoted
from nlp.morphology.likely import REFUSED, shares_of
from nlp.morphology.person.phrase import person_form
from nlp.morphology.placing import features_of

CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}
PERSON = "PERSON"
BEAM = 8
"""How many forms of a phrase are kept while its words are read."""
LABELS = {"PERSON": "PER", "ORGANIZATION": "ORG"} | dict.fromkeys(
    ("CITY", "COUNTRY", "DISTRICT", "LOCATION", "STATE_OR_PROVINCE"), "LOC"
)

Phrase: TypeAlias = tuple[Span | Sequence[Token], str | None]
"""Words, and the NEREL label of what they name when one is known."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form that a phrase may have; `score`, 0–1, is how likely it is."""

    text: str
    score: float


def normal_form(of: Span | Sequence[Token], label: str | None = None) -> str:
    """The phrase in the nominative, its number kept, quotation marks as «…», letter case kept.

    `label` is a NEREL label when one is known. The tokens' document is read too: other mentions of a name vote.
    """
    found = _ways(of, label, 1)
    return found[0].text if found else ""


def candidates(of: Span | Sequence[Token], label: str | None = None) -> list[Candidate]:
    """What the phrase may be in the nominative, the likeliest first: «Цяна» → Цян, Цяна."""
    return _ways(of, label, BEAM)


def foresee(phrases: Iterable[Phrase]) -> None:
    """Phrases of one document, with their labels, whose normal forms will be asked for: together they cost less."""
    told = ((_words(_without_mark(list(of), label)), _clue(label)) for of, label in phrases)
    rank_ahead(((words, clue) for words, clue in told if words and not _spoken(words)), REFUSED)


def _ways(of: Span | Sequence[Token], label: str | None, count: int) -> list[Candidate]:
    tokens = _without_mark(list(of), label)
    words = _words(tokens)
    if not words:
        return []
    if _spoken(words):
        first = words[0]
        changed = {first.i: like(lemma(form(first), first.pos_, str(first.morph)), form(first))}
        return [Candidate(_text(tokens, changed), 1.0)]
    found = [
        Candidate(_text(tokens, _changed(words, texts)), score)
        for texts, score in chosen(words, _clue(label), REFUSED, count)
    ]
    return _person_first(found, person_form(words), count) if label == PERSON else found


def _person_first(found: list[Candidate], name: str | None, count: int) -> list[Candidate]:
    """What the words of a name are together, before what each is for itself, as likely as the likeliest of these."""
    if name is None:
        return found
    others = [each for each in found if each.text != name]
    return [Candidate(name, max(each.score for each in found)), *others][:count]


def _changed(words: Sequence[Token], texts: Sequence[str]) -> dict[int, str]:
    """The forms chosen, by the places of their words in the text."""
    kept = acronyms(words)
    pairs = enumerate(zip(words, texts, strict=True))
    return {word.i: form(word) if place in kept else spelt(text, form(word)) for place, (word, text) in pairs}


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if token.pos != SPACE]


def _spoken(words: Sequence[Token]) -> bool:
    """Whether a verb comes first, which goes into the infinitive: «провели переговоры»."""
    return features_of(words[0]).get("VerbForm") in {"Fin", "Conv"}


def _clue(label: str | None) -> str | None:
    return None if label is None else f"label={LABELS.get(label, 'other')}"


def chosen(
    words: Sequence[Token], label: str | None = None, refused: Collection[str] = (), count: int = 1
) -> list[tuple[tuple[str, ...], float]]:
    """The likeliest forms of the words, in lower case, all together, and how likely they are."""
    beam: list[tuple[tuple[str, ...], float]] = [((), 1.0)]
    for options, scores in zip(*ranked(words, label, frozenset(refused)), strict=True):
        likely = sorted(shares_of(options, scores).items(), key=_second, reverse=True)[:count]
        grown = [((*texts, text), before * share) for texts, before in beam for text, share in likely]
        beam = sorted(grown, key=_second, reverse=True)[:count]
    return beam


def _second(pair: tuple[object, float]) -> float:
    return pair[1]


def acronyms(words: Sequence[Token]) -> set[int]:
    """The places of «НИИ» and its like, which stay as they are, among words that are not all capitals."""
    written = [form(word) for word in words]
    if all(word.isupper() for word in written if word.isalpha()):
        return set()
    return {place for place, word in enumerate(written) if len(word) > 1 and word.isalpha() and word.isupper()}


def spelt(text: str, word: str) -> str:
    """A form with the letters of the word where they are the same: «Путин», «ПУТИНЫМ» → ПУТИН, and its own е for ё."""
    return word if fold(text) == fold(word) else like(text, word)


def _without_mark(tokens: list[Token], label: str | None) -> list[Token]:
    """Without «г.» before a town."""
    words = _words(tokens)
    if label == PERSON or len(words) < 2 or words[0].text not in marks():
        return tokens
    rest = words[2:] if words[1].text == "." else words[1:]
    return tokens[tokens.index(rest[0]) :] if rest and rest[0].text[0].isupper() else tokens


def marks() -> frozenset[str]:
    """«г», «пос»: abbreviations that announce a settlement."""
    return lists.words("morphology/settlement_marks.txt")


def _text(tokens: Sequence[Token], changed: Mapping[int, str]) -> str:
    """The phrase with some words changed; tokens that are no words leave at most a blank."""
    pieces = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        own = (" " if token.text.isspace() else "") if token.pos_ == "SPACE" else changed.get(token.i, form(token))
        gap = " " if after is not None and after.i != token.i + 1 else token.whitespace_
        pieces.append(own + gap)
    return quoted(pieces)


def inflect(text: str, case: str, number: str | None = None) -> str:
    """Words from the nominative into `case` (UD: "Gen"): «генеральный директор» → генерального директора.

    Adjectives before the first noun and that noun change; `number` ("Sing", "Plur") is kept when `None`.
    """
    words = text.split(" ")
    target = frozenset({CASES[case]} | ({NUMBERS[number]} if number else set()))
    for place, word in enumerate(words):
        reading = _nominative(word)
        if reading is None:
            break
        changed = inflected(reading, target)
        words[place] = like(changed, word) if changed else word
        if reading.tag.POS == "NOUN":
            break
    return " ".join(words)


def of_genitive(text: str) -> str:
    """Words up to the first noun from the genitive: «генерального директора завода» → генеральный директор завода."""
    words = text.split(" ")
    for place, word in enumerate(words):
        reading = next((each for each in parse(word.lower()) if {"gent", "sing"} in each.tag), None)
        if reading is None:
            break
        changed = inflected(reading, frozenset({"nomn", "sing"}))
        words[place] = like(changed, word) if changed else word
        if reading.tag.POS == "NOUN":
            break
    return " ".join(words)


def several(text: str) -> bool:
    """Whether a phrase in the nominative begins in the plural: «первые заместители», not «врио мэра»."""
    reading = _nominative(text.split(" ", maxsplit=1)[0])
    return reading is not None and str(reading.tag.number) == "plur"


def _nominative(word: str) -> Reading | None:
    found = [each for each in parse(word.lower()) if each.tag.case == "nomn"]
    return found[0] if found else None
