"""What training needs and running does not: the packages of the extra `train`."""

from __future__ import annotations

from importlib.util import find_spec

from nlp.errors import TrainingError

PACKAGES = ("torch", "onnx")
COMMAND = "pip install 'letopis[train]'"


def check() -> None:
    """Raises `TrainingError` with the command that installs what is missing."""
    if missing := [name for name in PACKAGES if find_spec(name) is None]:
        raise TrainingError(f"training needs {' and '.join(missing)}, not installed here: {COMMAND}")
