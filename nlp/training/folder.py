"""The folder of a model that an analyst taught: a copy of the one it learned on, the head, and its report."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from spacy.language import Language

from nlp.errors import TrainingError
from nlp.mentions.own.component import NAME, Own
from nlp.mentions.spans.component import NAME as SPANS
from nlp.training.report import Report


def check(out: Path, overwrite: bool) -> None:
    """Raises `TrainingError` when something stands there that may not go; only a taught model ever may."""
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    if not (out / NAME).is_dir():
        raise TrainingError(f"{out}: exists and is no model taught by letopis train; choose another folder")
    if not overwrite:
        raise TrainingError(f"{out}: exists; choose another folder, or say --overwrite")


def teach(pipeline: Language, files: Mapping[str, bytes]) -> None:
    """The pipeline with the head after `letopis_spans`, in place of an earlier one."""
    if NAME not in pipeline.pipe_names:
        pipeline.add_pipe(NAME, after=SPANS)
    component: Own = pipeline.get_pipe(NAME)  # type: ignore[assignment]  # spaCy knows components as callables
    component.fill(files)


def write(pipeline: Language, base: Path, files: Mapping[str, bytes], report: Report, out: Path) -> None:
    """Whole or not at all: made beside the place, then moved there."""
    part = out.with_name(f".{out.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    shutil.copytree(base, part)
    pipeline.config.to_disk(part / "config.cfg")
    _rename(part / "meta.json", pipeline.pipe_names)
    (part / NAME).mkdir()
    for name, content in files.items():
        (part / NAME / name).write_bytes(content)
    report.write(part / NAME)
    shutil.rmtree(out, ignore_errors=True)
    part.rename(out)


def _rename(path: Path, components: list[str]) -> None:
    """What spaCy's own page of the model says is in it."""
    meta = json.loads(path.read_text(encoding="utf-8")) | {"pipeline": components, "components": components}
    path.write_text(json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
