"""The second step: the model learns from the arrays; seeded, resumed from the last finished epoch, with a log.

Spans to learn from are those whose ends look like ends, as at run time, the gold ones, and a random share of the rest.
What is kept is a running mean of the weights (Polyak and Juditsky, Acceleration of stochastic approximation by
averaging, 1992). The number of epochs is part of the plan: no part of the corpus chooses it, and dev is not read.
With teachers, documents without annotation are learned from as well: Hinton et al., Distilling the knowledge in a
neural network, 2015.
"""

from __future__ import annotations

import math
import random
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

from models.recipes.mentions import corpus
from models.recipes.mentions.batches import NOTHING, Batch, as_inputs, batch, edges, gold, marked, paired, tensor
from models.recipes.mentions.card import RUN, Run
from models.recipes.mentions.corpus import Example
from models.recipes.mentions.model import Model, Size
from models.recipes.mentions.teach import Taught, untaught
from models.recipes.mentions.teach import read as read_taught
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.features import MARKS, Forms
from nlp.mentions.spans.spots import LEAST, spots
from nlp.mentions.spans.tables import Tables
from nlp.training.dropout import Chance

AVERAGE = "average.pt"
"""A finished run's weights."""


@dataclass(frozen=True)
class Plan:
    """What a run does; equal plans give equal weights on one machine. Shares are of documents drawn in an epoch."""

    seed: int = 0
    epochs: int = 14
    documents: int = 4
    rate: float = 1.8e-3
    decay: float = 0.02
    warm_up: int = 200
    clip: float = 2.0
    memory: float = 0.998
    threads: int = 2
    variants: float = 0.2
    coarse: float = 0.05
    raw: float = 0.35
    unhinted: float = 0.1
    random_spans: float = 0.02
    hidden: int = 256
    span: int = 160
    dilations: tuple[int, ...] = (1, 2, 1, 4, 1)
    dropout: float = 0.2


@dataclass(frozen=True)
class Material:
    """What is learned from."""

    tables: Tables
    names: list[str]
    forms: Forms
    plain: list[Example]
    variants: list[Example]
    coarse: list[Example]
    raw: list[Example]
    taught: dict[str, Taught]

    @property
    def likely(self) -> np.ndarray:
        """Which pairs to look at, see `nlp.mentions.spans.pairs`."""
        return np.array(self.tables.likely, dtype=np.int64)


def material(out: Path, taught: Path | None = None) -> Material:
    """Everything that `prepare` left in `out`, and what `teach` left in `taught`."""
    names, forms = corpus.read_forms(out / "forms")
    plain = corpus.read(out / "train")
    others = [each for name in ("capitals", "lower", "worn") for each in corpus.read(out / f"train-{name}")]
    return Material(
        tables=stored.loads((out / "spans.json").read_bytes()),
        names=names,
        forms=forms,
        plain=[each for each in plain if each.corpus == "nerel" and len(each.ends)],
        variants=[each for each in others if each.corpus == "nerel" and len(each.ends)],
        coarse=[each for each in plain + others if each.corpus != "nerel" and len(each.ends)],
        raw=untaught(out),
        taught=dict(read_taught(taught)) if taught else {},
    )


