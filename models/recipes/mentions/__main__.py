"""`python -m models.recipes.mentions --data data`: all steps, or those named, in their order.

prepare    corpora → arrays, in `--out`
learn      the rounds of `models.recipes.mentions.plans`, each in a folder of its own: the first models learn from the
           annotation alone, the later ones also from what these believe of texts without any; the last one ships
export     → ONNX, in the folders letopis_spans and letopis_relations of `--model`; probabilities are calibrated
evaluate   on NEREL's dev part
card       CARD.md and metrics.json

Every step reads what the one before it left in `--out`, so that each can be repeated alone; training goes on from its
last finished epoch. Torch is needed for all but the last two: `pip install 'letopis[train]'`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from models.recipes.steps import run


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m models.recipes.mentions",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("steps", nargs="*", metavar="STEP", help="default: all")
    parser.add_argument("--data", type=Path, default=Path("data"), help="holds nerel, collection5, runormas-train")
    parser.add_argument("--out", type=Path, default=Path("out/mentions"), help="arrays, checkpoints, logs")
    parser.add_argument("--model", type=Path, default=Path("models/ru_letopis"), help="the whole model's folder")
    parser.add_argument("--epochs", type=int, default=None, help="of every training, for a trial")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _prepare(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.prepare import prepare

    prepare(asked.data, asked.out, asked.model)


def _learn(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.plans import ROUNDS

    for name in ROUNDS:
        _round(asked, name)


def _round(asked: argparse.Namespace, name: str) -> None:
    """A finished round is left as it is, and so is what its teachers told."""
    from models.recipes.mentions.plans import ROUNDS, shortened
    from models.recipes.mentions.train import AVERAGE, material, train

    own, folder = ROUNDS[name], asked.out / name
    if (folder / AVERAGE).is_file():
        return
    print(name, flush=True)
    if own.teachers:
        _believe(asked.out, folder, own.teachers)
    start = None if own.start is None else asked.out / own.start
    found = material(asked.out, folder if own.teachers else None)
    train(found, folder, shortened(own.plan, asked.epochs, asked.threads), start)


def _believe(out: Path, folder: Path, teachers: Iterable[str]) -> None:
    from models.recipes.mentions.export import trained
    from models.recipes.mentions.teach import Lesson, is_taught, teach
    from models.recipes.mentions.train import material

    if not is_taught(folder):
        own = material(out)
        lesson = Lesson(own.tables, own.names, own.forms, own.likely)
        teach(folder, [trained(out / name) for name in teachers], lesson, own.raw)


def _export(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.calibrate import calibrate
    from models.recipes.mentions.export import export
    from models.recipes.mentions.plans import SHIPPED

    export(asked.out, asked.out / SHIPPED, asked.model)
    tables = calibrate(asked.out, asked.model)
    print(f"temperature {tables.temperature}, margin {tables.margin}")


def _evaluate(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.evaluate import evaluate, told

    print("\n".join(told(evaluate(asked.out, asked.model))))


def _card(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.card import card
    from models.recipes.mentions.evaluate import PARTS, evaluate
    from models.recipes.mentions.plans import SHIPPED

    card(asked.out / SHIPPED, asked.model, {part: evaluate(asked.out, asked.model, part) for part in PARTS})


STEPS = {
    "prepare": _prepare,
    "learn": _learn,
    "export": _export,
    "evaluate": _evaluate,
    "card": _card,
}

if __name__ == "__main__":
    run(STEPS, _arguments())
