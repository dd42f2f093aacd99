"""A phrase in the form of a register: «Министерством связи и информатизации» → Министерство связи и информатизации.

The head and the words that agree with it go into the nominative, their number kept; genitives, prepositional groups and
quoted names stay. Which case a phrase stands in is decided for all its words together: every case is a candidate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from spacy.tokens import Span, Token

from nlp.knowledge.dictionary import Reading, parse
from nlp.knowledge.reader import read_lines, resource
from nlp.morphology.annotate import form
from nlp.morphology.forms import Form, Word, as_is, borne_by, modifier_forms, noun_forms, spell
from nlp.morphology.governors import support
from nlp.morphology.lemmatizer import lemma
from nlp.morphology.lettering import like, quoted
from nlp.morphology.numerals import counted
from nlp.morphology.phrases import Group, feature, groups, name_groups

CASES = {"Nom": "nomn", "Gen": "gent", "Dat": "datv", "Acc": "accs", "Ins": "ablt", "Loc": "loct"}
NUMBERS = {"Sing": "sing", "Plur": "plur"}
PERSON = "PERSON"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A nominative of a phrase, supposing that the phrase stands in `case`; scores compare within one phrase."""

    text: str
    case: str
    score: float


def normal_form(phrase: Span | Sequence[Token], label: str | None = None) -> str:
    """The phrase in the nominative, its number kept, quotation marks as «…», letter case kept.

    `label` is a NEREL label when one is known: people's names are read word by word.
    """
    found = candidates(phrase, label)
    return found[0].text if found else ""


def candidates(phrase: Span | Sequence[Token], label: str | None = None) -> list[Candidate]:
    """What the phrase may be in the nominative, the best first; the same text may come from two cases."""
    tokens = _without_mark(list(phrase), label)
    words = [token for token in tokens if token.pos_ != "SPACE"]
    if not words:
        return []
    if feature(words[0], "VerbForm") in {"Fin", "Conv"}:
        first = lemma(form(words[0]), words[0].pos_, str(words[0].morph))
        return [Candidate(_text(tokens, {words[0].i: like(first, form(words[0]))}), "Nom", 0.0)]
    supposed = [_suppose(tokens, words, case, label) for case in CASES]
    return sorted(supposed, key=attrgetter("score"), reverse=True)


def _suppose(tokens: Sequence[Token], words: Sequence[Token], case: str, label: str | None) -> Candidate:
    """The candidate of one case; in the nominative nothing changes."""
    person = _is_person(words, label)
    chosen = _name(words, case) if person else _phrase(words, case)
    score = sum(each.score for each in chosen.values()) + support(words, case)
    changed = {} if case == "Nom" else {words[place].i: _spelt(each, words[place]) for place, each in chosen.items()}
    return Candidate(_text(tokens, changed), case, score)


def _spelt(chosen: Form, token: Token) -> str:
    own = form(token)
    return like(spell(chosen, own), own)


def _is_person(words: Sequence[Token], label: str | None) -> bool:
    if all(feature(word, "Number") == "Plur" for word in words):
        return False
    if label is not None:
        return label == PERSON
    return all(word.pos_ in {"PROPN", "PUNCT"} for word in words) and feature(words[0], "Animacy") == "Anim"


def _name(words: Sequence[Token], case: str) -> dict[int, Form]:
    """A person's name: its words share the case and one gender."""
    ways = [_gendered(words, name_groups(words), case, gender) for gender in ("Masc", "Fem")]
    return max(ways, key=_total)


def _gendered(words: Sequence[Token], parts: Sequence[Group], case: str, gender: str) -> dict[int, Form]:
    chosen = {}
    for part in parts:
        place = part.modifiers[0] if part.noun is None else part.noun
        word = _word(words[place])
        chosen[place] = borne_by(word, case, gender, first=part is parts[0], last=part is parts[-1]) or as_is(word)
    return chosen


def _phrase(words: Sequence[Token], case: str) -> dict[int, Form]:
    chosen: dict[int, Form] = {}
    for group in groups(words):
        ways = [_group(words, group, case, number) for number in NUMBERS]
        best: dict[int, Form] = max(ways, key=_total)
        chosen.update(_counted(words, group, best))
    return chosen


def _counted(words: Sequence[Token], group: Group, chosen: dict[int, Form]) -> dict[int, Form]:
    """After a numeral the noun and its adjectives stand in the genitive: «двадцатью новыми домами»."""
    before = words[max(group.noun - 3, 0) : group.noun] if group.noun else []
    asked = next((counted(form(word)) for word in before if word.pos_ == "NUM"), None)
    if asked is None or group.noun is None or feature(words[group.noun], "Number") != "Plur":
        return chosen
    return {place: _asked(each, asked, noun=place == group.noun) for place, each in chosen.items()}


def _asked(chosen: Form, asked: frozenset[str], *, noun: bool) -> Form:
    if chosen.reading is None or chosen.reading.tag.POS == "NUMR":
        return chosen
    return replace(chosen, target=asked if noun else frozenset({"gent", "plur"}))


def _group(words: Sequence[Token], group: Group, case: str, number: str) -> dict[int, Form]:
    """The noun's best reading with modifiers of its gender, among all its readings."""
    if group.noun is None:
        return {
            place: _first(modifier_forms(_word(words[place]), case, number, None), words[place])
            for place in group.modifiers
        }
    noun = _word(words[group.noun])
    ways: list[dict[int, Form]] = []
    for each in noun_forms(noun, case, number) or (as_is(noun),):
        gender = each.gender if number == "Sing" else None
        agreeing = {
            place: _first(modifier_forms(_word(words[place]), case, number, gender), words[place])
            for place in group.modifiers
        }
        ways.append({group.noun: each, **agreeing})
    return max(ways, key=_total)


def _first(forms: Sequence[Form], token: Token) -> Form:
    return forms[0] if forms else as_is(_word(token))


def _total(chosen: dict[int, Form]) -> float:
    return sum(each.score for each in chosen.values())


def _word(token: Token) -> Word:
    return Word(form(token), token.pos_, str(token.morph))


def _without_mark(tokens: list[Token], label: str | None) -> list[Token]:
    """Without «г.» before a town."""
    words = [token for token in tokens if token.pos_ != "SPACE"]
    if label == PERSON or len(words) < 2 or words[0].text not in marks():
        return tokens
    rest = words[2:] if words[1].text == "." else words[1:]
    return tokens[tokens.index(rest[0]) :] if rest and rest[0].text[0].isupper() else tokens


@lru_cache(maxsize=1)
def marks() -> frozenset[str]:
    """«г», «пос»: abbreviations that announce a settlement."""
    return frozenset(read_lines(resource("morphology/settlement_marks.txt")))


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
    target = {CASES[case]} | ({NUMBERS[number]} if number else set())
    for place, word in enumerate(words):
        reading = _nominative(word)
        if reading is None:
            break
        inflected = reading.inflect(target)
        words[place] = like(str(inflected.word), word) if inflected else word
        if reading.tag.POS == "NOUN":
            break
    return " ".join(words)


def _nominative(word: str) -> Reading | None:
    found = [each for each in parse(word.lower()) if each.tag.case == "nomn"]
    return found[0] if found else None
