"""Frames from outside the package: beside the shipped ones, or in the place of one."""

from __future__ import annotations

from pathlib import Path

import pytest

import nlp
from nlp.errors import KnowledgeError
from nlp.events.inventory import shipped, with_folder

OPENING = """
type = "plant_opening"
title = "Пуск завода"
example = "Губернатор запустил завод."
[roles.who]
slots = ["subject"]
labels = ["PERSON"]
[roles.plant]
slots = ["object"]
phrase = "FACILITY"
[[sense]]
name = "launched"
verbs = ["запустить"]
required = ["plant"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plant_opening.toml").write_text(OPENING, encoding="utf-8")
    return tmp_path


def test_a_new_type_stands_beside_the_shipped_ones(folder: Path) -> None:
    assert with_folder(folder).frames.keys() == {*shipped().frames, "plant_opening"}


def test_a_frame_of_a_shipped_type_takes_its_place(folder: Path) -> None:
    own = OPENING.replace("plant_opening", "visit")
    (folder / "visit.toml").write_text(own, encoding="utf-8")
    found = with_folder(folder)
    assert found.frames["visit"].title == "Пуск завода"
    assert [sense.name for _, frame, sense in found.senses("запустить") if frame.type == "visit"] == ["launched"]
    assert all(frame.type != "visit" for _, frame, _ in found.senses("посетить"))


def test_its_events_are_found(folder: Path) -> None:
    [event] = nlp.load(frames=folder)("Анна Орлова запустила новый завод.")._.events
    assert (event.rule, [each.name for each in event.arguments]) == (
        "plant_opening/launched",
        ["Анна Орлова", "новый завод"],
    )


def test_a_misspelt_noun_is_meant() -> None:
    assert shipped().meant("сопещание") == "совещание"
    assert shipped().meant("погода") == ""


@pytest.mark.parametrize(
    ("name", "says"), [pytest.param("none", "no such folder", id="folder"), pytest.param(".", "no frames", id="files")]
)
def test_nothing_to_load(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        with_folder(tmp_path / name)


def test_a_wrong_frame_is_told_when_loading(folder: Path) -> None:
    (folder / "broken.toml").write_text(OPENING.replace("plant_opening", "broken").replace("object", "objekt"))
    with pytest.raises(KnowledgeError, match="unknown slot objekt") as raised:
        nlp.load(frames=folder)
    assert raised.value.line == 9
