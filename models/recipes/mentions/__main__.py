"""`python -m models.recipes.mentions --data data/nerel`: all steps, or those named: prepare train export evaluate card.

Every step reads what the one before it left in `--out`, so that each can be repeated alone; training goes on from its
last finished epoch. Torch is needed by `train` and `export` only: `pip install 'letopis[train]'`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

STEPS = ("prepare", "train", "export", "evaluate", "card")


def main() -> None:
    """The steps in their order, whatever the order they are named in."""
    asked = _arguments()
    for step in STEPS:
        if not asked.steps or step in asked.steps:
            print(f"— {step}", flush=True)
            RUN[step](asked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m models.recipes.mentions", description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="STEP", help="default: all")
    parser.add_argument("--data", type=Path, default=Path("data/nerel"), help="holds NEREL's folders train and dev")
    parser.add_argument("--out", type=Path, default=Path("out/mentions"), help="arrays, checkpoint, log")
    parser.add_argument("--model", type=Path, default=Path("out/mentions/letopis_spans"), help="weights and card")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=18)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _prepare(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.prepare import prepare

    prepare(asked.data, asked.out)


def _train(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.train import Plan, train

    train(asked.out, Plan(seed=asked.seed, epochs=asked.epochs, threads=asked.threads))


def _export(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.calibrate import calibrate
    from models.recipes.mentions.export import export

    export(asked.out, asked.model)
    print(f"temperature {calibrate(asked.out, asked.model)}")


def _evaluate(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.evaluate import evaluate, table

    print("\n".join(table(evaluate(asked.out, asked.model))))


def _card(asked: argparse.Namespace) -> None:
    from models.recipes.mentions.card import card
    from models.recipes.mentions.evaluate import evaluate

    card(asked.out, asked.model, evaluate(asked.out, asked.model))


RUN = {"prepare": _prepare, "train": _train, "export": _export, "evaluate": _evaluate, "card": _card}

if __name__ == "__main__":
    main()
