"""Every knowledge file is read, by the strict reader, without a fault; a file that nobody reads is a leftover."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from nlp.errors import KnowledgeError
from nlp.knowledge import reader

FILES = sorted(
    path.relative_to(reader.ROOT).as_posix()
    for path in reader.ROOT.rglob("*")
    if path.suffix in {".txt", ".tsv", ".toml"}
)


@pytest.fixture(scope="module")
def opened() -> set[str]:
    """The files that a fresh process opens; a broken one would end it with the reader's message."""
    command = [sys.executable, "-m", "tests.knowledge_files"]
    done = subprocess.run(command, cwd=Path(__file__).parent.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("file", FILES)
def test_the_file_is_read(file: str, opened: set[str]) -> None:
    assert file in opened


def test_there_is_no_file_of_another_kind() -> None:
    kinds = {path.suffix for path in reader.ROOT.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    assert kinds <= {".md", ".py", ".toml", ".tsv", ".txt"}


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("мир\nмир\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"words\.txt:2: «мир» was already given in line 1"):
        reader.read_lines(tmp_path / "words.txt")
