"""What a word of a name is in the nominative, by who bears it and by its place in the name."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

from nlp.morphology.forms import DOUBT, RARE, Form, Word, noun_forms

ANOTHER_GENDER = 1.5
"""What it costs a man to bear a feminine noun in -а, as «Лоза» is, or a woman a masculine one."""
OPEN_ENDS = frozenset("ая")


def borne_by(word: Word, case: str, gender: str, *, first: bool, last: bool) -> Form | None:
    """The best form for someone of a gender, by the word's place in the name.

    A man may be «Лоза»; a woman's «Ткач» does not decline, nor does the family name of «Ким Чен Ына», not the `last`.
    """
    forms = [_in_place(form, given=first and not last) for form in noun_forms(word, case, "Sing")]
    found = [form for form in forms if form.gender in {gender, None}]
    if gender == "Masc":
        found += [Form(None, form.score - ANOTHER_GENDER, form.text) for form in forms if form.text[-1:] in OPEN_ENDS]
    if gender == "Fem" or not last:
        bare = [form for form in noun_forms(word, "Nom", "Sing") if form.gender == "Masc"]
        cost = DOUBT if gender == "Fem" else ANOTHER_GENDER
        found += [Form(None, each.score - cost, word.text.lower()) for each in bare if each.text[-1:] not in OPEN_ENDS]
    return max(found, key=attrgetter("score"), default=None)


def _in_place(form: Form, *, given: bool) -> Form:
    """A surname hardly stands first: «Павле Ткаче» is Павел, not Павля."""
    misplaced = given and form.reading is not None and {"Surn"} <= form.reading.tag.grammemes
    return replace(form, score=form.score - RARE) if misplaced else form
