"""docs/annotation.md, run from its first line to its last in an empty folder."""

import importlib.util
import json
import shlex

import pytest
from typer.testing import CliRunner

from nlp.cli import app
from nlp.training.needs import PACKAGES
from tests.test_readme import LOOP as PAGE
from tests.test_readme import agrees, blocks, commands


def steps():
    return blocks(PAGE, PAGE.read_text(encoding="utf-8"))


def run(*arguments):
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.fixture
def empty(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


LEARNS = all(importlib.util.find_spec(name) for name in PACKAGES)


def test_the_page_is_what_happens(empty):
    """To the end where the extra «train» is there, up to the training elsewhere."""
    done = []
    for step in steps():
        if "letopis train" in step.text and not LEARNS:
            break
        done.append(step.language)
        if step.language == "python":
            exec(compile(step.text, f"{PAGE.name}:{step.line}", "exec"), {})  # the page's own code
        for command, output in commands(step.text) if step.language == "console" else ():
            result = run(*shlex.split(command)[1:])
            assert result.exit_code == 0, result.output
            assert agrees(output, result.output), f"{PAGE.name}:{step.line}\n{result.output}"
    assert done == ["python", "console", "console", "python", "console", *["console"] * (3 * LEARNS)]


def exported(tasks, change):
    """What Label Studio gives back when the predictions were taken over and then changed by hand."""
    for number, task in enumerate(tasks, 1):
        result = change(task["predictions"][0]["result"])
        task.update(id=number, annotations=[{"was_cancelled": True, "result": []}, {"result": result}])
    return tasks


def test_label_studio_there_and_back(empty):
    """Predictions taken over as they are agree with the model in everything; a region taken away is one less."""
    (empty / "a.txt").write_text(
        "Анна Орлова посетит Казань 3 марта 2025 года. 👍 Иван Петров в Минске.", encoding="utf-8"
    )
    assert run("export", "a.txt", "--to", "label-studio", "-o", "tasks.json").exit_code == 0
    tasks = json.loads((empty / "tasks.json").read_text(encoding="utf-8"))
    (empty / "export.json").write_text(json.dumps(exported(tasks, list)), encoding="utf-8")
    same = run("evaluate", "label-studio", "export.json", "--out", "same")
    assert same.exit_code == 0, same.output
    told = json.loads((empty / "same" / "metrics.json").read_text(encoding="utf-8"))
    assert told["mentions"]["all"]["f1"] == told["events"]["all"]["f1"] == told["arguments"]["all"]["f1"] == 1
    assert (told["events"]["visit"]["gold"], told["status"]["share"]) == (1, 1)

    def without_minsk(result):
        return [each for each in result if each.get("value", {}).get("text") != "Минске"]

    tasks = json.loads((empty / "tasks.json").read_text(encoding="utf-8"))
    (empty / "export.json").write_text(json.dumps(exported(tasks, without_minsk)), encoding="utf-8")
    run("evaluate", "label-studio", "export.json", "--out", "less")
    less = json.loads((empty / "less" / "metrics.json").read_text(encoding="utf-8"))["mentions"]["CITY"]
    assert (less["right"], less["found"], less["gold"]) == (1, 2, 1)
