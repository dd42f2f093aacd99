"""The third step: the learned weights as one small archive, the rows of clues in eight bits, the rest in sixteen."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np

from models.recipes.forms.prepare import HABITS, WEIGHTS
from nlp.evaluation import runormas
from nlp.morphology.ranker import BLOCKS, FILE


def export(out: Path, model_folder: Path) -> None:
    """`out` holds the weights and the habits; the archive goes to `model_folder`, the habits to the evaluation."""
    import torch

    learned, clues = torch.load(out / WEIGHTS, weights_only=True)
    model_folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(model_folder / FILE, **arrays({name: each.numpy() for name, each in learned.items()}, clues))
    shutil.copyfile(out / HABITS, runormas.HABITS)


def arrays(learned: dict[str, np.ndarray], clues: list[str]) -> dict[str, np.ndarray]:
    """Under the names that `nlp.morphology.ranker` reads; matrices stand so that rows are multiplied from the left."""
    rows = learned["rows.weight"].copy()
    rows[0] = 0
    scales = np.maximum(np.abs(rows).max(1) / 127, 1e-4).astype(np.float16)
    found = {
        "clues": np.frombuffer("\n".join(["", *clues]).encode(), np.uint8),
        "rows": np.clip(np.round(rows / scales.astype(np.float32)[:, None]), -127, 127).astype(np.int8),
        "scales": scales,
        "mix": learned["mix.weight"].T,
        "mix.bias": learned["mix.bias"],
        "out": learned["out.weight"].T,
    }
    for name in ("words", "options"):
        found |= {f"{name}.norm": learned[f"{name}.weight"], f"{name}.norm.bias": learned[f"{name}.bias"]}
    for name in ("asked", "seen", "own"):
        found |= {name: learned[f"{name}.weight"].T, f"{name}.bias": learned[f"{name}.bias"]}
    for block in range(BLOCKS):
        kernel = learned[f"blocks.{block}.weight"]
        found |= {
            f"block{block}": np.concatenate([kernel[:, :, place].T for place in range(3)]),
            f"block{block}.bias": learned[f"blocks.{block}.bias"],
            f"block{block}.norm": learned[f"norms.{block}.weight"],
            f"block{block}.norm.bias": learned[f"norms.{block}.bias"],
        }
    return {name: each if each.itemsize == 1 else each.astype(np.float16) for name, each in found.items()}
