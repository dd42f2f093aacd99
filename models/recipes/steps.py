"""The steps of a recipe: all of them, or those named on the command line, always in their order."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

Step = Callable[[Namespace], None]


def run(steps: Mapping[str, Step], asked: Namespace) -> None:
    """Do what `asked.steps` names, everything when it names nothing; a name that is no step ends the program."""
    unknown = sorted(set(asked.steps) - set(steps))
    if unknown:
        raise SystemExit(f"{', '.join(unknown)}: no such step; there are {', '.join(steps)}")
    for name, step in steps.items():
        if not asked.steps or name in asked.steps:
            print(f"— {name}", flush=True)
            step(asked)
