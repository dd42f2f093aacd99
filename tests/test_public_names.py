"""`import nlp` costs nothing and offers what it says."""

import ast
import inspect
import subprocess
import sys

import pytest

import nlp

HEAVY = ("msgspec", "numpy", "pandas", "pymorphy3", "spacy", "typer")


def stubs() -> list[str]:
    """The names that the type checker is told of."""
    (block,) = (node for node in ast.parse(inspect.getsource(nlp)).body if isinstance(node, ast.If))
    return sorted(alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names)


def test_all_is_sorted_and_short() -> None:
    assert list(nlp.__all__) == sorted(set(nlp.__all__))
    assert len(nlp.__all__) <= 12


def test_the_checker_and_the_interpreter_see_the_same_names() -> None:
    assert stubs() == nlp.__all__ == dir(nlp)


@pytest.mark.parametrize("name", nlp.__all__)
def test_every_name_is_there_with_a_docstring(name: str) -> None:
    assert inspect.getdoc(getattr(nlp, name))


def test_a_wrong_name_is_answered_with_the_right_ones() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'parse'; it offers .*extract"):
        nlp.parse  # noqa: B018


def test_import_does_no_work() -> None:
    code = f"import sys, nlp; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
