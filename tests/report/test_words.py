"""Both languages have a word for whatever a shipped model can say."""

from typing import get_args

import pytest

from nlp import schema
from nlp.events.frame_files import frames
from nlp.output.page.palette import LOOKS, OTHER
from nlp.report.page import KINDS
from nlp.report.words import Language, words

LANGUAGES = get_args(Language)
PHASES = {sense.phase for frame in frames() for sense in frame.sense if sense.phase}
ROLES = {role for frame in frames() for role in frame.roles}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("part", "codes"),
    [
        ("labels", schema.LABELS),
        ("kinds", {*KINDS, "event"}),
        ("types", {frame.type for frame in frames()}),
        ("phases", PHASES),
        ("statuses", {*get_args(schema.Status)} - {"actual"}),
        ("agreements", {*get_args(schema.AgreementKind)}),
        ("agreement_statuses", {*get_args(schema.AgreementStatus)}),
        ("position_phases", {*get_args(schema.PositionPhase)}),
    ],
)
def test_every_code_has_a_word(language: Language, part: str, codes: set[str]) -> None:
    assert codes - set(getattr(words(language), part)) == set()


def test_every_role_has_a_russian_word() -> None:
    assert ROLES - set(words("ru").roles) == set()


def test_the_pages_say_the_same_in_both_languages() -> None:
    assert set(words("ru").page) == set(words("en").page)


def test_every_look_is_a_kind() -> None:
    assert {look.name for look in (*LOOKS.values(), OTHER)} == set(KINDS)


def test_a_code_without_a_word_stays() -> None:
    assert words("ru").type("plant_opening") == "Plant opening"
    assert words("ru").label("TENDER") == "TENDER"
