"""`letopis report` as it is typed."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from nlp.cli.app import app

TEXT = "Министр связи Павел Ткач 17 июня 2025 года встретился с мэром Карамая Иваном Петровым."


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["report", *map(str, arguments)])


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_becomes_a_page(article: Path) -> None:
    output = article.with_name("page.html")
    result = run(article, "-o", output, "--lang", "en", "--title", "Встречи & визиты")
    assert result.exit_code == 0, result.output
    html = output.read_text(encoding="utf-8")
    assert '<html lang="en">' in html
    assert "<h1><bdi>Встречи &amp; визиты</bdi></h1>" in html
    assert "Павел Ткач" in html


def test_what_cannot_be_read_is_told_on_the_page(article: Path) -> None:
    broken = article.with_name("broken.docx")
    broken.write_bytes(b"PK\x03\x04")
    result = run(article, broken, "-o", article.with_name("page.html"))
    assert result.exit_code == 2
    assert "broken.docx" in result.output
    assert "broken.docx" in article.with_name("page.html").read_text(encoding="utf-8")


def test_nothing_to_show(tmp_path: Path) -> None:
    result = run(tmp_path / "none.txt", "-o", tmp_path / "page.html")
    assert result.exit_code == 2
    assert "no document to show" in result.output
    assert not (tmp_path / "page.html").exists()


def test_a_page_that_cannot_be_written(article: Path) -> None:
    result = run(article, "-o", article / "page.html")
    assert result.exit_code == 2
    assert "page.html" in result.output
