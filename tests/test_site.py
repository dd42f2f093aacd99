"""The documentation as pages: built strictly where its tools are installed; its picture is today's."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.picture import PICTURE, drawn, words

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages; a broken link is an error of the build."""
    if find_spec("mkdocs") is None or find_spec("mkdocstrings") is None:
        pytest.skip("the extra «docs» is not installed")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize(
    ("page", "words"),
    [
        pytest.param("index.html", "летопись", id="home"),
        pytest.param("reference/library.html", "published", id="docstrings"),
        pytest.param("reference/record.html", "agreements", id="fields"),
        pytest.param("nlp/knowledge/index.html", "pattern", id="knowledge"),
        pytest.param("models/ru_letopis/CARD.html", "SHA-256", id="card"),
    ],
)
def test_pages_are_there(site: Path, page: str, words: str) -> None:
    assert words in (site / page).read_text(encoding="utf-8")


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    """Pages open without a network: neither fonts nor scripts of others."""
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "fonts.googleapis" not in home
    assert 'src="http' not in home


def test_the_picture_is_of_today() -> None:
    """`python -m tests.picture` draws it anew."""
    assert words(PICTURE.read_text(encoding="utf-8")) == words(drawn())
