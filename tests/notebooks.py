"""Notebooks run without Jupyter: cells in order, in one namespace, with what they print and the value they end in.

`python -m tests.notebooks` runs them all and writes the outputs into the files. A figure that a cell ends in becomes a
picture; pictures are compared by being there, since each version of the plotting library draws a little otherwise.
"""

import ast
import base64
import contextlib
import io
import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def outputs(notebook: Path) -> list[list[dict[str, Any]]]:
    """What each code cell gives; cells run with the notebook's folder as the working directory."""
    os.environ["MPLBACKEND"] = "Agg"
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
    data: dict[str, Any] = {"text/plain": repr(value).splitlines(keepends=True)}
    if hasattr(value, "savefig"):
        data = {"image/png": _picture(value), "text/plain": ["<Figure>"]}
    return [{"data": data, "execution_count": None, "metadata": {}, "output_type": "execute_result"}]


def _picture(figure: Any) -> str:
    """The figure as Jupyter keeps it; it is closed, so that nothing of it is left for the next one."""
    from matplotlib import pyplot as plt

    stream = io.BytesIO()
    figure.savefig(stream, format="png", dpi=80, metadata={"Software": None})
    plt.close(figure)
    return base64.b64encode(stream.getvalue()).decode()


def comparable(cells: list[list[dict[str, Any]]]) -> list[list[dict[str, Any]]]:
    """The same outputs with every picture replaced by whether it is one."""
    copied: list[list[dict[str, Any]]] = json.loads(json.dumps(cells))
    for output in (output for cell in copied for output in cell):
        if picture := output.get("data", {}).get("image/png"):
            output["data"]["image/png"] = base64.b64decode(picture).startswith(b"\x89PNG")
    return copied


def write(notebook: Path) -> None:
    """Run a notebook and keep its outputs in the file."""
    document = json.loads(notebook.read_text(encoding="utf-8"))
    code = [cell for cell in document["cells"] if cell["cell_type"] == "code"]
    for cell, found in zip(code, outputs(notebook), strict=True):
        cell["outputs"] = found
    notebook.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    for each in [Path(name).resolve() for name in sys.argv[1:]] or NOTEBOOKS:
        write(each)
