"""The house keeps its shape: floors, sizes, docstrings, and an events engine that knows no event by name."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from nlp.events.tables import read
from tests.floors import FLOORS, PACKAGE, SOURCES, floor_of, module_of, wrong_imports

MODULES = [path for path in SOURCES if path != PACKAGE / "__init__.py"]
LONGEST = 300


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_point_up(path: Path) -> None:
    assert wrong_imports(module_of(path), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("module", "code", "fault"),
    [
        pytest.param("nlp.text.cleaning", "from nlp.events.frames import Frame", "points down", id="from"),
        pytest.param("nlp.text.cleaning", "import nlp.cli", "points down", id="import"),
        pytest.param("nlp.schema", "def f():\n    from nlp.pipeline import load", "points down", id="in a function"),
        pytest.param("nlp.schema", "if TYPE_CHECKING:\n    from nlp import record", "points down", id="for types"),
        pytest.param("nlp.text.cleaning", "from .tokenizer import f", "relative", id="relative"),
        pytest.param("nlp.text.cleaning", "import nlp", "not the whole", id="whole package"),
        pytest.param("nlp.tables.frames", "from nlp.schema import Record", "points down", id="types at run time"),
        pytest.param("nlp.text.cleaning", "from nlp.helpers import f", "no floor", id="unknown floor"),
    ],
)
def test_a_planted_import_is_found(module: str, code: str, fault: str) -> None:
    (found,) = wrong_imports(module, code)
    assert fault in found


@pytest.mark.parametrize(
    ("module", "code"),
    [
        pytest.param("nlp.events.roles", "from nlp.text.words import words", id="up"),
        pytest.param("nlp.events.roles", "from nlp.events.frames import Frame", id="same floor"),
        pytest.param("nlp.text.cleaning", "from nlpx.events import f", id="another package"),
        pytest.param("nlp.tables.frames", "if TYPE_CHECKING:\n    from nlp.schema import Record", id="types alone"),
        pytest.param("nlp.cli.explain", "from nlp import document", id="a floor, by name"),
    ],
)
def test_a_lawful_import_passes(module: str, code: str) -> None:
    assert wrong_imports(module, code) == []


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_module_lives_on_a_floor(path: Path) -> None:
    assert floor_of(module_of(path)) in FLOORS


@pytest.mark.parametrize("folder", sorted({path.parent for path in MODULES}), ids=name)
def test_every_folder_is_a_package(folder: Path) -> None:
    assert (folder / "__init__.py").is_file()


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


def public(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Public functions, classes and their public methods; properties' setters and overloads are told by the first."""
    for scope in (tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))):
        for node in scope.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not _told_elsewhere(node):
                yield node


def _told_elsewhere(node: ast.FunctionDef | ast.ClassDef) -> bool:
    marks = [ast.unparse(mark) for mark in node.decorator_list]
    return node.name.startswith("_") or any(mark.endswith(("overload", ".setter")) for mark in marks)


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_public_names_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [node.name for node in public(tree) if not ast.get_docstring(node)] == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_modules_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body


def test_a_missing_docstring_is_found() -> None:
    tree = ast.parse('class A:\n    """Yes."""\n    def f(self): ...\n    def _g(self): ...\ndef h(): ...')
    assert [node.name for node in public(tree) if not ast.get_docstring(node)] == ["h", "f"]


TYPES = {path.stem for path in (PACKAGE / "knowledge" / "frames").glob("*.toml")}


def event_types_in(code: str) -> list[str]:
    """Event types written as strings: «visit», «agreement/signed»; a field of the record may be called `agreement`."""
    strings = [node.value for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Constant)]
    return [text for text in strings if isinstance(text, str) and text.partition("/")[0] in TYPES]


@pytest.mark.parametrize("path", sorted((PACKAGE / "events").rglob("*.py")), ids=name)
def test_the_engine_knows_no_event_type(path: Path) -> None:
    assert event_types_in(path.read_text(encoding="utf-8")) == []


def test_a_planted_event_type_is_found() -> None:
    planted = 'if frame.type == "visit": rule = "agreement/signed"'
    assert sorted(event_types_in(planted)) == [
        "agreement/signed",
        "visit",
    ]


def test_there_are_twelve_event_types() -> None:
    assert len(TYPES) == 12


@pytest.mark.parametrize("event_type", sorted(TYPES))
def test_every_frame_has_a_table(event_type: str) -> None:
    """At least ten sentences, near-misses among them; `tests/events` runs them."""
    sentences = read(PACKAGE.parent / "tests" / "events" / f"{event_type}.txt")
    assert len(sentences) >= 10
    assert {bool(sentence.marks) for sentence in sentences} == {True, False}
