"""The notebooks run, and show what they give today (`python -m tests.notebooks` writes it anew)."""

import json
from pathlib import Path

import pytest

from tests.notebooks import NOTEBOOKS, code_cells, comparable, outputs


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_outputs_are_those_of_today(notebook: Path) -> None:
    assert comparable(outputs(notebook)) == comparable([cell["outputs"] for cell in code_cells(notebook)])


def test_the_notebooks_are_these() -> None:
    assert [notebook.stem for notebook in NOTEBOOKS] == ["01_tour", "02_archive", "03_add_an_event", "04_evaluate"]


def test_a_failing_cell_fails(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ipynb"
    broken.write_text('{"cells": [{"cell_type": "code", "source": ["1 / 0"], "outputs": []}]}', encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        outputs(broken)


def test_a_figure_becomes_a_picture(tmp_path: Path) -> None:
    source = ["import matplotlib.pyplot as plt\n", "plt.figure()"]
    drawn = tmp_path / "drawn.ipynb"
    drawn.write_text(json.dumps({"cells": [{"cell_type": "code", "source": source}]}), encoding="utf-8")
    ((output,),) = comparable(outputs(drawn))
    assert output["data"] == {"image/png": True, "text/plain": ["<Figure>"]}


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_are_small(notebook: Path) -> None:
    assert notebook.stat().st_size < 200_000
