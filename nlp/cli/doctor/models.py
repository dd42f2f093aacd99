"""The model: where it is, whose it is, and the scores that stand beside its weights."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from nlp.cli.doctor.finding import Finding, Verdict
from nlp.cli.language import say, told
from nlp.errors import ModelError

OWN = "letopis_own"
"""The folder of what an analyst taught the model."""


def findings(name: str) -> Iterator[Finding]:
    """The folder of a model, its version and scores; a model that is not there is told as broken."""
    from nlp.pipeline import COMPONENTS, model_folder

    try:
        folder = model_folder(name)
        meta = _json(folder / "meta.json")
    except (ModelError, OSError, ValueError) as error:
        yield Finding(name, told(error), Verdict.BAD, say("install letopis anew, or name another with --model"))
        return
    yield Finding(folder.name, str(folder))
    yield _version(str(meta.get("version")))
    lacking = [part for part in COMPONENTS if part not in meta.get("pipeline", [])]
    if lacking:
        yield Finding(say("components"), say("not here: {names}", names=", ".join(lacking)), Verdict.NOTE)
    yield from _scores(folder)


def _version(made_for: str) -> Finding:
    here = version("letopis")
    if made_for == here:
        return Finding(say("version"), made_for)
    advice = say("letopis is {version}", version=here)
    return Finding(say("version"), made_for, Verdict.NOTE, advice)


def _scores(folder: Path) -> Iterator[Finding]:
    """The scores that are there; a model may be taught by others and have none."""
    spans, forms = (_json(folder / part / "metrics.json") for part in ("letopis_spans", "letopis_forms"))
    for what, path in ((say("mentions"), "mentions"), (say("relations"), "end_to_end")):
        if score := _at(spans, "dev", path, "all", "f1"):
            yield Finding(what, say("F1 {score} on NEREL, dev", score=f"{score:.3f}"))
    if score := _at(forms, "named", "share"):
        yield Finding(say("normal forms"), say("{score} of names right on RuNormAS", score=f"{score:.1%}"))
    for label, measured in (_json(folder / OWN / "metrics.json").get("measured") or {}).items():
        yield Finding(label, say("F1 {score} on texts held out", score=measured.get("f1")))
    if not spans and not forms:
        yield Finding(say("scores"), say("none stand beside the weights"), Verdict.NOTE)


def _json(path: Path) -> dict[str, Any]:
    """A JSON object; an empty one when there is no such file."""
    if not path.is_file():
        return {}
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _at(tree: Any, *keys: str) -> float | None:
    """What stands in nested objects under these keys."""
    for key in keys:
        tree = tree.get(key) if isinstance(tree, dict) else None
    return tree if isinstance(tree, float) else None
