"""What the documents show is what happens: their code is run, their commands are run, their links lead somewhere."""

import doctest
import fnmatch
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "README.ru.md", ROOT / "CONTRIBUTING.md"]
LOOP = ROOT / "docs" / "annotation.md"
"""Run by tests/training/test_loop.py, since a part of it needs torch."""
PAGES = sorted(set((ROOT / "docs").rglob("*.md")) - {LOOP})
"""Pages are stories: their blocks run one after another in a folder of the page's own, which has `examples/`."""
LETOPIS = Path(sys.executable).with_name("letopis")
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


class Block(NamedTuple):
    """One fenced block: its language, the line it starts in, its text, and the file that its title says it is."""

    document: Path
    language: str
    line: int
    text: str
    file: str | None = None


def blocks(document: Path, text: str) -> list[Block]:
    found = re.finditer(r'(?ms)^```(\w*)(?: title="([^"]+)")?\n(.*?)^```$', text)
    return [Block(document, each[1], text.count("\n", 0, each.start()) + 1, each[3], each[2]) for each in found]


def shown(language: str) -> list[object]:
    every = [block for path in DOCUMENTS for block in blocks(path, path.read_text(encoding="utf-8"))]
    return [
        pytest.param(block, id=f"{block.document.name}:{block.line}") for block in every if block.language == language
    ]


def commands(text: str) -> list[tuple[str, str]]:
    """Each `$ letopis …` of a console block with the output shown under it; set-up commands are not run again."""
    parted = re.split(r"(?m)^\$ ", text)[1:]
    pairs = [part.partition("\n")[::2] for part in parted]
    return [(command, output) for command, output in pairs if command.startswith("letopis ")]


def agrees(expected: str, found: str) -> bool:
    """The shown lines are there in their order; «…» stands for anything, blanks do not count."""
    lines = iter([" ".join(line.split()) for line in found.splitlines()])
    wanted = [" ".join(line.split()) for line in expected.splitlines() if line.strip() not in ("", "…")]
    return all(any(fnmatch.fnmatchcase(line, _pattern(want)) for line in lines) for want in wanted)


def _pattern(line: str) -> str:
    return re.sub(r"([*?\[])", r"[\1]", line).replace("…", "*")


def session(block: Block, names: dict[str, object]) -> None:
    """Run an interactive session; the names that it makes stay."""
    case = doctest.DocTestParser().get_doctest(block.text, names, block.document.name, None, block.line)
    assert case.examples
    report: list[str] = []
    doctest.DocTestRunner(optionflags=FLAGS).run(case, out=report.append, clear_globs=False)
    names.update(case.globs)
    assert not report, "".join(report)


def typed(block: Block, folder: Path) -> None:
    """Run the commands of a console block and compare what they say."""
    for command, output in commands(block.text):
        arguments = shlex.split(command, comments=True)[1:]
        done = subprocess.run([LETOPIS, *arguments], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert agrees(output, done.stdout), f"{block.document.name}:{block.line}: {command}\n{done.stdout}"


@pytest.mark.parametrize("block", shown("pycon"))
def test_sessions(block: Block, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    session(block, {})


@pytest.mark.parametrize("block", shown("console"))
def test_commands(block: Block) -> None:
    typed(block, ROOT)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT / "docs")))
def test_pages(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From top to bottom: files are written, commands and sessions run."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LETOPIS_CONFIG")
    monkeypatch.setenv("HOME", str(tmp_path))
    names: dict[str, object] = {}
    for block in blocks(page, page.read_text(encoding="utf-8")):
        if block.file:
            path = tmp_path / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            typed(block, tmp_path)
        elif block.language == "pycon":
            session(block, names)


def test_no_other_kind_of_code_is_left_unrun() -> None:
    allowed = {"pycon", "console", "toml", "text", "tsv", "json"}
    every = [*DOCUMENTS, *PAGES]
    assert {block.language for path in every for block in blocks(path, path.read_text(encoding="utf-8"))} <= allowed


@pytest.mark.parametrize("document", [*DOCUMENTS, ROOT / "CHANGELOG.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    prose = re.sub(r"(?ms)^```.*?^```$", "", document.read_text(encoding="utf-8"))
    links = re.findall(r"\]\((?!https?:|#)([^)\s]+)\)", prose)
    assert [link for link in links if not (ROOT / link.partition("#")[0]).exists()] == []


@pytest.mark.parametrize(
    ("expected", "found", "verdict"),
    [
        pytest.param("b\nd", "a\nb\nc\nd", True, id="some lines"),
        pytest.param("d\nb", "b\nd", False, id="order counts"),
        pytest.param("x … z", "x y z", True, id="ellipsis"),
        pytest.param("[x]", "x", False, id="brackets are themselves"),
        pytest.param("a  b", "a b", True, id="blanks"),
    ],
)
def test_the_comparison(expected: str, found: str, verdict: bool) -> None:
    assert agrees(expected, found) is verdict
