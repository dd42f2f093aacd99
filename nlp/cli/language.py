"""Which language the command speaks, and what each of its messages is in that language.

English stands in the code, Russian in `messages/ru.tsv`: `say("{count} documents failed", count=3)`. A message of the
library is known by its form («is no sound {}: {}»), so that the library itself need not know of languages.
"""

from __future__ import annotations

import os
import re
from contextvars import ContextVar
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import msgspec

from nlp.errors import ConfigError, InputError, KnowledgeError
from nlp.knowledge.reader import read_table

TABLE = Path(__file__).with_name("messages") / "ru.tsv"
VARIABLE = "LETOPIS_LANG"
HOLE = re.compile(r"\{\w*\}")
TAIL = re.compile(r"  \[[^\[]*\]\Z", re.DOTALL)
"""What the parser adds to the help of an option: «  [default: 30; x>=1]»."""


class Lang(StrEnum):
    """What `--lang` takes."""

    ru = "ru"
    en = "en"


class Row(msgspec.Struct, frozen=True):
    """A message in both languages; holes are named alike, {} in the messages of the library."""

    english: str
    russian: str


_current: ContextVar[Lang] = ContextVar("lang", default=Lang.en)


def current() -> Lang:
    """The language in use."""
    return _current.get()


def use(lang: Lang) -> None:
    """Speak this language from here on."""
    _current.set(lang)


def of_the_environment() -> Lang:
    """LETOPIS_LANG when it names a language, else that of the locale: Russian for ru_RU.UTF-8, else English."""
    if (named := os.environ.get(VARIABLE)) in tuple(Lang):
        return Lang(named)
    return Lang.ru if _locale().lower().startswith(("ru", "rus")) else Lang.en


def _locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    import locale

    return locale.getlocale()[0] or ""


def say(english: str, **values: object) -> str:
    """The message in the language in use, its holes filled."""
    known = russian().get(english, english) if current() is Lang.ru else english
    return known.format(**values) if values else known


def told(error: Exception | str) -> str:
    """What an error says; of an error with a place, the reason is translated and the place kept."""
    if isinstance(error, InputError | KnowledgeError | ConfigError):
        return str(error).removesuffix(error.reason) + translated(error.reason)
    return translated(str(error))


def translated(message: str) -> str:
    """A finished message, known by its form; as it is in English, and when no form of the table fits."""
    if current() is Lang.en:
        return message
    for form, russian_form in forms():
        if found := form.fullmatch(message):
            return _filled(russian_form, [translated(part) for part in found.groups()])
    return message


def _filled(form: str, parts: list[str]) -> str:
    """The form with its holes filled in order."""
    texts = HOLE.split(form)
    return "".join(text + part for text, part in zip(texts, [*parts, ""], strict=True))


def paragraphs(help_text: str) -> str:
    """The help of a command, paragraph by paragraph; of examples the heading alone."""
    return "\n\n".join(_paragraph(part) for part in re.split(r"\n\s*\n", help_text.strip("\n")))


def _paragraph(part: str) -> str:
    if not part.lstrip().startswith("\b\n"):
        return say(" ".join(part.split()))
    heading = part.split("\n")[1]
    return part.replace(heading, say(heading), 1)


@lru_cache(maxsize=1)
def russian() -> dict[str, str]:
    """The table: English → Russian."""
    return {row.english: row.russian for row in read_table(TABLE, Row)}


@lru_cache(maxsize=1)
def forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns of the messages with nameless holes or none, those with most words first."""
    known = [(english, text) for english, text in russian().items() if set(HOLE.findall(english)) <= {"{}"}]
    known.sort(key=lambda pair: -len(HOLE.sub("", pair[0])))
    return tuple((_pattern(english), text) for english, text in known)


def _pattern(english: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(re.escape(part) for part in english.split("{}")), re.DOTALL)
