"""Files of defaults: which one holds, what it sets, and what is said of a wrong one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import nlp.pipeline
from nlp.cli import app, configuration
from tests.test_cli import TEXT, small_pipeline


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty folder with a text, and a home without defaults; the pipeline remembers how it was asked for."""
    monkeypatch.delenv("LETOPIS_CONFIG")
    monkeypatch.setattr(configuration, "user_file", lambda: tmp_path / "home" / "letopis.toml")
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "home").mkdir()
    return tmp_path


@pytest.fixture
def asked(monkeypatch):
    """What `load` was given."""
    given = {}
    pipeline = small_pipeline()
    monkeypatch.setattr(nlp.pipeline, "load", lambda **options: given.update(options) or pipeline)
    return given


def run(*arguments):
    return CliRunner().invoke(app, [*arguments])


def write(text, name="letopis.toml"):
    Path(name).write_text(text, encoding="utf-8")


def published(*arguments):
    return json.loads(run("extract", "a.txt", "--format", "json", *arguments).stdout)["published"]


def test_a_default_of_a_command(asked) -> None:
    write('[extract]\npublished = "2024-01-02"\n')
    assert published() == "2024-01-02"


def test_a_default_of_all_commands(asked) -> None:
    write('published = "2024-01-02"\n')
    assert published() == "2024-01-02"


def test_that_of_the_command_goes_first(asked) -> None:
    write('published = "2024-01-02"\n[extract]\npublished = "2024"\n')
    assert published() == "2024"


def test_what_is_typed_goes_first(asked) -> None:
    write('[extract]\npublished = "2024-01-02"\n')
    assert published("--published", "2023") == "2023"


def test_the_first_file_holds_alone(asked, folder) -> None:
    write('published = "2024-01-02"\n', "home/letopis.toml")
    assert published() == "2024-01-02"
    write('[project]\nname = "x"\n', "pyproject.toml")
    assert published() == "2024-01-02"
    write('[tool.letopis]\npublished = "2024-01-03"\n', "pyproject.toml")
    assert published() == "2024-01-03"
    write("[extract]\nmin-score = 0.5\n")
    assert published() is None
    write('published = "2024-01-04"\n', "mine.toml")
    assert published("--config", "mine.toml") == "2024-01-04"


def test_the_variable_names_one_or_turns_them_off(asked, monkeypatch) -> None:
    write('published = "2024-01-02"\n')
    write('published = "2024-01-03"\n', "mine.toml")
    monkeypatch.setenv("LETOPIS_CONFIG", "mine.toml")
    assert published() == "2024-01-03"
    monkeypatch.setenv("LETOPIS_CONFIG", "")
    assert published() is None


def test_what_is_relative_is_relative_to_the_file(asked, folder, monkeypatch) -> None:
    (folder / "home" / "my-frames").mkdir()
    (folder / "home" / "my-model").mkdir()
    write('frames = "my-frames"\nmodel = "my-model"\n', "home/letopis.toml")
    assert published() is None
    assert asked == {"frames": folder / "home" / "my-frames", "model": str(folder / "home" / "my-model")}


def test_a_model_that_is_no_folder_is_a_name(asked) -> None:
    write('model = "other"\n')
    run("extract", "a.txt")
    assert asked["model"] == "other"


def test_the_language() -> None:
    write('lang = "ru"\n')
    assert "Напечатать JSON Schema" in run("schema", "--help").output
    assert "Print the JSON Schema" in run("schema", "--help", "--lang", "en").output


def test_a_command_of_a_group() -> None:
    write('[evaluate.nerel]\ngold-mentions = "yes"\n')
    assert "letopis.toml:2: evaluate.nerel.gold-mentions is true or false" in run("schema").stderr


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(
            "[extract]\n\nmin-scor = 1\n", "letopis.toml:3: unknown key min-scor; allowed: published,", id="key"
        ),
        pytest.param("wokers = 1\n", "letopis.toml:1: unknown key wokers; allowed: lang, verbose,", id="above"),
        pytest.param("[extrakt]\nx = 1\n", "letopis.toml:1: unknown key extrakt; allowed:", id="command"),
        pytest.param(
            "[extract]\nmin-score = 7\n", "letopis.toml:2: extract.min-score = 7: Input should be", id="range"
        ),
        pytest.param("published = 'вчера'\n", "letopis.toml:1: published = 'вчера': published is", id="date"),
        pytest.param("extract = 3\n", "letopis.toml:1: extract is a command; write its options below", id="value"),
        pytest.param("[extract\n", "letopis.toml:1: not TOML:", id="no TOML"),
        pytest.param("lang = 'de'\n", "letopis.toml:1: lang = 'de'", id="language"),
        pytest.param("version = true\n", "letopis.toml:1: unknown key version", id="what is no default"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(text: str, says: str) -> None:
    write(text)
    result = run("schema")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("letopis: " + says)


def test_a_wrong_part_of_a_project_is_told_with_its_line() -> None:
    write('[project]\nname = "x"\n\n[tool.letopis.extract]\nwrong = 1\n', "pyproject.toml")
    assert "pyproject.toml:5: unknown key wrong" in run("schema").stderr


def test_a_file_that_is_not_there() -> None:
    assert "mine.toml: cannot be read: No such file" in run("schema", "--config", "mine.toml").stderr


def test_a_file_that_is_no_text() -> None:
    Path("letopis.toml").write_bytes("lang = 'ру'".encode("cp1251"))
    assert "letopis.toml: is not UTF-8 at byte 8" in run("schema").stderr


def test_a_wrong_file_is_told_once(folder) -> None:
    """In a process of its own: Python itself would write a second time what no handler takes."""
    write("wrong = 1\n")
    command = [sys.executable, "-c", "from nlp.cli import main; main()", "schema", "--lang", "en"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("letopis: letopis.toml:1: unknown key wrong")
