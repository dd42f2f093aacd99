"""What is refused in a frame file, each with the words that explain it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlp.errors import KnowledgeError
from nlp.events.frame_files import frames, read_frame
from nlp.events.frames import Frame
from nlp.events.steps import steps

FRAME = """
type = "visit"
title = "Визит"
example = "Президент посетил завод."
phases = ["official"]
[roles.visitor]
slots = ["subject"]
labels = ["PERSON"]
[[sense]]
name = "visited"
verbs = ["посетить"]
needs = [{ slots = ["object"], lemmas = ["@sites", "город"] }]
[lists]
sites = ["завод", "музей"]
"""

INVENTORY = {
    "agreement": ({"party", "signatory", "document"}, {"signed", "reached", "ratified", "extended", "terminated"}),
    "meeting": ({"participant", "organizer"}, {"talks", "call", "conference"}),
    "visit": ({"visitor", "host"}, set()),
    "appointment": ({"person", "position", "organisation", "appointer"}, set()),
    "dismissal": ({"person", "position", "organisation", "dismisser"}, set()),
    "membership": ({"member", "organisation"}, {"join", "leave"}),
    "deal": (
        {"buyer", "seller", "investor", "lender", "borrower", "supplier", "customer", "asset", "amount"},
        {"purchase", "investment", "loan", "supply"},
    ),
    "ownership": ({"owner", "asset"}, set()),
    "sanction": ({"imposer", "target"}, {"imposed", "extended", "lifted"}),
    "award": ({"giver", "recipient", "award"}, set()),
    "founding": ({"founder", "organisation"}, {"created", "closed", "merged"}),
    "statement": ({"speaker", "addressee"}, set()),
}


def written(folder: Path, text: str) -> Path:
    path = folder / "visit.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_lists_stand_for_their_words(tmp_path: Path) -> None:
    [sense] = read_frame(written(tmp_path, FRAME)).sense
    assert sense.needs[0].lemmas == ("завод", "музей", "город")


def test_lists_of_all_frames_and_a_frames_own_before_them(tmp_path: Path) -> None:
    [sense] = read_frame(written(tmp_path, FRAME.replace("@sites", "@orders"))).sense
    assert "указ" in sense.needs[0].lemmas
    [sense] = read_frame(written(tmp_path, FRAME.replace("sites", "orders"))).sense
    assert sense.needs[0].lemmas == ("завод", "музей", "город")


def test_no_word_twice_in_a_list(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="завод stands twice in one list") as raised:
        read_frame(written(tmp_path, FRAME.replace('["завод", "музей"]', '["завод", "музей", "завод"]')))
    assert raised.value.line == 14


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param('"visit"', '"trip"', "expected visit", id="another type"),
        pytest.param('verbs = ["посетить"]', "", "no trigger words", id="no triggers"),
        pytest.param('name = "visited"', 'name = "visited"\nphase = "secret"', "allowed: official", id="phase"),
        pytest.param('name = "visited"', 'name = "visited"\nrequired = ["host"]', "allowed: visitor", id="required"),
        pytest.param("verbs =", "roles.host = { slots = [] }\nverbs =", "unknown role host", id="role"),
        pytest.param('["subject"]', '["subjekt"]', "unknown slot subjekt", id="slot"),
        pytest.param('["object"]', '["на+Abl"]', "unknown slot на", id="case"),
        pytest.param(
            '["subject"]', '["subject[@places]"]', "unknown list @places; allowed: sites, orders", id="list of a slot"
        ),
        pytest.param('["subject"]', '["subject[указ"]', "unknown slot subject", id="unclosed words"),
        pytest.param("phases =", 'loose = ["host"]\nphases =', "unknown role host", id="loose"),
        pytest.param("@sites", "@places", "unknown list @places; allowed: sites, orders", id="list"),
        pytest.param('["PERSON"]', '["PERSONA"]', "labels", id="label"),
        pytest.param("title =", "titel =", "unknown key titel", id="key"),
    ],
)
def test_wrong_frames(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        read_frame(written(tmp_path, FRAME.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("slot", "takes", "refuses"),
    [("subject[@sites]", "завод", "министр"), ("subject[!@sites]", "министр", "завод"), ("subject", "министр", None)],
)
def test_words_of_a_slot(tmp_path: Path, slot: str, takes: str, refuses: str | None) -> None:
    frame = read_frame(written(tmp_path, FRAME.replace('["subject"]', f'["{slot}"]', 1)))
    [step] = steps(frame.roles["visitor"].slots[0])
    assert step.slot == "subject"
    assert step.takes(takes)
    assert refuses is None or not step.takes(refuses)


def test_two_senses_of_one_name(tmp_path: Path) -> None:
    twice = FRAME.replace("[lists]", '[[sense]]\nname = "visited"\nnouns = ["визит"]\n[lists]')
    with pytest.raises(KnowledgeError, match="share a name"):
        read_frame(written(tmp_path, twice))


@pytest.mark.parametrize("frame", frames(), ids=[frame.type for frame in frames()])
def test_roles_and_phases_are_those_of_the_contract(frame: Frame) -> None:
    roles, phases = INVENTORY[frame.type]
    assert set(frame.roles) == roles
    assert set(frame.phases) == phases
