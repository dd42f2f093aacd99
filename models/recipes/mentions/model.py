"""The span model: gated convolutions over a document, words of one lemma averaged, a score for every short span.

Word vectors, shapes, letters, endings, dictionary readings and slovnet's encoders are what a word brings. Spans of up
to 16 words are scored from their ends, their mean and their width. Flat sheets in, see `nlp.mentions.spans.sheets`:
nothing is padded, and no part sees its neighbour. Dauphin et al., Language modeling with gated convolutional networks,
2017; Dozat and Manning, Deep biaffine attention, 2017, for the product of both ends.
"""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

from nlp.mentions.spans.features import BUCKETS

VECTORS: Final = 300
ENCODERS: Final = 192
HIDDEN, SPAN = 288, 160
DILATIONS = (1, 2, 1, 4, 1)
POOLED_AFTER = 2
"""The number of the block whose output is averaged over the words of one lemma."""
SHAPES, LETTERS = 70, 190
DROPOUT, CONTEXT_DROPOUT, UNKNOWN = 0.33, 0.2, 0.06
"""The shares of numbers left out in training, of encoder outputs, and of words whose vector is hidden."""


class Words(nn.Module):
    """What a word brings, side by side: 708 numbers."""

    def __init__(self, readings: int, scale: float) -> None:
        super().__init__()
        self.register_buffer("scale", torch.tensor(scale))
        self.unknown = nn.Parameter(torch.zeros(VECTORS))
        self.shape = nn.Embedding(SHAPES, 24)
        self.letter = nn.Embedding(LETTERS, 32, padding_idx=0)
        self.spelling = nn.Conv1d(32, 96, 3, padding=1)
        self.ending = nn.Embedding(BUCKETS, 48)
        self.reading = nn.Linear(readings, 48)
        self.norm = nn.LayerNorm(ENCODERS)
        self.size = VECTORS + 24 + 96 + 48 + 48 + ENCODERS

    def forward(self, context: Tensor, shapes: Tensor, letters: Tensor, readings: Tensor, endings: Tensor) -> Tensor:
        """Rows × 708."""
        vectors, encoders = self._vectors(context[:, :VECTORS]), self.norm(context[:, VECTORS:])
        spelling = F.relu(self.spelling(self.letter(letters).transpose(1, 2))).amax(-1)
        encoders = F.dropout(encoders, CONTEXT_DROPOUT, self.training)
        own = [self.shape(shapes), spelling, self.ending(endings).sum(1), self.reading(readings)]
        return torch.cat([vectors, *own, encoders], -1)

    def _vectors(self, vectors: Tensor) -> Tensor:
        vectors = vectors * self.scale
        if not self.training:
            return vectors
        hidden = torch.rand(len(vectors), 1) < UNKNOWN
        return torch.where(hidden, self.unknown, vectors)


class Block(nn.Module):
    """Norm, a convolution three words wide, a gate, and the input added."""

    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(HIDDEN)
        self.conv = nn.Conv1d(HIDDEN, 2 * HIDDEN, 3, padding=dilation, dilation=dilation)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, rows: Tensor, mask: Tensor) -> Tensor:
        """The empty rows are zero for the convolution and stay zero."""
        seen = (self.norm(rows) * mask).t().unsqueeze(0)
        own, gate = self.conv(seen).squeeze(0).t().chunk(2, -1)
        return (rows + self.drop(own * torch.sigmoid(gate))) * mask


class Lemmas(nn.Module):
    """A word hears the mean of the words with its number: what «Ткач» is, «Ткачом» is."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = nn.Linear(2 * HIDDEN, 2 * HIDDEN)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, rows: Tensor, groups: Tensor, mask: Tensor) -> Tensor:
        """The empty rows are in no mean."""
        sums = torch.zeros_like(rows).scatter_add(0, groups.unsqueeze(1).expand_as(rows), rows * mask)
        counts = torch.zeros_like(mask).scatter_add(0, groups.unsqueeze(1), mask)
        mean = (sums / counts.clamp(min=1))[groups]
        own, gate = self.gate(torch.cat([rows, mean], -1)).chunk(2, -1)
        return rows + self.drop(own * torch.sigmoid(gate))


class Scores(nn.Module):
    """Words → words × widths × labels, from the ends of a span, its mean and its width."""

    def __init__(self, width: int, labels: int) -> None:
        super().__init__()
        self.width = width
        self.first, self.last = nn.Linear(HIDDEN, SPAN), nn.Linear(HIDDEN, SPAN)
        self.inside = nn.Linear(HIDDEN, SPAN, bias=False)
        self.wide = nn.Embedding(width, SPAN)
        self.left, self.right = nn.Linear(HIDDEN, SPAN), nn.Linear(HIDDEN, SPAN)
        self.drop = nn.Dropout(DROPOUT)
        self.label = nn.Linear(2 * SPAN, labels)

    def forward(self, rows: Tensor) -> Tensor:
        """What stands past the end of a sheet counts as zeros."""
        sums = self.first(rows).unsqueeze(1) + self._band(self.last(rows)) + self._means(self.inside(rows))
        products = self.left(rows).unsqueeze(1) * self._band(self.right(rows))
        return self.label(self.drop(torch.cat([F.gelu(sums + self.wide.weight), products], -1)))

    def _band(self, rows: Tensor) -> Tensor:
        """For a span that begins at row i, its last word's row, i, i + 1 and so on."""
        return torch.stack(self._shifted(rows), 1)

    def _means(self, rows: Tensor) -> Tensor:
        """Summed word by word, so that rounding does not depend on where in the sheet a span stands."""
        total, means = torch.zeros_like(rows), []
        for words, shifted in enumerate(self._shifted(rows), start=1):
            total = total + shifted
            means.append(total / words)
        return torch.stack(means, 1)

    def _shifted(self, rows: Tensor) -> list[Tensor]:
        padded = F.pad(rows, (0, 0, 0, self.width - 1))
        return [padded[step : step + rows.shape[0]] for step in range(self.width)]


class SpanModel(nn.Module):
    """Inputs are the fields of `Features` and the sheet's mask; the result is words × widths × (1 + labels)."""

    def __init__(self, readings: int, width: int, labels: int, scale: float = 1.0) -> None:
        super().__init__()
        self.words = Words(readings, scale)
        self.enter = nn.Linear(self.words.size, HIDDEN)
        self.drop = nn.Dropout(DROPOUT)
        self.blocks = nn.ModuleList(Block(dilation) for dilation in DILATIONS)
        self.lemmas = Lemmas()
        self.norm = nn.LayerNorm(HIDDEN)
        self.scores = Scores(width, labels + 1)

    def forward(  # noqa: PLR0913  a field each
        self,
        context: Tensor,
        shapes: Tensor,
        letters: Tensor,
        readings: Tensor,
        endings: Tensor,
        groups: Tensor,
        mask: Tensor,
    ) -> Tensor:
        """Rows of a sheet in, scores out; no softmax."""
        mask = mask.unsqueeze(1)
        own = self.drop(self.words(context, shapes, letters, readings, endings))
        rows = self.drop(F.gelu(self.enter(own))) * mask
        for number, block in enumerate(self.blocks):
            rows = block(rows, mask)
            if number == POOLED_AFTER:
                rows = self.lemmas(rows, groups, mask)
        return self.scores(self.drop(self.norm(rows)))
