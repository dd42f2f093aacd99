"""The steps of a recipe are done in their own order, and a misspelled one is told."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

import pytest

from models.recipes.steps import run


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        pytest.param([], ["prepare", "train", "card"], id="all"),
        pytest.param(["card", "prepare"], ["prepare", "card"], id="their order"),
    ],
)
def test_steps_are_done_in_their_order(asked: list[str], done: list[str]) -> None:
    seen: list[str] = []
    run({name: partial(_note, seen, name) for name in ("prepare", "train", "card")}, Namespace(steps=asked))
    assert seen == done


def test_an_unknown_step_is_told_and_nothing_is_done() -> None:
    seen: list[str] = []
    with pytest.raises(SystemExit, match="trian: no such step; there are prepare, train"):
        run({name: partial(_note, seen, name) for name in ("prepare", "train")}, Namespace(steps=["prepare", "trian"]))
    assert not seen


def _note(seen: list[str], name: str, asked: Namespace) -> None:
    assert asked.steps is not None
    seen.append(name)
