"""The last step: `metrics.json` and `CARD.md` beside the weights, from what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from models.recipes.mentions.evaluate import RELATIONS_FOLDER, SPANS_FOLDER, Measured, table
from nlp.evaluation.scores import TOTAL, Score
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.tagger import TABLES

RUN = "run.json"
TEXT = Path(__file__).with_name("CARD.template.md")


class Run(msgspec.Struct, frozen=True):
    """What the card tells of a training: epochs, the seed, the documents learned from, by kind."""

    epochs: int
    seed: int
    documents: int
    coarse: int
    taught: int


def card(run_folder: Path, model_folder: Path, measured: Mapping[str, Measured]) -> None:
    """Fills the template with sizes and scores.

    `run_folder` holds what `train` told of itself, `measured` a part's scores each.
    """
    run = msgspec.json.decode((run_folder / RUN).read_bytes(), type=Run)
    spans, dev = model_folder / SPANS_FOLDER, measured["dev"]
    tables = stored.loads((spans / TABLES).read_bytes())
    weights = [path for folder in (spans, model_folder / RELATIONS_FOLDER) for path in folder.glob("*.onnx")]
    values = {
        **msgspec.structs.asdict(run),
        "labels": len(tables.labels),
        "relations": len(tables.relations),
        "width": tables.width,
        "size": f"{sum(path.stat().st_size for path in weights) / 1e6:.1f}",
        "temperature": f"{tables.temperature:.2f}",
        "margin": f"{tables.margin:.2f}",
        "table": "\n".join(table(dev.mentions)),
        "relation_table": "\n".join(table(dev.anywhere)),
        **{name: f"{scores[TOTAL].f1:.3f}" for name, scores in dev._asdict().items()},
        **{
            part.replace("-", "_"): f"{each.mentions[TOTAL].f1:.3f}" for part, each in measured.items() if part != "dev"
        },
    }
    (spans / "CARD.md").write_text(TEXT.read_text(encoding="utf-8").format(**values), encoding="utf-8")
    numbers = {
        part: {name: _numbers(scores) for name, scores in each._asdict().items()} for part, each in measured.items()
    }
    (spans / "metrics.json").write_bytes(msgspec.json.format(msgspec.json.encode(numbers), indent=1))


def _numbers(scores: Mapping[str, Score]) -> dict[str, dict[str, float]]:
    return {
        label: {"precision": round(own.precision, 4), "recall": round(own.recall, 4), "f1": round(own.f1, 4)}
        for label, own in sorted(scores.items())
    }
