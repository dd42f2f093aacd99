"""The last step: `metrics.json` and `CARD.md` beside the weights, from what was measured."""

from __future__ import annotations

from pathlib import Path

import msgspec

from models.recipes.forms.prepare import RUN
from nlp.evaluation.report import Report
from nlp.morphology.ranker import FILE

TEXT = Path(__file__).with_name("CARD.template.md")


class Run(msgspec.Struct, frozen=True):
    """What the card tells of a training."""

    epochs: int
    seed: int
    minutes: float
    clues: int
    phrases: dict[str, int]


def card(out: Path, model_folder: Path, report: Report) -> None:
    """Fills the template; `out` holds what `train` told of itself."""
    run = msgspec.json.decode((out / RUN).read_bytes(), type=Run)
    values = msgspec.structs.asdict(run) | run.phrases
    values |= {"size": f"{(model_folder / FILE).stat().st_size / 1e6:.2f}"}
    values |= {f"{name}_share": f"{share.value:.3f}" for name, share in report.shares.items()}
    text = TEXT.read_text(encoding="utf-8").format(**values)
    (model_folder / "CARD.md").write_text(text, encoding="utf-8")
    report.write(model_folder)