class Training:
    """One run: the model, its running mean, and how far it is."""

    def __init__(self, material: Material, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        torch.set_num_threads(plan.threads)
        self.material, self.plan = material, plan
        self.model = Model(size(material, plan))
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(), lr=plan.rate, weight_decay=plan.decay, betas=(0.9, 0.98)
        )
        self.epoch, self.step = 0, 0
        self.steps = plan.epochs * len(self._batches())

    def begin(self, weights: dict[str, Tensor]) -> None:
        """Take over another run's weights."""
        self.model.load_state_dict(weights)
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}

    def run_epoch(self) -> dict[str, float]:
        """The mean of each loss over the epoch."""
        self.model.train()
        Chance.seed(self.plan.seed, self.epoch)
        told: dict[str, float] = {}
        batches = self._batches()
        for each, believed in batches:
            own = batch(each, self.material.forms)
            for name, loss in self._learn(self.beliefs(own) if believed else self.losses(own)).items():
                told[name] = told.get(name, 0.0) + loss / len(batches)
        self.epoch += 1
        return told

    def _batches(self) -> list[tuple[list[Example], bool]]:
        """All documents of NEREL, a share of the others, and whether they are learned from as teachers believe."""
        chance = random.Random(f"{self.plan.seed} {self.epoch}")  # noqa: S311  nothing secret
        own = self.material
        drawn = list(own.plain)
        for examples, share in ((own.variants, self.plan.variants), (own.coarse, self.plan.coarse)):
            drawn += chance.sample(examples, int(len(examples) * share))
        believed = chance.sample(own.raw, int(len(own.raw) * self.plan.raw)) if own.taught else []
        found = [(each, False) for each in self._even(drawn, chance)]
        found += [(each, True) for each in self._even(believed, chance)]
        chance.shuffle(found)
        return found

    def _even(self, drawn: list[Example], chance: random.Random) -> list[list[Example]]:
        """Documents of like length stand together."""
        drawn = sorted(drawn, key=lambda each: len(each.ends) + chance.random() * 60)
        number = self.plan.documents
        return [drawn[place : place + number] for place in range(0, len(drawn), number)]

    def _learn(self, losses: dict[str, Tensor]) -> dict[str, float]:
        for group in self.optimiser.param_groups:
            group["lr"] = self.plan.rate * self._pace()
        self.optimiser.zero_grad()
        sum(losses.values()).backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), self.plan.clip)
        self.optimiser.step()
        self.step += 1
        self._remember()
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def losses(self, own: Batch) -> dict[str, Tensor]:
        """By word: of where mentions begin and end, of spans' labels, of pairs' relations."""
        words = float(own.inputs["mask"].sum())
        rows, logits = self._rows(own)
        wanted, where = edges(own)
        missing = F.binary_cross_entropy_with_logits(logits, wanted, reduction="none").sum(1) * where
        losses = {"edges": missing.sum() / words, "spans": self._spans(own, rows, logits) / words}
        if any(each.ties for each in own.examples):
            losses["relations"] = self._relations(own, rows) / words
        return losses

    def beliefs(self, own: Batch) -> dict[str, Tensor]:
        """The same against what the teachers believe; Collection5's own marks count as well."""
        words = float(own.inputs["mask"].sum())
        rows, logits = self._rows(own)
        taught = [self.material.taught[each.name] for each in own.examples]
        believed = np.zeros((len(own.ends), 2), dtype=np.float32)
        for start, each in zip(own.sheet.starts, taught, strict=True):
            believed[start : start + len(each.edges)] = each.edges
        missing = F.binary_cross_entropy_with_logits(logits, tensor(believed), reduction="none").sum(1)
        losses = {"edges": (missing * own.inputs["mask"]).sum() / words}
        losses["believed spans"] = self._believed_spans(own, rows, taught) / words
        losses["believed relations"] = self._believed_relations(own, rows, taught) / words
        if any(each.gold for each in own.examples):
            losses["spans"] = self._spans(own, rows, logits, known="collection5") / words
        return losses

    def _rows(self, own: Batch) -> tuple[Tensor, Tensor]:
        forms = self.model.forms(**own.forms)
        seen = {"own": forms[own.inputs["own"]], "hints": self._some(own.inputs["hints"], own)}
        rows, logits = self.model.rows(**{**own.inputs, **seen})
        return rows, logits

    def _some(self, hints: Tensor, own: Batch) -> Tensor:
        """A share of the documents goes without hints, and so does a share of the words."""
        rows = torch.rand(len(hints), 1) >= self.plan.unhinted
        for start, each in zip(own.sheet.starts, own.examples, strict=True):
            if torch.rand(()) < self.plan.unhinted:
                rows[start : start + len(each.ends)] = False
        return hints * rows

    def _believed_spans(self, own: Batch, rows: Tensor, taught: list[Taught]) -> Tensor:
        starts = own.sheet.starts
        first = np.concatenate([each.first + start for start, each in zip(starts, taught, strict=True)])
        last = np.concatenate([each.last + start for start, each in zip(starts, taught, strict=True)])
        wanted = tensor(np.concatenate([each.spans for each in taught]))
        scores = self.model.spans(rows, tensor(first), tensor(last))[:, : wanted.shape[1]]
        return -(wanted * scores.log_softmax(-1)).sum()

    def _believed_relations(self, own: Batch, rows: Tensor, taught: list[Taught]) -> Tensor:
        marked_so = [
            each._replace(gold=belief.mentions, corpus="nerel")
            for each, belief in zip(own.examples, taught, strict=True)
        ]
        told = replace(own, examples=marked_so)
        mentions, _ = marked(told, self.material.tables)
        found = paired(told, mentions, self.material.likely, self.material.names)
        if not len(found.sources):
            return rows.sum() * 0
        scores = self.model.relations(rows, **as_inputs(mentions), **as_inputs(found), mask=own.inputs["mask"])
        return -(tensor(np.concatenate([each.pairs for each in taught])) * scores.log_softmax(-1)).sum()

    def _spans(self, own: Batch, rows: Tensor, logits: Tensor, known: str | None = None) -> Tensor:
        """With `known` only documents of that corpus count."""
        right = gold(own, self.material.tables)
        chosen = spots(logits.detach().numpy(), own.ends, self.material.tables.width, LEAST)
        places = {*right, *zip(*(column.tolist() for column in chosen), strict=True), *self._random(own)}
        first, last = np.array(sorted(places), dtype=np.int64).T
        scores = self.model.spans(rows, tensor(first), tensor(last))
        labels = np.array([right.get(place, 0) for place in zip(first.tolist(), last.tolist(), strict=True)])
        cut = len(self.material.tables.labels) + 1
        parts = {"nerel": scores[:, :cut], "collection5": scores[:, cut:]}
        corpora = self._corpora(own)[first]
        return sum(
            F.cross_entropy(
                part, tensor(np.where(corpora == name, labels, NOTHING)), ignore_index=NOTHING, reduction="sum"
            )
            for name, part in parts.items()
            if (corpora == name).any() and known in {None, name}
        )

    def _corpora(self, own: Batch) -> np.ndarray:
        """The corpus of each row's document."""
        found = np.full(len(own.ends), "", dtype="U16")
        for start, each in zip(own.sheet.starts, own.examples, strict=True):
            found[start : start + len(each.ends)] = each.corpus
        return found

    def _random(self, own: Batch) -> list[tuple[int, int]]:
        """Spans drawn by chance, so that the scorer knows what no end suggests."""
        (words,) = own.sheet.mask.nonzero()
        number = int(len(words) * self.plan.random_spans * self.material.tables.width)
        first = words[torch.randint(len(words), (number,)).numpy()]
        last = first + torch.randint(self.material.tables.width, (number,)).numpy()
        fits = last < own.ends[first]
        return list(zip(first[fits].tolist(), last[fits].tolist(), strict=True))

    def _relations(self, own: Batch, rows: Tensor) -> Tensor:
        mentions, ties = marked(own, self.material.tables)
        found = paired(own, mentions, self.material.likely, self.material.names)
        if not len(found.sources):
            return rows.sum() * 0
        scores = self.model.relations(rows, **as_inputs(mentions), **as_inputs(found), mask=own.inputs["mask"])
        both = zip(found.sources.tolist(), found.targets.tolist(), strict=True)
        return F.cross_entropy(scores, torch.tensor([ties.get(pair, 0) for pair in both]), reduction="sum")

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


