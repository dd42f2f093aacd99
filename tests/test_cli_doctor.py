"""`letopis doctor`: every part of the page, and what it says of what is broken."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from typer.testing import CliRunner

from nlp.cli import app, configuration
from nlp.cli.doctor import machine, models, packages, speed
from nlp.cli.doctor.finding import Finding, Verdict


def run(*arguments: str):
    return CliRunner().invoke(app, ["doctor", *arguments])


def test_all_is_well() -> None:
    result = run()
    assert result.exit_code == 0, result.output
    for title in ("Programs", "Model", "Extras", "Machine", "Settings", "Speed on this machine"):
        assert f"\n{title}\n" in f"\n{result.output}"
    assert f"✓ letopis                {version('letopis')}" in result.output
    assert "tokens a second" in result.output
    assert result.output.endswith("All that letopis needs is here.\n")


def test_quick_loads_nothing() -> None:
    assert "tokens a second" not in run("--quick").output


def test_a_model_that_is_not_there() -> None:
    result = run("--model", "nowhere")
    assert result.exit_code == 1
    assert "✗ nowhere" in result.output
    assert result.output.endswith("Something does not work: see ✗ above.\n")


def test_the_scores_of_the_shipped_model() -> None:
    found = {finding.what: finding.value for finding in models.findings("ru_letopis")}
    assert found["mentions"].startswith("F1 0.")
    assert found["normal forms"].endswith("% of names right on RuNormAS")


def test_the_file_of_defaults_that_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LETOPIS_CONFIG")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(configuration, "user_file", lambda: tmp_path / "home.toml")
    assert "no file — looked for in letopis.toml, pyproject.toml," in run("--quick").output
    Path("letopis.toml").write_text('lang = "en"\n[extract]\nmin-score = 0.5\n', encoding="utf-8")
    said = run("--quick").output
    assert str(tmp_path / "letopis.toml") in said
    assert "extract.min-score" in said
    assert "en — by the file of defaults" in said
    assert "en — by --lang" in run("--quick", "--lang", "en").output


def test_a_package_that_is_missing_or_old(monkeypatch: pytest.MonkeyPatch) -> None:
    def installed(name: str) -> str:
        if name == "razdel":
            raise PackageNotFoundError(name)
        return "0.1" if name == "spacy" else version(name)

    monkeypatch.setattr(packages, "version", installed)
    found = {finding.what: finding for finding in packages.programs()}
    assert found["razdel"].verdict is Verdict.BAD
    assert "pip install 'razdel>=0.5'" in found["razdel"].advice
    assert found["spacy"].value.startswith("0.1, where ")
    assert found["numpy"].verdict is Verdict.GOOD


def test_an_extra_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = {"formats": [Requirement("nowhere-to-be-found>=1"), Requirement("spacy>=3")]}
    monkeypatch.setattr(packages, "_asked", lambda extra: asked.get(extra, []))
    (found,) = [finding for finding in packages.extras() if finding.what == "formats"]
    assert found == Finding("formats", "not here: nowhere-to-be-found", Verdict.NOTE, "pip install 'letopis[formats]'")


def test_an_encoding_without_cyrillic() -> None:
    assert machine._encoding("stdout", "ascii").verdict is Verdict.NOTE
    assert machine._encoding("stdout", "utf-8").verdict is Verdict.GOOD


class Slow:
    """A pipeline that sleeps, or works, over a text of two tokens."""

    def __init__(self, wait) -> None:
        self.wait = wait

    def __call__(self, text: str) -> list[str]:
        assert text.startswith("Губернатор")
        self.wait()
        return ["два", "слова"]


def test_a_busy_and_a_slow_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clocks are the test's own: sleeping moves one of them, working moves both."""
    clock = {"wall": 0.0, "work": 0.0}
    monkeypatch.setattr(speed.time, "perf_counter", lambda: clock["wall"])
    monkeypatch.setattr(speed.time, "process_time", lambda: clock["work"])

    def pass_time(wall: float, work: float):
        return lambda: clock.update(wall=clock["wall"] + wall, work=clock["work"] + work)

    assert "other programs left it 50% of a core" in speed._speed(Slow(pass_time(0.001, 0.0005))).advice
    assert "slow" in speed._speed(Slow(pass_time(1.0, 1.0))).advice
    assert speed._speed(Slow(pass_time(0.001, 0.001))) == Finding("reading", "2000 tokens a second")


def test_a_value_cannot_break_the_page() -> None:
    assert "\n" not in Finding("a\nb", "c\x1b[0m").line()
