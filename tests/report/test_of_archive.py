"""A report of what `letopis annotate` and `letopis extract` wrote: nothing is annotated again."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from nlp.cli.app import app
from tests.output.sample import RECORD
from tests.report.many import dated

TEXTS = (
    "17 июня 2025 года Павел Ткач встретился с Иваном Петровым в Минске.",
    "18 июня 2025 года Павел Ткач посетил Карамай. <script>alert(1)</script>",
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    (folder / "texts").mkdir()
    for number, text in enumerate(TEXTS):
        (folder / "texts" / f"{number}.txt").write_text(text, encoding="utf-8")
    result = run("annotate", folder / "texts", "-o", folder / "out", "--workers", "1")
    assert result.exit_code == 0, result.output
    return folder / "out"


def test_an_archive_is_an_index_however_small(archive: Path, tmp_path: Path) -> None:
    result = run("report", archive, "-o", tmp_path / "a.html")
    assert result.exit_code == 0, result.output
    html = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<h1><bdi>2 документа, 2 события</bdi></h1>" in html
    pages = sorted((tmp_path / "a_files" / "pages").rglob("*.html"))
    content = "".join(page.read_text(encoding="utf-8") for page in pages)
    assert len(pages) == 2
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in content
    assert re.search(r'data-e="e1">(встретился|посетил)<', content)


def test_records_of_extract_are_shown_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text(f"{RECORD.to_json()}\n{dated(1, '2024-01-15').to_json()}\n{{}}\n", encoding="utf-8")
    result = run("report", path, "-o", tmp_path / "a.html")
    assert result.exit_code == 2
    assert "records.jsonl:3" in result.output
    html = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "<h1><bdi>2 документа</bdi></h1>" in html
    assert "records.jsonl:3" in html