def size(own: Material, plan: Plan) -> Size:
    """What the tables and the plan ask for."""
    return Size(
        readings=len(own.tables.readings) + len(MARKS),
        labels=len(own.tables.labels),
        coarse=len(own.tables.coarse),
        relations=len(own.tables.relations),
        arcs=len(own.tables.arcs),
        width=own.tables.width,
        scale=1 / float(own.forms.vectors.std()),
        hidden=plan.hidden,
        span=plan.span,
        pair=plan.span,
        dilations=plan.dilations,
        dropout=plan.dropout,
    )


def train(material: Material, folder: Path, plan: Plan, start: Path | None = None) -> None:
    """`folder` gets `checkpoint.pt`, a line of `train.log` an epoch, and in the end `average.pt` and `run.json`.

    `start` is the folder of a finished run, whose weights are the first ones.
    """
    folder.mkdir(parents=True, exist_ok=True)
    run = Training(material, plan)
    if start is not None:
        run.begin(torch.load(start / AVERAGE, weights_only=True)["weights"])
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.is_file():
        run.resume(torch.load(checkpoint, weights_only=True))
    while run.epoch < plan.epochs:
        began = time.monotonic()
        told = " ".join(f"{name} {loss:.4f}" for name, loss in run.run_epoch().items())
        _save(run.state(), checkpoint)
        _log(folder / "train.log", f"epoch {run.epoch}/{plan.epochs} {told} {time.monotonic() - began:.0f} s")
    _save({"size": asdict(run.model.size), "weights": run.average}, folder / AVERAGE)
    told = Run(run.epoch, plan.seed, len(material.plain), len(material.coarse), len(material.taught))
    (folder / RUN).write_bytes(msgspec.json.encode(told))


def _save(state: dict[str, Any], path: Path) -> None:
    """Whole or not at all."""
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.replace(path)


def _log(path: Path, line: str) -> None:
    print(line, flush=True)
    with path.open("a", encoding="utf-8") as log:
        log.write(f"{line}\n")
