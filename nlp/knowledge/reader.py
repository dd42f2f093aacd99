"""The one strict reader of everything under `nlp/knowledge`.

A file that breaks its format is refused with the file, the line, the key and what was allowed, because a table that is
read leniently loses its words silently.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, NoReturn, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from nlp.errors import KnowledgeError

ROOT = Path(__file__).parent
T = TypeVar("T")

_LINE = re.compile(r"\(at line (\d+)")
_AT = re.compile(r" - at `\$(?P<path>[^`]*)`")


def resource(relative: str) -> Path:
    """The path of a file or folder of this package: `resource("lexicon/months.tsv")`; raises `KnowledgeError`."""
    path = ROOT / relative
    if not path.exists():
        raise KnowledgeError(path, "there is no such file in the package")
    return path


def read_lines(path: str | Path) -> tuple[str, ...]:
    """One item a line: «меморандум  # о взаимопонимании»; `#` begins a comment, empty lines are skipped."""
    first_seen: dict[str, int] = {}
    for number, line in _lines(path):
        item = _uncommented(line)
        if line and not line.strip():
            raise KnowledgeError(path, "a line of nothing but blanks", number)
        if not item:
            continue
        if item in first_seen:
            raise KnowledgeError(path, f"«{item}» was already given in line {first_seen[item]}", number)
        first_seen[item] = number
    return tuple(first_seen)


def read_table(path: str | Path, row: type[T]) -> tuple[T, ...]:
    """Tab-separated rows under a header that names every field of the msgspec Struct `row`, in any order.

    An empty cell is `None`, for optional fields only; a tuple field is split at «|»; `#` begins a comment line.
    """
    types = get_type_hints(row)
    header: list[str] | None = None
    rows: dict[tuple[str, ...], tuple[int, T]] = {}
    for number, line in _lines(path):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if header is None:
            header = _header(path, number, cells, types)
            continue
        if tuple(cells) in rows:
            raise KnowledgeError(path, f"the row repeats line {rows[tuple(cells)][0]}", number)
        rows[tuple(cells)] = number, _row(path, number, dict(_pair(path, number, header, cells)), row, types)
    if header is None:
        raise KnowledgeError(path, f"an empty table; expected the columns {', '.join(types)}")
    return tuple(value for _, value in rows.values())


def read_toml(path: str | Path, struct: type[T]) -> T:
    """A TOML file as the msgspec Struct `struct`; keys the Struct does not know are refused."""
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        raise KnowledgeError(path, f"not TOML: {error}", int(found[1]) if found else None) from error
    _refuse_unknown(path, text, data, struct, "")
    try:
        return msgspec.convert(data, type=struct)
    except msgspec.ValidationError as error:
        raise KnowledgeError(path, str(error).replace("`$.", "`"), _line_of(text, _last_key(str(error)))) from error


def _text(path: str | Path) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError as error:
        raise KnowledgeError(path, f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(path, f"is not UTF-8 at byte {error.start}") from error


def _lines(path: str | Path) -> Iterator[tuple[int, str]]:
    return enumerate(_text(path).split("\n"), 1)


def _uncommented(line: str) -> str:
    return re.split(r"(?:^|\s)#", line, maxsplit=1)[0].strip()


def _header(path: str | Path, number: int, cells: list[str], types: dict[str, Any]) -> list[str]:
    unknown = [cell for cell in cells if cell not in types]
    missing = [name for name in types if name not in cells]
    if unknown or missing or len(set(cells)) != len(cells):
        found, allowed = ", ".join(cells), ", ".join(types)
        raise KnowledgeError(path, f"the columns are {found}; they must be {allowed}, each once", number)
    return cells


def _pair(path: str | Path, number: int, header: list[str], cells: list[str]) -> Iterator[tuple[str, str]]:
    if len(cells) != len(header):
        raise KnowledgeError(path, f"{len(cells)} cells where the header has {len(header)}", number)
    return zip(header, cells, strict=True)


def _row(path: str | Path, number: int, cells: dict[str, str], row: type[T], types: dict[str, Any]) -> T:
    filled = {name: _cell(path, number, name, cell, types[name]) for name, cell in cells.items()}
    try:
        return msgspec.convert(filled, type=row, strict=False)
    except msgspec.ValidationError as error:
        raise KnowledgeError(path, str(error).replace("`$.", "`"), number) from error


def _cell(path: str | Path, number: int, name: str, cell: str, kind: Any) -> str | tuple[str, ...] | None:
    optional = type(None) in get_args(kind)
    if not cell and not optional:
        raise KnowledgeError(path, f"the column {name} is empty", number)
    if not cell:
        return None
    if any(get_origin(each) is tuple for each in (kind, *get_args(kind))):
        return tuple(part.strip() for part in cell.split("|"))
    return cell


def _refuse_unknown(path: str | Path, text: str, data: Any, kind: Any, where: str) -> None:
    """Walk data and types together, so that the error can say which keys and words were allowed."""
    for branch in get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,):
        if get_origin(branch) is Literal and isinstance(data, str) and data not in get_args(branch):
            _refuse_value(path, text, data, get_args(branch), where.rstrip("."))
        for key, value, inner in _inner(path, text, data, branch, where):
            _refuse_unknown(path, text, value, inner, f"{where}{key}")


def _refuse_value(path: str | Path, text: str, value: str, allowed: tuple[str, ...], where: str) -> NoReturn:
    line = _line_of(text, where.rpartition(".")[2])
    raise KnowledgeError(path, f"{where} is {value}; allowed: {', '.join(allowed)}", line)


def _inner(path: str | Path, text: str, data: Any, kind: Any, where: str) -> Iterator[tuple[str, Any, Any]]:
    """The parts of `data` with their types; raises when `kind` is a Struct that lacks a key."""
    if isinstance(data, list) and get_origin(kind) in (list, tuple):
        yield from (("", item, get_args(kind)[0]) for item in data)
    elif isinstance(data, dict) and get_origin(kind) is dict:
        yield from ((f"{key}.", value, get_args(kind)[1]) for key, value in data.items())
    elif isinstance(data, dict) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        fields = get_type_hints(kind)
        for key, value in data.items():
            if key not in fields:
                allowed = ", ".join(fields)
                raise KnowledgeError(path, f"unknown key {where}{key}; allowed: {allowed}", _line_of(text, key))
            yield f"{key}.", value, fields[key]


def _last_key(message: str) -> str | None:
    found = _AT.search(message)
    keys = re.findall(r"\.(\w+)", found["path"]) if found else []
    return keys[-1] if keys else None


def _line_of(text: str, key: str | None) -> int | None:
    """The line of the only place where `key` is written, `None` when there are several."""
    if key is None:
        return None
    pattern = re.compile(rf"(?:^\s*|[{{,]\s*|^\[+[\w.]*?\.?)\"?{re.escape(key)}\"?\s*[=\]]")
    lines = [number for number, line in enumerate(text.split("\n"), 1) if pattern.search(line)]
    return lines[0] if len(lines) == 1 else None
