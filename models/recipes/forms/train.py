"""The second step: the ranker learns which options are right; seeded, a few minutes on one core.

Of several right options of a word their sum counts. What is kept is a running mean of the weights (Polyak and Juditsky,
Acceleration of stochastic approximation by averaging, 1992). The dev part is only told of after each epoch.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec
import numpy as np
import torch
from torch import Tensor, nn

from models.recipes.forms.arrays import DEV, SOURCES, TRAIN, Arrays, read
from models.recipes.forms.model import Batch, Model
from models.recipes.forms.prepare import ARRAYS, RUN, WEIGHTS
from nlp.morphology.ranking import LABEL, UNTOLD

SEEN = {"text=": 150, "word=": 40, "end=": 45, "text end=": 45, "whole change=": 45, "tag=": 12, "reads=": 12}
SEEN_ELSE = 6
"""How often a clue must stand in the training part to get a row, by its kind."""
HIDDEN, UNLABELLED = 0.04, 0.5
"""The shares of clues hidden in training, and of phrases whose label is not told."""


@dataclass(frozen=True)
class Plan:
    """What a run does; equal plans give equal weights on one machine."""

    seed: int = 0
    epochs: int = 6
    words: int = 1800
    rate: float = 3e-3
    decay: float = 0.01
    clip: float = 2.0
    memory: float = 0.998
    threads: int = 1


class Training:
    """One run over the arrays; clues too rare have the row 0, which says nothing."""

    def __init__(self, out: Path, plan: Plan) -> None:
        torch.manual_seed(plan.seed)
        torch.set_num_threads(plan.threads)
        self.plan, self.draw = plan, np.random.default_rng(plan.seed)
        names, self.data = read(out / ARRAYS)
        self.clues, rows = _rows(names, self.data)
        self.words, self.options = rows[self.data.words], rows[self.data.options]
        self.untold = rows[names.index(UNTOLD)]
        labels = rows[[place for place, name in enumerate(names) if name.startswith(LABEL)]]
        self.starts = {
            "phrase words": _starts(self.data.phrases[:, 0]),
            "phrase own": _starts(self.data.phrases[:, 2]),
            "own options": _starts(self.data.counts),
            "word clues": _starts(self.data.word_sizes),
            "option clues": _starts(self.data.option_sizes),
        }
        self.labelled = np.isin(self.words[self.starts["word clues"][:-1]], labels)
        self.model = Model(len(self.clues) + 1)
        self.average = {name: value.detach().clone() for name, value in self.model.state_dict().items()}

    def batches(self, part: int, shuffle: bool) -> list[np.ndarray]:
        """Phrases of like length together, up to `plan.words` words seen, blanks counted."""
        phrases = self.data.phrases
        chosen = np.where((phrases[:, 4] == part) & (phrases[:, 3] | (part == DEV)).astype(bool))[0]
        noise = self.draw.random(len(chosen)) * 2 if shuffle else np.zeros(len(chosen))
        chosen = chosen[np.argsort(phrases[chosen, 0] + noise, kind="stable")]
        found, start = [], 0
        while start < len(chosen):
            end = start + 1
            while (
                end < len(chosen) and phrases[chosen[start : end + 1], 0].max() * (end + 1 - start) <= self.plan.words
            ):
                end += 1
            found.append(chosen[start:end])
            start = end
        if shuffle:
            self.draw.shuffle(found)  # type: ignore[arg-type]
        return found

    def batch(self, chosen: np.ndarray, learning: bool) -> tuple[Batch, Tensor]:
        """The phrases as tensors, and which options are right."""
        seen, many = _ranges(self.starts["phrase words"], chosen)
        word_clues, word_sizes = _ranges(self.starts["word clues"], seen)
        own, owns = _ranges(self.starts["phrase own"], chosen)
        options, counts = _ranges(self.starts["own options"], own)
        option_clues, option_sizes = _ranges(self.starts["option clues"], options)
        words, opened = self.words[word_clues].copy(), self.options[option_clues].copy()
        word_starts = _starts(word_sizes)[:-1]
        if learning:
            hidden = np.repeat(self.draw.random(len(chosen)) < UNLABELLED, many)
            words[word_starts[hidden & self.labelled[seen]]] = self.untold
            words[self.draw.random(len(words)) < HIDDEN] = 0
            opened[self.draw.random(len(opened)) < HIDDEN] = 0
        before, longest = _starts(many)[:-1], int(many.max())
        firsts = before + self.data.phrases[chosen, 1]
        places = np.repeat(firsts - _starts(owns)[:-1], owns) + np.arange(len(own))
        slots = np.repeat(np.arange(len(chosen)) * longest - before, many) + np.arange(len(seen))
        owner = np.repeat(np.arange(len(own)), counts)
        parts = (words, word_starts, opened, _starts(option_sizes)[:-1], owner, places, slots)
        tensors = [torch.from_numpy(np.ascontiguousarray(each, dtype=np.int64)) for each in parts]
        return Batch(*tensors, (len(chosen), longest)), torch.from_numpy(self.data.right[options].astype(np.float32))

    def remember(self, step: int) -> None:
        """Move the running mean on."""
        share = min(self.plan.memory, step / (step + 10))
        for name, value in self.model.state_dict().items():
            self.average[name].mul_(share).add_(value, alpha=1 - share)


def train(out: Path, plan: Plan) -> None:
    """Reads the arrays in `out`, leaves the weights and what is to be told of the run there."""
    run, began = Training(out, plan), time.process_time()
    steps = len(run.batches(TRAIN, shuffle=False)) * plan.epochs
    best = torch.optim.AdamW(run.model.parameters(), lr=plan.rate, weight_decay=plan.decay)
    pace = torch.optim.lr_scheduler.OneCycleLR(best, plan.rate, total_steps=round(steps * 1.1) + 20, pct_start=0.1)
    step = 0
    for epoch in range(plan.epochs):
        for chosen in run.batches(TRAIN, shuffle=True):
            step += 1
            _step(run, chosen, best)
            pace.step()
            run.remember(step)
        print(f"epoch {epoch + 1}: {_told(run)}", flush=True)
    torch.save((run.average, run.clues), out / WEIGHTS)
    told = asdict(plan) | {"minutes": round((time.process_time() - began) / 60, 1), "clues": len(run.clues)}
    (out / RUN).write_bytes(msgspec.json.encode(told | {"phrases": _counts(run.data)}))


def _step(run: Training, chosen: np.ndarray, best: torch.optim.Optimizer) -> None:
    batch, right = run.batch(chosen, learning=True)
    scores = run.model(batch)
    every, good = (_summed(each, batch.owner, len(batch.own)) for each in (scores, scores + (right - 1) * 1e4))
    loss = (every - good).sum() / len(chosen)
    best.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(run.model.parameters(), run.plan.clip)
    best.step()


def _summed(scores: Tensor, owner: Tensor, words: int) -> Tensor:
    """The logarithm of the sum of the exponents of each word's scores."""
    top = torch.full((words,), -1e9).scatter_reduce(0, owner, scores.detach(), "amax")
    return top + torch.log(torch.zeros(words).index_add_(0, owner, torch.exp(scores - top[owner])))


