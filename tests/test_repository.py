"""The repository speaks of itself alone: no file names a machine's folders or where packages are fetched from."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FOLDERS = (".ci", "examples", "models", "nlp", "notebooks", "tests")
TEXTS = {".cfg", ".csv", ".ipynb", ".json", ".jsonl", ".md", ".py", ".toml", ".tsv", ".txt", ""}
FILES = sorted(
    path
    for place in (*ROOT.glob("*"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*")))
    if (path := place).is_file() and path.suffix in TEXTS and "__pycache__" not in path.parts
)
# Bracketed letters keep the patterns from finding themselves.
MACHINE = re.compile(r"(?<![\w.~:/«-])/(?:ho[m]e|ro[o]t|Us[e]rs|wo[r]k|m[n]t|me[d]ia)/\w|\b[A-Z]:\\\w{2,}")
ADDRESS = re.compile(r"(?i)--(?:extra-)?inde[x]-url|--find[-]links|--trusted[-]host|https?://\S*/simp[l]e\b|pyp[i]\.")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_machine_and_no_package_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [found[0] for pattern in (MACHINE, ADDRESS) for found in pattern.finditer(text)] == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param(MACHINE, "cd /ho" + "me/anna/texts", id="folder"),
        pytest.param(MACHINE, 'Path("/wo' + 'rk/data")', id="in code"),
        pytest.param(MACHINE, "C" + ":\\texts", id="drive"),
        pytest.param(ADDRESS, "pip install --inde" + "x-url x", id="option"),
        pytest.param(ADDRESS, "https://mirror.example/simp" + "le/spacy", id="address"),
    ],
)
def test_a_planted_one_is_found(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("https://example.org/home/news", id="page"),
        pytest.param("models/work/x", id="relative"),
        pytest.param("12/25", id="fraction"),
    ],
)
def test_harmless_text_passes(text: str) -> None:
    assert not MACHINE.search(text)
    assert not ADDRESS.search(text)
