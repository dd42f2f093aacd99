"""Everything that the command can say, gathered from its code: what the table of translations must hold."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import typer.main

from nlp.cli import app
from nlp.cli.wording import commands
from tests.floors import FLOORS, PACKAGE, SOURCES, floor_of, module_of

TRANSLATED = FLOORS[FLOORS.index("text") : FLOORS.index("report") + 1]
"""Floors whose errors meet whoever extracts, annotates or asks; those of linguists' files stay English."""
LEFT = ("morphology", "mentions", "entities", "events")
"""Floors between these whose errors tell of weights and knowledge files."""
REASONS = ("detail", "wanted", "reason", "why")
"""Names under which a message waits for its error."""


def said() -> set[str]:
    """The first argument of every `say(…)`, given as it is or under a name of the same file."""
    return {text for path in (PACKAGE / "cli").rglob("*.py") for text in _said(_tree(path))}


def helps() -> set[str]:
    """Every paragraph of every help, and the help of every option."""
    return set(_helps())


def errors() -> set[str]:
    """The forms of the errors that are raised on the floors above, and by the reader of defaults."""
    files = [path for path in SOURCES if path.parent != PACKAGE and floor_of(module_of(path)) in TRANSLATED]
    files = [path for path in files if floor_of(module_of(path)) not in LEFT]
    files += [PACKAGE / "pipeline.py", PACKAGE / "cli" / "configuration.py"]
    return {form for path in files for form in _forms(_tree(path))}


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _said(tree: ast.Module) -> Iterator[str]:
    named: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        for target, value in _pairs(node) if isinstance(node, ast.Assign) else ():
            if isinstance(target, ast.Name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
                named.setdefault(target.id, []).append(value.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("say", "language.say"):
            first = node.args[0]
            if isinstance(first, ast.Constant):
                yield first.value
            elif isinstance(first, ast.Name):
                yield from named.get(first.id, [])


def _pairs(node: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    for target in node.targets:
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            yield from zip(target.elts, node.value.elts, strict=True)
        else:
            yield target, node.value


def _helps() -> Iterator[str]:
    for _, command in commands(typer.main.get_command(app)):
        for text in filter(None, (command.help, command.epilog)):
            for part in text.strip().split("\n\n"):
                lines = part.strip("\n").split("\n")
                yield lines[1] if lines[0].strip() == "\b" else " ".join(part.split())
        yield from (" ".join(param.help.split()) for param in command.params if getattr(param, "help", None))


def _forms(tree: ast.Module) -> Iterator[str]:
    """Literals with a {} for each value, in what is raised and in what waits to be."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _messages(node)
        elif isinstance(node, ast.Assign):
            for target, value in _pairs(node):
                if isinstance(target, ast.Name) and target.id in REASONS:
                    yield from filter(None, [_form(value)])


def _messages(call: ast.Call) -> Iterator[str]:
    """The longest literal among the arguments of an error of this package: its message."""
    if not ast.unparse(call.func).endswith(("Error", "_wrong", "Bad", "Failure")):
        return
    found = [form for form in map(_form, call.args) if form and re.search("[a-z].* |^no ", form.replace("{}", " "))]
    if found:
        yield max(found, key=len)


def _form(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


if __name__ == "__main__":
    from nlp.cli.language import russian

    for source in (said, helps, errors):
        for text in sorted(source() - set(russian())):
            print(text)
