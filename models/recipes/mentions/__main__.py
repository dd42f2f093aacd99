"""`python -m models.recipes.mentions --data data`: all steps, or those named, in their order.

prepare    corpora → arrays, in `--out`
teachers   models that learn from the annotation alone, each in a folder of its own
teach      what they believe of texts without annotation
train      the model that ships: from the annotation, and from what the teachers believe
again      the same model for some epochs more, with what it believes itself in place of its teachers
export     → ONNX, in the folders letopis_spans and letopis_relations of `--model`; probabilities are calibrated
evaluate   on NEREL's dev part
card       CARD.md and metrics.json

Every step reads what the one before it left in `--out`, so that each can be repeated alone; training goes on from its
last finished epoch. Torch is needed for all but the last two: `pip install 'letopis[train]'`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

STEPS = ("prepare", "teachers", "teach", "train", "again", "export", "evaluate", "card")


def main() -> None:
    """The steps in their order, whatever the order they are named in."""
    asked = _arguments()
    for step in STEPS:
        if not asked.steps or step in asked.steps:
            print(f"— {step}", flush=True)
            RUN[step](asked)


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


def _teachers(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.plans import TEACHERS, shortened
    from models.recipes.mentions.train import material, train

    own = material(asked.out, taught=False)
    for name, plan in TEACHERS.items():
        train(own, asked.out / name, shortened(plan, asked.epochs, asked.threads))


def _teach(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.plans import TEACHERS

    _believe(asked.out, list(TEACHERS))


def _believe(out: Path, models: list[str]) -> None:
    from models.recipes.mentions.export import trained
    from models.recipes.mentions.teach import Lesson, teach
    from models.recipes.mentions.train import material

    own = material(out, taught=False)
    lesson = Lesson(own.tables, own.names, own.forms, own.likely)
    teach(out, [trained(out / name) for name in models], lesson, own.raw)


def _train(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.plans import SHIPPED, shortened
    from models.recipes.mentions.train import material, train

    train(material(asked.out), asked.out / "shipped", shortened(SHIPPED, asked.epochs, asked.threads))


def _again(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.plans import AGAIN, shortened
    from models.recipes.mentions.train import material, train

    _believe(asked.out, ["shipped"])
    plan = shortened(AGAIN, asked.epochs, asked.threads)
    train(material(asked.out), asked.out / "again", plan, start=asked.out / "shipped")


def _export(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.calibrate import calibrate
    from models.recipes.mentions.export import export

    export(asked.out, asked.out / "again", asked.model)
    print(f"temperature {calibrate(asked.out, asked.model)}")


def _evaluate(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.evaluate import evaluate, told

    print("\n".join(told(evaluate(asked.out, asked.model))))


def _card(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.card import card
    from models.recipes.mentions.evaluate import PARTS, evaluate

    card(asked.out, asked.model, {part: evaluate(asked.out, asked.model, part) for part in PARTS})


RUN = {
    "prepare": _prepare,
    "teachers": _teachers,
    "teach": _teach,
    "train": _train,
    "again": _again,
    "export": _export,
    "evaluate": _evaluate,
    "card": _card,
}

if __name__ == "__main__":
    main()
