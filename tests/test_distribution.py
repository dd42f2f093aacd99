"""What the distribution declares is true: entry points, dependencies, a complete pipeline."""

import ast
import re
import sys
import tomllib
from importlib.metadata import EntryPoint, distribution

import pytest
from spacy.language import Language

from nlp import pipeline as walk
from tests.floors import PACKAGE, SOURCES

PROJECT = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ENTRIES = [
    EntryPoint(name, value, group)
    for group, members in {**PROJECT["entry-points"], "console_scripts": PROJECT["scripts"]}.items()
    for name, value in members.items()
]
EXTRAS = ("export", "formats", "ray", "train")
"""Extras whose packages the code imports where it needs them."""
IMPORTED_AS = {"python-docx": "docx", "backports-zstd": "backports"}
"""Dependencies whose package has another name."""
ONLY_DATA = {"pymorphy3-dicts-ru", "lxml-html-clean", "onnx"}
"""Dependencies that the package does not import by name: trafilatura needs one, torch writes files of another."""


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_entry_points_resolve(entry: EntryPoint) -> None:
    assert callable(entry.load())


def test_the_installed_entry_points_are_those_of_the_project() -> None:
    installed = {(entry.group, entry.name, entry.value) for entry in distribution("letopis").entry_points}
    assert installed == {(entry.group, entry.name, entry.value) for entry in ENTRIES}


def test_every_component_has_its_entry_point() -> None:
    """A factory may be there before a model has it: it needs weights of its own."""
    factories = list(PROJECT["entry-points"]["spacy_factories"])
    assert [name for name in factories if name in walk.COMPONENTS] == list(walk.COMPONENTS)
    assert list(PROJECT["entry-points"]["spacy_tokenizers"]) == [walk.TOKENIZER]


def test_the_pipeline_has_its_components_in_order(pipeline: Language) -> None:
    assert pipeline.pipe_names == list(walk.COMPONENTS)


def test_every_component_gets_what_it_requires(pipeline: Language) -> None:
    problems = pipeline.analyze_pipes(keys=["requires", "assigns"])["problems"]
    assert {name: missing for name, missing in problems.items() if missing} == {}


def test_a_missing_requirement_is_found() -> None:
    broken = walk.build()
    broken.remove_pipe("letopis_network")
    assert any(broken.analyze_pipes()["problems"].values())


def third_parties() -> set[str]:
    """The top packages that the code imports, beside the standard library and itself."""
    found = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module.partition(".")[0])
    return found - sys.stdlib_module_names - {"nlp"}


def imported_as(requirements: list[str]) -> set[str]:
    """The packages that requirements bring."""
    names = {re.split(r"[<>=!~\[; ]", line, maxsplit=1)[0] for line in requirements} - ONLY_DATA
    return {IMPORTED_AS.get(name, name).replace("-", "_") for name in names}


def test_dependencies_are_those_imported() -> None:
    """What an extra brings may be imported where it is asked for."""
    declared = imported_as(PROJECT["dependencies"])
    extra = imported_as([line for name in EXTRAS for line in PROJECT["optional-dependencies"][name]])
    assert third_parties() - declared == extra
    assert declared <= third_parties()


def test_every_dependency_has_a_lower_bound() -> None:
    assert [line for line in PROJECT["dependencies"] if ">=" not in line] == []


def test_every_dependency_is_pinned_for_the_set_up() -> None:
    pins = (PACKAGE.parent / "constraints.txt").read_text(encoding="utf-8")
    pinned = set(re.findall(r"(?m)^([A-Za-z0-9._-]+)==[\w.]+", pins))
    wanted = (
        PROJECT["dependencies"] + PROJECT["optional-dependencies"]["test"] + PROJECT["optional-dependencies"]["dev"]
    )
    names = {re.split(r"[<>=!~\[; ]", line, maxsplit=1)[0] for line in wanted}
    assert names - pinned == {"letopis"}
