"""The wheel holds the library, its knowledge and its model, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.floors import PACKAGE

ROOT = PACKAGE.parent
MODEL = ROOT / "models" / "ru_letopis"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files of a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("letopis-*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def expected(folder: Path, inside: str) -> set[str]:
    """Every file under `folder`, as the wheel should name it."""
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {f"{inside}/{path.relative_to(folder).as_posix()}" for path in files}


def test_the_library_with_its_knowledge(names: set[str]) -> None:
    package = {name for name in names if name.startswith("nlp/") and not name.startswith("nlp/_models/")}
    assert package == expected(PACKAGE, "nlp")


def test_the_model(names: set[str]) -> None:
    assert {name for name in names if name.startswith("nlp/_models/")} == expected(MODEL, "nlp/_models/ru_letopis")
    assert "nlp/_models/ru_letopis/config.cfg" in names


def test_it_is_typed_and_licensed(names: set[str]) -> None:
    assert "nlp/py.typed" in names
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)


def test_nothing_else(names: set[str]) -> None:
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == {"nlp"}
