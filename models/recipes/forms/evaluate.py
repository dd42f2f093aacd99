"""The fourth step: the tenth of RuNormAS that nothing has learned from, read by the pipeline as any text is."""

from __future__ import annotations

from pathlib import Path

from nlp.evaluation.report import Report
from nlp.evaluation.runormas import evaluate as score
from nlp.pipeline import load


def evaluate(data: Path, out: Path) -> Report:
    """By the rule of the shared task and letter for letter; the forms are written to `out/dev`."""
    return score(data, out / "dev", load(), dev=True)
