"""The ranker as torch learns it; `nlp.morphology.ranker` computes the same with numpy."""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

WIDTH, BLOCKS = 64, 3
DROPOUT = 0.1


class Batch(NamedTuple):
    """Phrases side by side: bags of clues with the places where each bag begins.

    `owner` is the word of each option, `own` the place of each such word among the words seen; `slots` are the places
    of the words seen in a table of `shape`, phrases × the longest.
    """

    words: Tensor
    word_starts: Tensor
    options: Tensor
    option_starts: Tensor
    owner: Tensor
    own: Tensor
    slots: Tensor
    shape: tuple[int, int]


class Model(nn.Module):
    """Rows of clues, words that hear their options and neighbours, a score for each option."""

    def __init__(self, clues: int) -> None:
        super().__init__()
        self.rows = nn.EmbeddingBag(clues, WIDTH, mode="sum", padding_idx=0)
        nn.init.normal_(self.rows.weight, 0, 0.1)
        self.options = nn.LayerNorm(WIDTH)
        self.mix, self.words = nn.Linear(2 * WIDTH, WIDTH), nn.LayerNorm(WIDTH)
        self.blocks = nn.ModuleList([nn.Conv1d(WIDTH, 2 * WIDTH, 3, padding=1) for _ in range(BLOCKS)])
        self.norms = nn.ModuleList([nn.LayerNorm(WIDTH) for _ in range(BLOCKS)])
        self.asked, self.seen, self.own = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, 1, bias=False)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, batch: Batch) -> Tensor:
        """A score an option."""
        options = self.options(self.rows(batch.options, batch.option_starts))
        words = self.rows(batch.words, batch.word_starts)
        heard = self.mix(torch.cat(self._pooled(options, batch), 1)) - self.mix.bias
        words = self.words(words + self.mix.bias + torch.zeros_like(words).index_copy(0, batch.own, heard))
        own = self._convolved(words, batch)[batch.own]
        asked, seen = self.asked(own)[batch.owner], self.seen(own)[batch.owner]
        hidden = F.relu(seen + self.own(options))
        return (asked * options).sum(1) / math.sqrt(WIDTH) + self.out(hidden)[:, 0]

    def _pooled(self, options: Tensor, batch: Batch) -> list[Tensor]:
        """The mean and the largest of each word's options."""
        count = torch.bincount(batch.owner, minlength=len(batch.own))[:, None]
        mean = torch.zeros(len(batch.own), WIDTH).index_add_(0, batch.owner, options) / count
        index = batch.owner[:, None].expand(-1, WIDTH)
        return [mean, torch.full((len(batch.own), WIDTH), -1e4).scatter_reduce(0, index, options, "amax")]

    def _convolved(self, words: Tensor, batch: Batch) -> Tensor:
        size = batch.shape[0] * batch.shape[1]
        table = torch.zeros(size, WIDTH).index_copy(0, batch.slots, self.drop(words)).view(*batch.shape, WIDTH)
        there = torch.zeros(size, 1).index_fill(0, batch.slots, 1.0).view(*batch.shape, 1)
        for block, norm in zip(self.blocks, self.norms, strict=True):
            opened = F.glu(block(table.transpose(1, 2)).transpose(1, 2), -1)
            table = norm(table + self.drop(opened)) * there
        return table.reshape(size, WIDTH)[batch.slots]
