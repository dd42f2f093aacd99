"""Defaults for options out of a file: `letopis.toml`, `[tool.letopis]` of a `pyproject.toml`, or the user's own.

    lang = "ru"
    model = "tender-model"
    [extract]
    min-score = 0.85

The first file that is there holds, alone. Keys are the long names of options, those of several commands at the top;
what is relative is relative to the file.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import typer

from nlp.errors import ConfigError

VARIABLE = "LETOPIS_CONFIG"
NAME = "letopis.toml"
PROJECT = "pyproject.toml"
SHARED = ("encoding", "frames", "model", "published")
"""Options of several commands: at the top of the file they hold for all of these."""


class Found(NamedTuple):
    """A file and the part of it that is ours: the keys that lead there, ("tool", "letopis")."""

    path: Path
    inside: tuple[str, ...]
    data: dict[str, Any]


def user_file() -> Path:
    """Where a user's own file is looked for: ~/.config/letopis/letopis.toml, or what the system has instead."""
    return Path(typer.get_app_dir("letopis", roaming=False)) / NAME


def find(named: str | None) -> Found | None:
    """The file that holds; `None` when there is none. LETOPIS_CONFIG set to nothing turns all of them off."""
    variable = os.environ.get(VARIABLE)
    if (given := named or variable) is not None:
        return _read(Path(given)) if given else None
    here = Path(NAME)
    if here.is_file():
        return _read(here)
    if Path(PROJECT).is_file() and (project := _read(Path(PROJECT))).data:
        return project
    return _read(user_file()) if user_file().is_file() else None


def _read(path: Path) -> Found:
    """Raises `ConfigError` for a file that cannot be read or is no TOML."""
    try:
        data: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(path, f"cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(path, f"is not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"\(at line (\d+)", str(error))
        raise ConfigError(path, f"not TOML: {error}", int(line[1]) if line else None) from error
    if path.name != PROJECT:
        return Found(path, (), data)
    ours = data.get("tool", {}).get("letopis", {})
    return Found(path, ("tool", "letopis"), ours)


def defaults(found: Found, root: Any) -> dict[str, Any]:
    """What the parser takes as defaults; raises `ConfigError` with the line of what is unknown or no value."""
    shared = {key: found.data[key] for key in SHARED if key in found.data}
    own = {key: value for key, value in found.data.items() if key not in SHARED}
    return _of(found, root, own, shared, ())


def _of(found: Found, command: Any, data: Any, shared: Mapping[str, Any], at: tuple[str, ...]) -> dict[str, Any]:
    """The defaults of one command and of those below it."""
    if not isinstance(data, dict):
        raise _wrong(found, at, f"{'.'.join(at)} is a command; write its options below [{'.'.join(at)}]")
    options, below = options_of(command), getattr(command, "commands", {})
    given: dict[str, Any] = {}
    for key, value in data.items():
        if key in below:
            continue
        if key not in options:
            raise _wrong(
                found, (*at, key), f"unknown key {key}; allowed: {', '.join((*_allowed(at, options), *below))}"
            )
        given[options[key].name] = _checked(found, command, options[key], value, (*at, key))
    for key, value in shared.items():
        if key in options and key not in data:
            given[options[key].name] = _checked(found, command, options[key], value, (key,))
    for name, inner in below.items():
        given[name] = _of(found, inner, data.get(name, {}), shared, (*at, name))
    return given


def options_of(command: Any) -> dict[str, Any]:
    """The options that a file may set, by their long names without the dashes."""
    named: Iterator[tuple[str, Any]] = (
        (word[2:], param) for param in command.params for word in param.opts if word.startswith("--")
    )
    never = {"version", "config", "help", "install-completion", "show-completion"}
    return {name: param for name, param in named if name not in never}


def _allowed(at: tuple[str, ...], options: dict[str, Any]) -> tuple[str, ...]:
    return tuple(options) if at else (*options, *SHARED)


def _checked(found: Found, command: Any, option: Any, value: Any, at: tuple[str, ...]) -> Any:
    """The value as the option takes it; a path is taken from the folder of the file."""
    if isinstance(value, str) and (option.type_descriptor.is_path or (found.path.parent / value).is_dir()):
        value = str(found.path.parent / value)
    if option.is_bool_flag and not isinstance(value, bool):
        raise _wrong(found, at, f"{'.'.join(at)} is true or false")
    context = command.context_class(command, info_name=command.name)
    try:
        option.process_value(context, value)
    except typer.BadParameter as error:
        raise _wrong(found, at, f"{'.'.join(at)} = {value!r}: {error.message}") from error
    return value


def _wrong(found: Found, at: tuple[str, ...], reason: str) -> ConfigError:
    return ConfigError(found.path, reason, line_of(found.path, (*found.inside, *at)))


def line_of(path: Path, keys: tuple[str, ...]) -> int | None:
    """The line in which a key is written below its heading; `None` for one that is written another way."""
    section: tuple[str, ...] = ()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if heading := re.match(r"\s*\[\s*([\w.\-\s\"]+?)\s*\]", line):
            section = tuple(part.strip(' "') for part in heading[1].split("."))
            if section == keys:
                return number
        elif (key := re.match(r"\s*\"?([\w-]+)\"?\s*=", line)) and (*section, key[1]) == keys:
            return number
    return None