def _told(run: Training) -> dict[str, float]:
    """The share of dev phrases all of whose words get a right option, by the running mean."""
    current = {name: value.clone() for name, value in run.model.state_dict().items()}
    run.model.load_state_dict(run.average)
    run.model.eval()
    right = np.concatenate([_right(run, chosen) for chosen in run.batches(DEV, shuffle=False)])
    chosen = np.concatenate(run.batches(DEV, shuffle=False))
    run.model.load_state_dict(current)
    run.model.train()
    kinds = run.data.phrases[chosen, 5]
    return {
        name: float(round(right[kinds == kind].mean(), 4)) for kind, name in enumerate(SOURCES) if (kinds == kind).any()
    }


def _right(run: Training, chosen: np.ndarray) -> np.ndarray:
    batch, good = run.batch(chosen, learning=False)
    with torch.no_grad():
        scores = run.model(batch)
    top = torch.full((len(batch.own),), -1e9).scatter_reduce(0, batch.owner, scores, "amax")
    hits = torch.zeros(len(batch.own)).index_add_(0, batch.owner, good * (scores == top[batch.owner])) > 0
    phrase = np.repeat(np.arange(len(chosen)), run.data.phrases[chosen, 2])
    return np.bincount(phrase, ~hits.numpy(), minlength=len(chosen)) == 0


def _rows(names: list[str], data: Arrays) -> tuple[list[str], np.ndarray]:
    """The clues that get a row, from 1, and the row of every clue."""
    learned = data.phrases[:, 4] == TRAIN
    words = np.repeat(np.repeat(learned, data.phrases[:, 0]), data.word_sizes)
    options = np.repeat(np.repeat(np.repeat(learned, data.phrases[:, 2]), data.counts), data.option_sizes)
    counts = np.bincount(data.words[words], minlength=len(names)) + np.bincount(
        data.options[options], minlength=len(names)
    )
    kept = [place for place, name in enumerate(names) if counts[place] >= _least(name)]
    rows = np.zeros(len(names), dtype=np.int64)
    rows[kept] = np.arange(1, len(kept) + 1)
    return [names[place] for place in kept], rows


def _least(name: str) -> int:
    return next((count for kind, count in SEEN.items() if name.startswith(kind)), SEEN_ELSE)


def _counts(data: Arrays) -> dict[str, int]:
    learned = data.phrases[data.phrases[:, 4] == TRAIN, 5]
    return {name: int((learned == kind).sum()) for kind, name in enumerate(SOURCES)}


def _starts(sizes: np.ndarray) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])


def _ranges(starts: np.ndarray, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The places of all that the chosen hold, end to end, and how many each holds."""
    sizes = starts[chosen + 1] - starts[chosen]
    firsts = np.repeat(starts[chosen] - _starts(sizes)[:-1], sizes)
    return firsts + np.arange(sizes.sum()), sizes
