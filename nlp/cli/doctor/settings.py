"""Which language is spoken and why, and which file of defaults holds."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

import typer

from nlp.cli import configuration, language
from nlp.cli.doctor.finding import Finding, Verdict
from nlp.cli.language import say


def findings(ctx: typer.Context) -> Iterator[Finding]:
    """The language, the file of defaults, and what it sets."""
    yield Finding(say("language"), language.current().value, Verdict.GOOD, _why(ctx))
    given = ctx.find_root().params.get("_config")
    found = configuration.find(None if given is None else str(given))
    if found is None:
        yield Finding(say("defaults"), say("no file"), Verdict.GOOD, _places())
        return
    yield Finding(say("defaults"), str(found.path.resolve()))
    for key, value in _flat(found.data):
        yield Finding(f"  {key}", repr(value))


def _why(ctx: typer.Context) -> str:
    """Where the language was chosen."""
    root = ctx.find_root()
    if root.params.get("_lang") is not None:
        typed = getattr(root.get_parameter_source("_lang"), "name", "") == "COMMANDLINE"
        return say("by --lang") if typed else say("by the file of defaults")
    if language.VARIABLE in os.environ:
        return say("by {variable}", variable=language.VARIABLE)
    return say("by the locale")


def _places() -> str:
    places = f"{configuration.NAME}, {configuration.PROJECT}, {configuration.user_file()}"
    return say("looked for in {places}", places=places)


def _flat(data: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Keys with their tables: «extract.min-score»."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value
