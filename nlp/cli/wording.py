"""The parser's own pages and errors in the language in use: help, usage, «No such option»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError
from typer._click.formatting import HelpFormatter

from nlp.cli.language import TAIL, Lang, current, paragraphs, say, translated

VALIDATOR = "Value error, "
"""What the parser's validator puts before the reason that a type gave it."""


class Formatter(HelpFormatter):
    """Writes help with headings and remarks in the language in use."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that begins with «Usage:»."""
        super().write_usage(prog, args, say("Usage:") + " " if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write «Options:» and its like."""
        super().write_heading(say(heading))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or commands with what they do."""
        super().write_dl([(first, _remarked(second)) for first, second in rows], col_max, col_spacing)


class Context(typer.Context):
    """A context whose help is written by the formatter above."""

    formatter_class = Formatter


def _remarked(text: str) -> str:
    """«…  [default: 30; required]»: the remarks in brackets translated, one by one."""
    found = TAIL.search("  " + text)
    if not found:
        return text
    remarks = [translated(part) for part in found[0].strip()[1:-1].split("; ")]
    return f"{text[: max(0, found.start() - 2)]}  [{'; '.join(remarks)}]".strip()


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command below and with this one, by its words: («evaluate», «nerel»)."""
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from commands(inner, (*path, name))


def reworded(root: Any) -> None:
    """Put the help of every command and option into the language in use."""
    for _, command in commands(root):
        command.context_class = Context
        for name in ("help", "epilog"):
            if text := getattr(command, name):
                setattr(command, name, paragraphs(text))
        for name in ("options_metavar", "subcommand_metavar"):
            if text := getattr(command, name, None):
                setattr(command, name, say(text))
        for param in command.get_params(Context(command)):
            if getattr(param, "help", None):
                param.help = say(" ".join(param.help.split()))


def show(error: UsageError) -> None:
    """What the parser says of a wrong command line."""
    error.message = error.message.replace(VALIDATOR, "", 1)
    if current() is Lang.en or isinstance(error, NoArgsIsHelpError):
        error.show()
        return
    if error.ctx is not None:
        typer.echo(error.ctx.get_usage(), err=True)
        typer.echo(say("Try '{command} --help' for help.", command=error.ctx.command_path) + "\n", err=True)
    typer.echo(translated(f"Error: {error.format_message()}"), err=True)
