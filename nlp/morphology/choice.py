"""What the words of a phrase are in the nominative, supposing a case: they choose together, in number and gender."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from nlp.morphology.annotate import form
from nlp.morphology.bearers import borne_by
from nlp.morphology.forms import Form, Word, as_is, modifier_forms, noun_forms
from nlp.morphology.numerals import counted
from nlp.morphology.phrases import Group, feature, groups, name_groups

PERSON = "PERSON"
NUMBERS = ("Sing", "Plur")
Forms = dict[int, Form]
"""Place in the phrase → form."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of a phrase, as tokens and as forms and tags; `groups` change together; `person`: a name."""

    tokens: list[Token]
    words: list[Word]
    person: bool
    groups: list[Group]


def phrase(tokens: list[Token], label: str | None) -> Phrase:
    """`tokens` are words; `label` is a NEREL label, when one is known."""
    person = _is_person(tokens, label)
    words = [Word(form(token), token.pos_, str(token.morph)) for token in tokens]
    return Phrase(tokens, words, person, name_groups(tokens) if person else groups(tokens))


def choose(of: Phrase, case: str) -> Forms:
    """The best forms that agree with each other, for the words that change."""
    if of.person:
        return max((_borne(of, case, gender) for gender in ("Masc", "Fem")), key=total)
    chosen: Forms = {}
    for group in of.groups:
        best: Forms = max((_group(of, group, case, number) for number in NUMBERS), key=total)
        chosen.update(_counted(of, group, best))
    return chosen


def total(chosen: Forms) -> float:
    """The forms' common score."""
    return sum(each.score for each in chosen.values())


def _is_person(tokens: Sequence[Token], label: str | None) -> bool:
    if all(feature(token, "Number") == "Plur" for token in tokens):
        return False
    if label is not None:
        return label == PERSON
    return all(token.pos_ in {"PROPN", "PUNCT"} for token in tokens) and feature(tokens[0], "Animacy") == "Anim"


def _borne(of: Phrase, case: str, gender: str) -> Forms:
    """A person's name: its words share the case and one gender."""
    places = [group.noun for group in of.groups if group.noun is not None]
    return {
        place: borne_by(of.words[place], case, gender, first=place == places[0], last=place == places[-1])
        or as_is(of.words[place])
        for place in places
    }


def _group(of: Phrase, group: Group, case: str, number: str) -> Forms:
    """The noun's best reading with modifiers of its gender, among all its readings."""
    if group.noun is None:
        return _agreeing(of, group, case, number, None)
    noun = of.words[group.noun]
    ways: list[Forms] = [
        {group.noun: each, **_agreeing(of, group, case, number, each.gender if number == "Sing" else None)}
        for each in noun_forms(noun, case, number) or (as_is(noun),)
    ]
    return max(ways, key=total)


def _agreeing(of: Phrase, group: Group, case: str, number: str, gender: str | None) -> Forms:
    return {
        place: next(iter(modifier_forms(of.words[place], case, number, gender)), as_is(of.words[place]))
        for place in group.modifiers
    }


def _counted(of: Phrase, group: Group, chosen: Forms) -> Forms:
    """After a numeral the noun and its adjectives stand in the genitive: «двадцатью новыми домами»."""
    if group.noun is None or feature(of.tokens[group.noun], "Number") != "Plur":
        return chosen
    before = of.words[max(group.noun - 3, 0) : group.noun]
    asked = next((counted(word.text) for word in before if word.part == "NUM"), None)
    if asked is None:
        return chosen
    return {place: _asked(each, asked, noun=place == group.noun) for place, each in chosen.items()}


def _asked(chosen: Form, asked: frozenset[str], *, noun: bool) -> Form:
    if chosen.reading is None or chosen.reading.tag.POS == "NUMR":
        return chosen
    return replace(chosen, target=asked if noun else frozenset({"gent", "plur"}))
