"""The last step: `metrics.json` and `CARD.md` beside the weights, from what was measured."""

from __future__ import annotations

from pathlib import Path

import msgspec

from models.recipes.mentions.evaluate import table
from nlp.evaluation.nerel import Score
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.tagger import MODEL, TABLES

RUN = "run.json"
TEXT = Path(__file__).with_name("CARD.template.md")


class Run(msgspec.Struct, frozen=True):
    """What the card tells of a training: epochs done and planned, the seed, the documents learned from."""

    epochs: float
    planned: int
    seed: int
    documents: int


def card(out: Path, model_folder: Path, scores: dict[str, Score]) -> None:
    """Fills the template with sizes and scores; `out` holds what `train` told of itself."""
    run = msgspec.json.decode((out / RUN).read_bytes(), type=Run)
    tables = stored.loads((model_folder / TABLES).read_bytes())
    size = (model_folder / MODEL).stat().st_size / 1e6
    values = {
        **msgspec.structs.asdict(run),
        "labels": len(tables.labels),
        "width": tables.width,
        "size": f"{size:.1f}",
        "temperature": f"{tables.temperature:.2f}",
        "f1": f"{scores['all'].f1:.3f}",
        "table": "\n".join(table(scores)),
    }
    (model_folder / "CARD.md").write_text(TEXT.read_text(encoding="utf-8").format(**values), encoding="utf-8")
    (model_folder / "metrics.json").write_bytes(msgspec.json.format(msgspec.json.encode(_metrics(scores)), indent=1))


def _metrics(scores: dict[str, Score]) -> dict[str, dict[str, float]]:
    return {
        label: {"precision": round(own.precision, 4), "recall": round(own.recall, 4), "f1": round(own.f1, 4)}
        for label, own in sorted(scores.items())
    }
