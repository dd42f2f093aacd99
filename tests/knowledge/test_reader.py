"""The strict reader: what it reads, and one test for every way a file can be wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec
import pytest

from nlp.errors import KnowledgeError
from nlp.knowledge.reader import read_lines, read_table, read_toml, resource


class Month(msgspec.Struct, frozen=True):
    lemma: str
    number: int
    forms: tuple[str, ...] = ()
    note: str | None = None


class Rule(msgspec.Struct, frozen=True):
    lemmas: tuple[str, ...]
    case: str | None = None


class Frame(msgspec.Struct, frozen=True):
    type: str
    sense: tuple[Rule, ...] = ()
    roles: dict[str, Rule] = {}
    other: Rule | None = None
    status: Literal["actual", "planned"] | None = None
    cases: tuple[Literal["Nom", "Gen"], ...] = ()


HEADER = "lemma\tnumber\tforms\tnote\n"


def written(folder: Path, text: str) -> Path:
    path = folder / "file"
    path.write_text(text, encoding="utf-8")
    return path


def test_lines_lose_their_comments(tmp_path: Path) -> None:
    path = written(tmp_path, "# виды документов\nмеморандум  # о взаимопонимании\n\nдорожная карта\nC#\n")
    assert read_lines(path) == ("меморандум", "дорожная карта", "C#")


def test_a_table_is_read_into_its_struct(tmp_path: Path) -> None:
    path = written(tmp_path, f"# календарь\n{HEADER}май\t5\tмая|маем\t\nиюнь\t6\tиюня\tлето\n")
    assert read_table(path, Month) == (
        Month("май", 5, ("мая", "маем"), None),
        Month("июнь", 6, ("июня",), "лето"),
    )


def test_toml_is_read_into_its_struct(tmp_path: Path) -> None:
    text = 'type = "agreement"\n[[sense]]\nlemmas = ["подписать"]\n[roles.party]\nlemmas = ["сторона"]\ncase = "Nom"\n'
    frame = Frame("agreement", (Rule(("подписать",)),), {"party": Rule(("сторона",), "Nom")})
    assert read_toml(written(tmp_path, text), Frame) == frame


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("договор\nдоговор\n", 2, "line 1", id="duplicate"),
        pytest.param("договор\n   \n", 2, "blanks", id="blanks"),
    ],
)
def test_wrong_lines(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says) as raised:
        read_lines(written(tmp_path, text))
    assert raised.value.line == line


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param("", None, "empty table; expected the columns lemma, number, forms, note", id="no header"),
        pytest.param("lemma\tnumber\n", 1, "must be lemma, number, forms, note", id="missing column"),
        pytest.param(HEADER.replace("note", "nota"), 1, "nota", id="unknown column"),
        pytest.param(HEADER.replace("note", "note\tnote"), 1, "each once", id="doubled column"),
        pytest.param(HEADER + "май\t5\tмая\n", 2, "3 cells where the header has 4", id="too few cells"),
        pytest.param(HEADER + "май\t5\tмая\t\t\n", 2, "5 cells where the header has 4", id="too many cells"),
        pytest.param(HEADER + "\t5\tмая\t\n", 2, "column lemma is empty", id="empty required cell"),
        pytest.param(HEADER + "май\tпять\tмая\t\n", 2, "number", id="not a number"),
        pytest.param(HEADER + "май\t5\tмая\t\n" * 2, 3, "repeats line 2", id="duplicate row"),
    ],
)
def test_wrong_tables(tmp_path: Path, text: str, line: int | None, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says) as raised:
        read_table(written(tmp_path, text), Month)
    assert raised.value.line == line


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param('type = "a"\ntype = "b"\n', 2, "not TOML", id="not TOML"),
        pytest.param(
            'type = "a"\ntipe = "b"\n',
            2,
            "unknown key tipe; allowed: type, sense, roles, other, status, cases",
            id="key",
        ),
        pytest.param('type = "a"\n[[sense]]\nlemma = []\n', 3, "sense.lemma; allowed: lemmas, case", id="list"),
        pytest.param('type = "a"\n[roles.x]\nlemma = []\n', 3, "roles.x.lemma; allowed: lemmas, case", id="dict"),
        pytest.param('type = "a"\n[other]\nlemma = []\n', 3, "other.lemma; allowed: lemmas, case", id="optional"),
        pytest.param('type = "a"\n[[sense]]\nlemmas = "b"\n', 3, "lemmas", id="wrong type"),
        pytest.param("[other]\nlemmas = []\n", None, "type", id="missing key"),
        pytest.param('type = "a"\nstatus = "past"\n', 2, "status is past; allowed: actual, planned", id="word"),
        pytest.param('type = "a"\ncases = ["Nom", "Voc"]\n', 2, "cases is Voc; allowed: Nom, Gen", id="word of a list"),
    ],
)
def test_wrong_toml(tmp_path: Path, text: str, line: int | None, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says) as raised:
        read_toml(written(tmp_path, text), Frame)
    assert raised.value.line == line
    assert "file" in str(raised.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="cannot be read"):
        read_lines(tmp_path / "нет.txt")


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "cp1251.txt"
    path.write_bytes("договор".encode("cp1251"))
    with pytest.raises(KnowledgeError, match="not UTF-8"):
        read_lines(path)


def test_resources_lie_in_the_package() -> None:
    assert resource("reader.py").is_file()
    with pytest.raises(KnowledgeError, match="no such file"):
        resource("lexicon/нет.txt")
