"""Completion in shells: the script is printed and installed, and what it asks for is answered."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LETOPIS = Path(sys.executable).with_name("letopis")


def letopis(*arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [LETOPIS, *arguments], env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout


def offered(line: str, **environment: str) -> list[str]:
    """What bash is offered at the end of a line."""
    words = line.split(" ")
    asked = {"_LETOPIS_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    return letopis(**asked, **environment).split()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        pytest.param("letopis ann", ["annotate"], id="command"),
        pytest.param("letopis evaluate ne", ["nerel", "nerel-events"], id="command of a group"),
        pytest.param("letopis extract --fo", ["--format"], id="option"),
        pytest.param("letopis extract --format js", ["json", "jsonl"], id="value"),
        pytest.param("letopis --lang ", ["ru", "en"], id="language"),
        pytest.param("letopis xyz", [], id="nothing"),
    ],
)
def test_what_bash_is_offered(line: str, found: list[str]) -> None:
    assert offered(line) == found


def test_a_wrong_file_of_defaults_does_not_disturb(tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text("wrong = 1", encoding="utf-8")
    assert offered("letopis ann", LETOPIS_CONFIG=str(tmp_path / "wrong.toml")) == ["annotate"]


def test_zsh_shows_what_commands_do_in_russian() -> None:
    asked = {"_LETOPIS_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "letopis que", "LETOPIS_LANG": "ru"}
    assert "Задать вопрос размеченному архиву." in letopis(**asked)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_printed(shell: str) -> None:
    said = letopis("--show-completion", shell, _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert "_LETOPIS_COMPLETE" in said


def test_it_is_installed_for_bash(tmp_path: Path) -> None:
    if not (bash := shutil.which("bash")):
        pytest.skip("bash is not here")
    said = letopis("--install-completion", "bash", HOME=str(tmp_path), _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1")
    assert "bash completion installed in" in said
    script = next(tmp_path.rglob("letopis.sh"))
    done = subprocess.run(
        [bash, "-c", f"source '{script}'; complete -p letopis"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().endswith("letopis")
