"""Russian and English: every message has a translation, and none stands in the table for nothing."""

import re
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from nlp.cli import app, language
from nlp.cli.common import hoisted
from nlp.cli.language import Lang, russian, translated
from nlp.errors import InputError
from tests import messages

HEADING = re.compile(r"^# (.*)$")
FOREIGN = ("the parser's own words", "what the system says")
"""Parts of the table whose English stands in other packages: tried one by one below, or listed for safety."""


def run(*arguments: str):
    return CliRunner().invoke(app, [*arguments])


def parts() -> dict[str, list[str]]:
    """The English of the table under its headings."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in language.TABLE.read_text(encoding="utf-8").splitlines()[2:]:
        if told := HEADING.match(line):
            heading = told[1]
        elif line:
            found.setdefault(heading, []).append(line.partition("\t")[0])
    return found


@pytest.fixture
def in_russian():
    language.use(Lang.ru)
    yield
    language.use(Lang.en)


@pytest.mark.parametrize("source", [messages.said, messages.helps, messages.errors], ids=lambda each: each.__name__)
def test_every_message_has_a_translation(source) -> None:
    found = source()
    assert len(found) > 40
    assert sorted(found - set(russian())) == []


def test_no_translation_without_a_message() -> None:
    known = messages.said() | messages.helps() | messages.errors()
    ours = [text for heading, texts in parts().items() if heading not in FOREIGN for text in texts]
    assert sorted(set(ours) - known) == []


def holes(text: str) -> list[str]:
    """Named holes may change places, nameless ones are only counted."""
    return sorted(language.HOLE.findall(text))


@pytest.mark.parametrize("english", list(russian()))
def test_holes_agree(english: str) -> None:
    assert holes(english) == holes(russian()[english])


@pytest.mark.parametrize("english", list(russian()))
def test_it_is_russian(english: str) -> None:
    """Or it is the same, because there are no words in it."""
    said = russian()[english]
    assert re.search("(?i)[а-яё]", said) or not re.search("[a-z]{3}", language.HOLE.sub("", english).partition(":")[2])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["--help"], "Команды:\n  extract", id="commands"),
        pytest.param(["--help"], "Показать эту справку.", id="help"),
        pytest.param(["extract", "--help"], "Вызов: letopis extract [ПАРАМЕТРЫ]", id="usage"),
        pytest.param(["train", "--help"], "[по умолчанию: 30; x>=1]", id="remarks"),
        pytest.param(
            ["evaluate", "nerel", "--help"], "Примеры:\n    letopis evaluate nerel", id="a command of a group"
        ),
        pytest.param(["extract"], "Ошибка: не указан аргумент 'PATH'", id="argument"),
        pytest.param(["annotate", "x"], "Ошибка: не указан параметр '-o' / '--output'", id="option"),
        pytest.param(["extrct"], "нет команды 'extrct'; возможно, 'extract'", id="command"),
        pytest.param(["schema", "--wrong"], "нет параметра --wrong", id="no option"),
        pytest.param(["extract", "a", "--outptu", "b"], "(есть похожие: --output)", id="alike"),
        pytest.param(["schema", "x"], "лишний аргумент: x", id="too many"),
        pytest.param(["extract", "a", "--min-score", "2"], "'--min-score': должно быть не больше 1", id="range"),
        pytest.param(["annotate", "a", "-o", "b", "--workers", "x"], "'--workers': нужно целое число", id="number"),
        pytest.param(["extract", "a", "--format", "x"], "'x' нет среди 'text', 'json'", id="choice"),
        pytest.param(["extract", "a", "--published", "вчера"], "нужна дата вида 2025, 2025-06", id="date"),
        pytest.param(["extract", "a", "--encoding", "рус"], "'рус' — не кодировка русского текста", id="encoding"),
        pytest.param(["extract", "нет.txt"], "нет.txt: не удаётся прочесть: нет такого файла", id="library"),
        pytest.param(["query", "нет", "FROM events"], "его делает letopis annotate", id="archive"),
    ],
)
def test_what_is_said_in_russian(arguments: list[str], says: str) -> None:
    result = run("--lang", "ru", *arguments)
    assert " ".join(says.split()) in " ".join(result.output.split())


@pytest.mark.parametrize(
    ("english", "said"),
    [
        pytest.param("is no sound docx: is no XML", "повреждённый docx: is no XML", id="a part is not known"),
        pytest.param("its zip is damaged: asks for a password", "zip внутри повреждён: требует пароль", id="both are"),
        pytest.param("something else", "something else", id="unknown"),
        pytest.param("asks for a passwords", "asks for a passwords", id="nearly"),
    ],
)
def test_messages_of_the_library(english: str, said: str, in_russian: None) -> None:
    assert translated(english) == said


def test_the_place_of_an_error_is_kept(in_russian: None) -> None:
    error = InputError("holds no text", "holds no text", 7)
    assert language.told(error) == "holds no text:7: нет текста"


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        pytest.param({"LETOPIS_LANG": "ru", "LC_ALL": "en_US.UTF-8"}, Lang.ru, id="our own variable"),
        pytest.param({"LETOPIS_LANG": "de", "LANG": "ru_RU.UTF-8"}, Lang.ru, id="no language of ours"),
        pytest.param({"LANG": "ru_RU.UTF-8"}, Lang.ru, id="LANG"),
        pytest.param({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, Lang.en, id="LC_ALL goes first"),
        pytest.param({"LANG": "be_BY.UTF-8"}, Lang.en, id="another"),
    ],
)
def test_the_language_of_the_environment(environment: dict[str, str], lang: Lang, monkeypatch) -> None:
    for name in ("LETOPIS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language.of_the_environment() is lang


@pytest.mark.parametrize("arguments", [["--lang", "ru", "schema", "--help"], ["schema", "--help", "--lang=ru"]])
def test_it_may_stand_anywhere(arguments: list[str]) -> None:
    assert "Напечатать JSON Schema записи." in run(*arguments).output


def test_a_language_does_not_stay() -> None:
    run("--lang", "ru", "--help")
    assert not re.search("[а-яё]{3}", run("train", "--help").output.replace("Закупка серверов", ""))


def test_another_language_is_refused() -> None:
    result = run("--lang", "de", "schema")
    assert result.exit_code == 2
    assert "'--lang': 'de' is not one of 'ru', 'en'" in result.output


def test_the_table_is_in_the_package() -> None:
    assert Path(language.TABLE).is_relative_to(Path(language.__file__).parent)


@pytest.mark.parametrize(
    ("line", "hoisted_line"),
    [
        pytest.param("extract a -v --lang ru", "-v --lang ru extract a", id="after"),
        pytest.param("extract a --lang=ru --log-file l b", "--lang=ru --log-file l extract a b", id="values"),
        pytest.param("explain a --at -- -v", "explain a --at -- -v", id="after two dashes"),
        pytest.param("report a --lang en -v", "-v report a --lang en", id="the command's own"),
    ],
)
def test_common_options_are_hoisted(line: str, hoisted_line: str) -> None:
    assert hoisted(line.split(), typer.main.get_command(app)) == hoisted_line.split()
