"""The wheel holds the library, its knowledge and its model, and nothing else."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.floors import PACKAGE

ROOT = PACKAGE.parent
MODEL = ROOT / "models" / "ru_letopis"


def built(kind: str, folder: Path) -> Path:
    """A distribution built from this checkout."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("letopis-*")
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """The files of the wheel."""
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


READS = """
import nlp, nlp.pipeline
print(nlp.__file__, nlp.pipeline.model_folder("ru_letopis"), sep="\\n")
print(nlp.extract("Иван Петров посетил Минск.").events[0].type)
"""


def test_it_reads_from_where_it_is_installed(wheel: Path, tmp_path: Path) -> None:
    """Unpacked far from the checkout: code, knowledge and model are the wheel's own."""
    zipfile.ZipFile(wheel).extractall(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", READS], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    code, model, event = done.stdout.splitlines()
    assert Path(code).is_relative_to(tmp_path)
    assert Path(model).is_relative_to(tmp_path / "nlp" / "_models")
    assert event == "visit"


def test_the_source_holds_what_its_tests_and_pages_need(tmp_path: Path) -> None:
    with tarfile.open(built("sdist", tmp_path)) as source:
        held = {name.partition("/")[2] for name in source.getnames()}
    needed = {
        "README.md",
        "README.ru.md",
        "mkdocs.yml",
        "Dockerfile",
        "Makefile",
        "constraints.txt",
        "examples/archive.zip",
    }
    assert needed <= held
    for folder in ("docs", "nlp", "notebooks", "tests", "models/ru_letopis"):
        assert expected(ROOT / folder, folder) <= held
