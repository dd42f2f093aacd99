"""Spans by their words' rows → a score for each label: the shape that the shipped model and an analyst's head share."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

from nlp.training.dropout import Dropout


@dataclass(frozen=True)
class Shape:
    """Numbers of a row, inside the scorer and given out; words of the longest span."""

    hidden: int
    span: int
    width: int
    outputs: int
    dropout: float


class Spans(nn.Module):
    """A span from its ends, its mean, the words around it and its width → `outputs` scores."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        hidden, span = shape.hidden, shape.span
        self.ends = nn.Linear(hidden, 6 * span)
        self.inside = nn.Linear(hidden, span, bias=False)
        self.wide = nn.Embedding(shape.width, span)
        self.drop = Dropout(shape.dropout)
        self.mix = nn.Linear(2 * span, span)
        self.label = nn.Linear(3 * span, shape.outputs)

    def forward(self, rows: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """`first` and `last` are the numbers of rows, the last one included; what stands past the sheet is zero."""
        rows = self.drop(rows)
        sums, product = self._few(rows, first, last) if torch.onnx.is_in_onnx_export() else self._all(rows, first, last)
        sums = sums + self.wide(last - first) + means(self.inside(rows), first, last)
        both = self.drop(torch.cat([F.relu(sums), product], -1))
        return self.label(torch.cat([both, F.relu(self.mix(both))], -1))

    def _all(self, rows: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """What both ends and the words around them say together, and the product of both ends."""
        begin, end, left, right, before, after = self.ends(rows).chunk(6, -1)
        before, after = F.pad(before, (0, 0, 1, 0)), F.pad(after, (0, 0, 0, 1))
        return begin[first] + end[last] + before[first] + after[last + 1], left[first] * right[last]

    def _few(self, rows: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """The same from the rows alone at which a span begins or ends: every second one, at run time."""
        begin, end, left, right, before, after = zip(self.ends.weight.chunk(6), self.ends.bias.chunk(6), strict=True)
        firsts, begun = torch.unique(first, return_inverse=True)
        lasts, ended = torch.unique(last, return_inverse=True)
        preceding, following = (firsts - 1).clamp(min=0), (lasts + 1).clamp(max=rows.shape[0] - 1)
        starts = F.linear(rows[firsts], *begin) + F.linear(rows[preceding], *before) * (firsts > 0).unsqueeze(1)
        stops = F.linear(rows[lasts], *end) + F.linear(rows[following], *after) * (following > lasts).unsqueeze(1)
        lefts, rights = F.linear(rows[firsts], *left), F.linear(rows[lasts], *right)
        return starts[begun] + stops[ended], lefts[begun] * rights[ended]


def means(rows: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """The mean of the rows from `first` to `last`, both included; of none, when the last is before the first, zero."""
    sums = F.pad(torch.cumsum(rows, 0), (0, 0, 1, 0))
    counts = (last - first + 1).clamp(min=1).unsqueeze(1)
    return (sums[torch.maximum(last + 1, first)] - sums[first]) / counts
