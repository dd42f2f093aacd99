"""The options that stand before a command or anywhere after it: language, logging, configuration."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from nlp.cli.language import Lang

VALUED = ("--lang", "--log-file", "--config")
FLAGS = ("-v", "-vv", "--verbose")

Language = Annotated[
    Lang | None,
    typer.Option(
        "--lang", show_default=False, help="The language of help and messages; that of the locale unless you say."
    ),
]
Verbose = Annotated[
    int,
    typer.Option(
        "-v", "--verbose", count=True, show_default=False, help="Tell what is done on stderr; -vv tells each document."
    ),
]
LogFile = Annotated[
    Path | None,
    typer.Option("--log-file", metavar="FILE", dir_okay=False, help="Add what is done and said to this file."),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Defaults for options; else letopis.toml here, [tool.letopis] of pyproject.toml, or the user's own.",
    ),
]


def hoisted(args: Sequence[str], root: Any) -> list[str]:
    """The same arguments with the common options before the command: «extract a.txt -v» → «-v extract a.txt».

    An option that the command has itself is left to it: `report --lang` is the language of the page.
    """
    first, rest, waiting, own = [], [], list(args), _own(root, args)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        name = word.partition("=")[0]
        if name not in own and (word in FLAGS or name in VALUED):
            first.append(word)
            if word in VALUED and waiting:
                first.append(waiting.pop(0))
        else:
            rest.append(word)
    return first + rest


def _own(root: Any, args: Sequence[str]) -> set[str]:
    """The options of the command that the arguments name."""
    command = root
    for word in args:
        command = getattr(command, "commands", {}).get(word, command)
    return set() if command is root else {option for param in command.params for option in param.opts}


def value_of(option: str, args: Sequence[str]) -> str | None:
    """The last value given to a common option among hoisted arguments; `None` when it is not there."""
    found = None
    for place, word in enumerate(args):
        following = args[place + 1] if place + 1 < len(args) else None
        name, equals, value = word.partition("=")
        if name == option:
            found = value if equals else following
    return found
