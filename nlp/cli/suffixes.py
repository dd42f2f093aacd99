"""The format that the suffix of an output file calls for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

import typer

from nlp.cli.language import say

Kind = TypeVar("Kind")


def by_suffix(output: Path, known: Mapping[str, Kind]) -> Kind:
    """«события.CSV» → csv; a suffix that no format has is a wrong option, told with those that are known."""
    kind = known.get(output.suffix.lower())
    if kind is None:
        told = say(
            "{output}: no format has this suffix; use {allowed}, or say --format",
            output=output, allowed=", ".join(known),
        )  # fmt: skip
        raise typer.BadParameter(told, param_hint="-o")
    return kind
