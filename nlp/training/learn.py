"""The head learns: seeded, on one thread, so that equal plans and annotation give equal weights on one machine.

Spans to learn from are those whose ends look like ends, as at run time, the gold ones, and a random share of the rest:
as in the recipe of the span model.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

from nlp.mentions.spans.spots import LEAST, spots
from nlp.training.dropout import Chance
from nlp.training.examples import Part, Place
from nlp.training.head import Head
from nlp.training.plan import Plan
from nlp.training.scorer import Shape

WIDEST, USUAL = 64, 12
"""Words of the longest span that is learned; of the longest looked at, where the annotation has only shorter ones."""
STEPS = 250
"""Steps of an epoch at most: with more documents each step learns from more of them."""
RANDOM = 0.2
"""Spans drawn by chance, a word."""
RATE, DECAY, CLIP, SPAN, DROPOUT, TOGETHER = 1.5e-3, 0.02, 2.0, 96, 0.3, 4


def learn(parts: Sequence[Part], labels: Sequence[str], plan: Plan, told: Callable[[int], None]) -> Head:
    """`told` hears the number of every finished epoch."""
    with _one_thread():
        torch.manual_seed(plan.seed)
        numbers = {label: number for number, label in enumerate(labels, 1)}
        head = Head(Shape(parts[0].rows.shape[1], SPAN, width(parts), len(labels) + 1, DROPOUT))
        head.train()
        run = _Run(head, numbers, plan, len(parts))
        for epoch in range(plan.epochs):
            run.epoch(parts, epoch)
            told(epoch + 1)
    head.eval()
    return head


def width(parts: Sequence[Part]) -> int:
    """Words of the longest span that the head will look at."""
    longest = max((last - first + 1 for part in parts for first, last in part.gold), default=0)
    return min(max(longest, USUAL), WIDEST)


@contextmanager
def _one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


class _Run:
    """The optimiser and how far it is."""

    def __init__(self, head: Head, numbers: dict[str, int], plan: Plan, parts: int) -> None:
        self.head, self.numbers, self.plan = head, numbers, plan
        self.together = max(TOGETHER, math.ceil(parts / STEPS))
        self.step, self.steps = 0, plan.epochs * math.ceil(parts / self.together)
        self.optimiser = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=DECAY)

    def epoch(self, parts: Sequence[Part], epoch: int) -> None:
        """Once over all parts, in an order drawn anew."""
        Chance.seed(self.plan.seed, epoch)
        chance = random.Random(f"{self.plan.seed} {epoch}")  # noqa: S311  nothing secret
        order = chance.sample(range(len(parts)), len(parts))
        for place in range(0, len(order), self.together):
            self._learn([parts[each] for each in order[place : place + self.together]], chance)

    def _learn(self, parts: Sequence[Part], chance: random.Random) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = RATE * 0.5 * (1 + math.cos(math.pi * self.step / self.steps))
        self.optimiser.zero_grad()
        loss = sum(self._loss(part, chance) for part in parts) / sum(len(part.ends) for part in parts)
        loss.backward()
        nn.utils.clip_grad_norm_(self.head.parameters(), CLIP)
        self.optimiser.step()
        self.step += 1

    def _loss(self, part: Part, chance: random.Random) -> Tensor:
        rows = torch.from_numpy(part.rows)
        logits = self.head.edges(rows)
        wanted = torch.zeros_like(logits)
        for first, last in part.gold:
            wanted[first, 0] = wanted[last, 1] = 1
        missing = F.binary_cross_entropy_with_logits(logits, wanted, reduction="sum")
        places = self._places(part, logits.detach().numpy(), chance)
        first, last = torch.tensor(places, dtype=torch.int64).T
        labels = torch.tensor([self.numbers.get(part.gold.get(place, ""), 0) for place in places])
        return missing + F.cross_entropy(self.head.spans(rows, first, last), labels, reduction="sum")

    def _places(self, part: Part, logits: np.ndarray, chance: random.Random) -> list[Place]:
        widest = self.head.shape.width
        chosen = zip(*(each.tolist() for each in spots(logits, part.ends, widest, LEAST)), strict=True)
        right = [(first, last) for first, last in part.gold if last - first < widest]
        return sorted({*chosen, *right, *_drawn(part, widest, chance)})


def _drawn(part: Part, widest: int, chance: random.Random) -> Iterator[Place]:
    """Spans within a sentence by chance, at least one: so the scorer knows what no end suggests."""
    for _ in range(math.ceil(len(part.ends) * RANDOM)):
        first = chance.randrange(len(part.ends))
        yield first, chance.randrange(first, min(int(part.ends[first]), first + widest))
