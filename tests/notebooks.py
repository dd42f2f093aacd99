"""Notebooks run without Jupyter: cells in order, in one namespace, with what they print and the value they end in.

`python -m tests.notebooks` runs them all and writes the outputs into the files.
"""

import ast
import contextlib
import io
import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def outputs(notebook: Path) -> list[list[dict[str, Any]]]:
    """What each code cell gives; cells run with the notebook's folder as the working directory."""
    namespace: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.chdir(notebook.parent):
        return [_run("".join(cell["source"]), namespace) for cell in code_cells(notebook)]


def code_cells(notebook: Path) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if cell["cell_type"] == "code"]


def _run(source: str, namespace: dict[str, Any]) -> list[dict[str, Any]]:
    tree = ast.parse(source)
    ends = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<cell>", "exec"), namespace)
        value = None if ends is None else eval(compile(ast.Expression(ends.value), "<cell>", "eval"), namespace)
    return [*_stream(printed.getvalue()), *_value(value)]


def _stream(text: str) -> list[dict[str, Any]]:
    return [{"name": "stdout", "output_type": "stream", "text": text.splitlines(keepends=True)}] if text else []


def _value(value: object) -> list[dict[str, Any]]:
    if value is None:
        return []
    data = {"text/plain": repr(value).splitlines(keepends=True)}
    return [{"data": data, "execution_count": None, "metadata": {}, "output_type": "execute_result"}]


def write(notebook: Path) -> None:
    """Run a notebook and keep its outputs in the file."""
    document = json.loads(notebook.read_text(encoding="utf-8"))
    code = [cell for cell in document["cells"] if cell["cell_type"] == "code"]
    for cell, found in zip(code, outputs(notebook), strict=True):
        cell["outputs"] = found
    notebook.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for each in NOTEBOOKS:
        write(each)
