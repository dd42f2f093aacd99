"""`python -m models.recipes.forms`: all steps, or those named: prepare train export evaluate card.

Every step reads what the one before it left in `--out`, so that each can be repeated alone. Torch is needed by `train`
and `export` only: `pip install 'letopis[train]'`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from models.recipes.steps import run


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m models.recipes.forms", description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="STEP", help="default: all")
    parser.add_argument("--data", type=Path, default=Path("data/runormas-train"), help="holds «named» and «generic»")
    parser.add_argument("--out", type=Path, default=Path("out/forms"), help="arrays, weights, log")
    parser.add_argument("--model", type=Path, default=Path("models/ru_letopis/letopis_forms"), help="weights and card")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--made", type=int, default=10000, help="phrases made by rule")
    return parser.parse_args()


def _prepare(asked: argparse.Namespace) -> None:
    from models.recipes.forms.prepare import prepare

    prepare(asked.data, asked.out, asked.made, asked.seed)


def _train(asked: argparse.Namespace) -> None:
    from models.recipes.forms.train import Plan, train

    train(asked.out, Plan(seed=asked.seed, epochs=asked.epochs))


def _export(asked: argparse.Namespace) -> None:
    from models.recipes.forms.export import export

    export(asked.out, asked.model)


def _evaluate(asked: argparse.Namespace) -> None:
    from models.recipes.forms.evaluate import evaluate

    print(evaluate(asked.data, asked.out))


def _card(asked: argparse.Namespace) -> None:
    from models.recipes.forms.card import card
    from models.recipes.forms.evaluate import evaluate

    card(asked.out, asked.model, evaluate(asked.data, asked.out))


STEPS = {"prepare": _prepare, "train": _train, "export": _export, "evaluate": _evaluate, "card": _card}

if __name__ == "__main__":
    run(STEPS, _arguments())
