"""The notebooks run, and show what they give today (`python -m tests.notebooks` writes it anew)."""

from pathlib import Path

import pytest

from tests.notebooks import NOTEBOOKS, code_cells, outputs


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_outputs_are_those_of_today(notebook: Path) -> None:
    assert outputs(notebook) == [cell["outputs"] for cell in code_cells(notebook)]


def test_there_is_a_tour() -> None:
    assert "01_tour" in [notebook.stem for notebook in NOTEBOOKS]


def test_a_failing_cell_fails(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ipynb"
    broken.write_text('{"cells": [{"cell_type": "code", "source": ["1 / 0"], "outputs": []}]}', encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        outputs(broken)
