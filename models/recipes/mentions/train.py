"""The second step: the model learns from the arrays; seeded, resumed from the last finished epoch, with a log.

What is kept is a running mean of the weights (Polyak and Juditsky, Acceleration of stochastic approximation by
averaging, 1992). The number of epochs is part of the plan: no part of the corpus chooses it, and dev is not read.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

from models.recipes.mentions import corpus
from models.recipes.mentions.card import RUN, Run
from models.recipes.mentions.corpus import Example
from models.recipes.mentions.model import SpanModel
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.features import MARKS
from nlp.mentions.spans.sheets import Sheet, lay
from nlp.mentions.spans.tables import Tables

NOTHING = -100
"""The target of what is no span: torch's own number for what is not learned."""


@dataclass(frozen=True)
class Plan:
    """What a run does; equal plans give equal weights on one machine."""

    seed: int = 0
    epochs: int = 18
    documents: int = 4
    rate: float = 1.2e-3
    decay: float = 0.02
    warm_up: int = 150
    clip: float = 2.0
    memory: float = 0.998
    threads: int = 2


class Training:
    """One run: the model, its running mean, and how far it is."""

    def __init__(self, examples: Sequence[Example], tables: Tables, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        torch.set_num_threads(plan.threads)
        self.examples = [each for each in examples if len(each.ends)]
        self.tables, self.plan = tables, plan
        self.model = blank(tables, scale(self.examples))
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(), lr=plan.rate, weight_decay=plan.decay, betas=(0.9, 0.98)
        )
        self.epoch, self.step = 0, 0
        self.steps = plan.epochs * math.ceil(len(self.examples) / plan.documents)

    def run_epoch(self) -> float:
        """The mean loss over the epoch; documents of like length stand together."""
        self.model.train()
        losses = [self._learn(batch) for batch in self._batches()]
        self.epoch += 1
        return sum(losses) / len(losses)

    def _batches(self) -> list[list[Example]]:
        chance = random.Random(f"{self.plan.seed} {self.epoch}")  # noqa: S311  nothing secret
        order = sorted(self.examples, key=lambda each: len(each.ends) + chance.random() * 60)
        size = self.plan.documents
        found = [order[place : place + size] for place in range(0, len(order), size)]
        chance.shuffle(found)
        return found

    def _learn(self, batch: list[Example]) -> float:
        sheet = lay([each.features for each in batch])
        wanted = targets(self.tables, sheet, batch)
        loss = F.cross_entropy(
            self.model(**inputs(sheet)).flatten(0, 1), wanted.flatten(), ignore_index=NOTHING, reduction="sum"
        ) / sum(len(each.ends) for each in batch)
        for group in self.optimiser.param_groups:
            group["lr"] = self.plan.rate * self._pace()
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), self.plan.clip)
        self.optimiser.step()
        self.step += 1
        self._remember()
        return float(loss.detach())

    def _pace(self) -> float:
        """Up in a line, then down along half a cosine to a fiftieth."""
        cosine = 0.5 * (1 + math.cos(math.pi * min(1, self.step / self.steps)))
        return min((self.step + 1) / self.plan.warm_up, 1) * (0.98 * cosine + 0.02)

    @torch.no_grad()
    def _remember(self) -> None:
        memory = min(self.plan.memory, (self.step + 1) / (self.step + 20))
        for name, value in self.model.state_dict().items():
            self.average[name].mul_(memory).add_(value, alpha=1 - memory)

    def state(self) -> dict[str, Any]:
        """Everything needed to go on as if nothing had happened."""
        return {
            "plan": asdict(self.plan),
            "model": self.model.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "epoch": self.epoch,
            "step": self.step,
            "chance": torch.get_rng_state(),
        }

    def resume(self, state: dict[str, Any]) -> None:
        """Raises `ValueError` for the state of another plan."""
        if state["plan"] != asdict(self.plan):
            raise ValueError(f"the checkpoint follows another plan: {state['plan']}; remove it or ask for that plan")
        self.model.load_state_dict(state["model"])
        self.average = state["average"]
        self.optimiser.load_state_dict(state["optimiser"])
        self.epoch, self.step = state["epoch"], state["step"]
        torch.set_rng_state(state["chance"])


def train(out: Path, plan: Plan) -> None:
    """`out` holds the prepared arrays and gets `checkpoint.pt`, `average.pt` and a line of `train.log` an epoch."""
    tables = stored.loads((out / "spans.json").read_bytes())
    run = Training(corpus.read(out / "train"), tables, plan)
    checkpoint = out / "checkpoint.pt"
    if checkpoint.is_file():
        run.resume(torch.load(checkpoint, weights_only=True))
    while run.epoch < plan.epochs:
        began = time.monotonic()
        loss = run.run_epoch()
        _save(run.state(), checkpoint)
        _log(out / "train.log", f"epoch {run.epoch}/{plan.epochs} loss {loss:.4f} {time.monotonic() - began:.0f} s")
    _save(run.average, out / "average.pt")
    told = Run(run.epoch, plan.epochs, plan.seed, len({each.name for each in run.examples}))
    (out / RUN).write_bytes(msgspec.json.encode(told))


def _save(state: dict[str, Any], path: Path) -> None:
    """Whole or not at all."""
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)


def _log(path: Path, line: str) -> None:
    print(line, flush=True)
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{line}\n")


def blank(tables: Tables, scale_of_vectors: float = 1.0) -> SpanModel:
    """An untrained model of the size that the tables ask for."""
    readings = len(tables.readings) + len(MARKS)
    return SpanModel(readings, tables.width, len(tables.labels), scale_of_vectors)


def scale(examples: Sequence[Example]) -> float:
    """What brings word vectors to a standard deviation of one."""
    vectors = np.concatenate([each.features.context[:, :300] for each in examples]).astype(np.float32)
    return 1 / float(vectors.std())


def inputs(sheet: Sheet) -> dict[str, torch.Tensor]:
    """The model's arguments; halves become floats, as at run time."""
    named = {**sheet.features._asdict(), "mask": sheet.mask}
    return {name: tensor(value) for name, value in named.items()}


def tensor(value: np.ndarray) -> torch.Tensor:
    """Numpy's numbers as torch's."""
    return torch.from_numpy(value.astype(np.float32) if value.dtype == np.float16 else value)


def targets(tables: Tables, sheet: Sheet, batch: Sequence[Example]) -> torch.Tensor:
    """Rows × widths: 0 for no mention, 1 + the label's number, `NOTHING` past the end of the sentence."""
    wanted = np.full((len(sheet.mask), tables.width), NOTHING, dtype=np.int64)
    numbers = {label: place + 1 for place, label in enumerate(tables.labels)}
    widths = np.arange(tables.width)
    for start, each in zip(sheet.starts, batch, strict=True):
        rows = np.arange(len(each.ends))
        wanted[start : start + len(rows)][rows[:, None] + widths < each.ends[:, None]] = 0
        for first, last, label in each.gold:
            if last - first <= tables.width:
                wanted[start + first, last - first - 1] = numbers[label]
    return torch.from_numpy(wanted)
