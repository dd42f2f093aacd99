"""The span model, in the four parts that run apart: forms, rows, spans, relations.

Forms        what a word brings wherever it stands: computed once a form, and kept
Rows         gated convolutions over a document, words of one lemma averaged; where mentions may begin and end
Spans        a span from its ends, its mean, the words around it and its width → the labels of each corpus
Relations    the rows once more, now knowing the mentions; a pair from both and from what stands between

Flat sheets in, see `models.recipes.mentions.sheets`: nothing is padded, and no part sees its neighbour. Dauphin et al.,
Language modeling with gated convolutional networks, 2017; Chollet, Xception, 2017, for convolutions by channel; Dozat
and Manning, Deep biaffine attention, 2017, for the product of both ends; Zhong and Chen, A frustratingly easy approach
for entity and relation extraction, 2021, for rows that know the labels of mentions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  torch's own name for it

from nlp.mentions.spans.features import BUCKETS, VECTORS
from nlp.mentions.spans.hints import KINDS
from nlp.mentions.spans.pairs import DISTANCES, SIGNS
from nlp.mentions.spans.paths import APART
from nlp.training.dropout import Dropout
from nlp.training.scorer import Shape, Spans, means

ENCODERS: Final = 192
SHAPES, LETTERS = 70, 190
REACH = 5
"""Words that a convolution sees at once."""
OWN = VECTORS + 24 + 96 + 48 + 48
"""Numbers that a form brings: its vector, shape, spelling, endings, readings."""
CONTEXT_DROPOUT, UNKNOWN = 0.12, 0.05
"""The shares, in training, of encoder outputs left out and of forms whose vector is hidden."""


@dataclass(frozen=True)
class Size:
    """What a model is built from; the numbers of labels do not count «none»."""

    readings: int
    labels: int
    coarse: int
    relations: int
    arcs: int
    width: int
    scale: float = 1.0
    hidden: int = 192
    span: int = 128
    pair: int = 128
    dilations: tuple[int, ...] = (1, 2, 1, 4, 1)
    dropout: float = 0.2


class Forms(nn.Module):
    """Forms → one row each."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.register_buffer("scale", torch.tensor(size.scale))
        self.unknown = nn.Parameter(torch.zeros(VECTORS))
        self.shape = nn.Embedding(SHAPES, 24)
        self.letter = nn.Embedding(LETTERS, 32, padding_idx=0)
        self.spelling = nn.Conv1d(32, 96, 3, padding=1)
        self.ending = nn.Embedding(BUCKETS, 48)
        self.reading = nn.Linear(size.readings, 48)
        self.drop = Dropout(size.dropout)
        self.wide = nn.Linear(OWN, 3 * size.hidden)
        self.straight = nn.Linear(OWN, size.hidden)
        self.narrow = nn.Linear(3 * size.hidden, size.hidden)

    def forward(self, vectors: Tensor, shapes: Tensor, letters: Tensor, readings: Tensor, endings: Tensor) -> Tensor:
        """Forms × hidden."""
        vectors = self._seen(vectors * self.scale)
        spelling = F.relu(self.spelling(self.letter(letters).transpose(1, 2))).amax(-1)
        parts = [vectors, self.shape(shapes), spelling, self.ending(endings).sum(1), self.reading(readings)]
        own = self.drop(torch.cat(parts, -1))
        return self.straight(own) + self.narrow(self.drop(F.relu(self.wide(own))))

    def _seen(self, vectors: Tensor) -> Tensor:
        if not self.training:
            return vectors
        return torch.where(torch.rand(len(vectors), 1) < UNKNOWN, self.unknown, vectors)


class Block(nn.Module):
    """Norm, a convolution five words wide by channel, a gate over all channels, and the input added."""

    def __init__(self, hidden: int, dilation: int, dropout: float) -> None:
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(hidden)
        self.near = nn.Parameter(torch.randn(REACH, hidden) * 0.2)
        self.mix = nn.Linear(hidden, 2 * hidden)
        self.drop = Dropout(dropout)
        with torch.no_grad():
            self.near[REACH // 2] += 1

    def forward(self, rows: Tensor, mask: Tensor | None) -> Tensor:
        """The empty rows of a sheet are zero for the convolution and stay zero; without a mask there are none."""
        own, gate = self.mix(self._near(masked(self.norm(rows), mask))).chunk(2, -1)
        return masked(rows + self.drop(own * torch.sigmoid(gate)), mask)

    def _near(self, seen: Tensor) -> Tensor:
        """The same sum twice: ONNX Runtime is quick at convolutions by channel, torch at shifted products."""
        margin = self.dilation * (REACH // 2)
        if torch.onnx.is_in_onnx_export():
            weights = self.near.t().unsqueeze(1).unsqueeze(1)
            wide = seen.t().unsqueeze(0).unsqueeze(2)
            near = F.conv2d(wide, weights, padding=(0, margin), dilation=(1, self.dilation), groups=self.near.shape[1])
            return near.squeeze(2).squeeze(0).t()
        padded = F.pad(seen, (0, 0, margin, margin))
        steps = [padded[step * self.dilation : step * self.dilation + seen.shape[0]] for step in range(REACH)]
        return sum(shifted * weight for shifted, weight in zip(steps, self.near, strict=True))


def masked(rows: Tensor, mask: Tensor | None) -> Tensor:
    """The rows with the empty ones zero."""
    return rows if mask is None else rows * mask


class Lemmas(nn.Module):
    """A word hears the mean of the words with its number: what «Ткач» is, «Ткачом» is."""

    def __init__(self, hidden: int, dropout: float) -> None:
        super().__init__()
        self.heard = nn.Linear(hidden, hidden, bias=False)
        self.drop = Dropout(dropout)

    def forward(self, rows: Tensor, repeated: Tensor, numbers: Tensor) -> Tensor:
        """`repeated` are the rows of words that share their lemma with others, `numbers` say which lemma."""
        own = rows[repeated]
        numbers = numbers.unsqueeze(1)
        sums = torch.zeros_like(own).scatter_add(0, numbers.expand_as(own), own)
        ones = torch.ones_like(own[:, :1])
        counts = torch.zeros_like(ones).scatter_add(0, numbers, ones).clamp(min=1)
        heard = self.drop(self.heard((sums / counts)[numbers.squeeze(1)] - own))
        return rows.index_add(0, repeated, heard)


class Rows(nn.Module):
    """Forms' rows and encoders' outputs → rows that know their document; chances of beginnings and ends."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        hidden = size.hidden
        self.hinted = nn.Linear(KINDS * size.labels, hidden, bias=False)
        self.seen = nn.LayerNorm(ENCODERS)
        self.enter = nn.Linear(ENCODERS, hidden)
        self.hidden = Dropout(CONTEXT_DROPOUT)
        self.drop = Dropout(size.dropout)
        self.blocks = nn.ModuleList(Block(hidden, dilation, size.dropout) for dilation in size.dilations)
        self.lemmas = Lemmas(hidden, size.dropout)
        self.pooled_after = len(size.dilations) // 2
        self.norm = nn.LayerNorm(hidden)
        self.edges = nn.Linear(hidden, 2)
        with torch.no_grad():
            self.edges.bias.fill_(-2.0)

    def forward(  # noqa: PLR0913  a field each
        self,
        own: Tensor,
        encoders: Tensor,
        hints: Tensor,
        repeated: Tensor,
        numbers: Tensor,
        mask: Tensor | None = None,
    ) -> tuple[Tensor, Tensor]:
        """Words × hidden; words × 2 logits: a mention begins here, a mention ends here."""
        mask = None if mask is None else mask.unsqueeze(1)
        seen = self.hidden(self.seen(encoders))
        rows = own + self.enter(seen) + self.hinted(hints)
        rows = masked(self.drop(F.gelu(rows, approximate="tanh")), mask)
        for number, block in enumerate(self.blocks, start=1):
            rows = block(rows, mask)
            if number == self.pooled_after:
                rows = self.lemmas(rows, repeated, numbers)
        rows = masked(self.norm(rows), mask)
        return rows, self.edges(self.drop(rows))


class Relations(nn.Module):
    """Mentions and pairs of them → a score for each relation; the first is «none»."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        hidden, pair, labels = size.hidden, size.pair, size.labels
        self.known = nn.Embedding(labels, hidden)
        self.hung = nn.Embedding(size.arcs + 1, hidden)
        self.blocks = nn.ModuleList(Block(hidden, dilation, size.dropout) for dilation in (1, 2))
        self.norm = nn.LayerNorm(hidden)
        self.drop = Dropout(size.dropout)
        self.source, self.target = nn.Linear(5 * hidden, pair), nn.Linear(5 * hidden, pair)
        self.left, self.right = nn.Linear(5 * hidden, pair), nn.Linear(5 * hidden, pair)
        self.between, self.top = nn.Linear(hidden, pair, bias=False), nn.Linear(hidden, pair, bias=False)
        self.steps = nn.Embedding(APART + 1, pair)
        self.way = nn.Embedding((size.arcs + 1) ** 2, pair)
        self.up, self.down = nn.Embedding(size.arcs + 1, pair), nn.Embedding(size.arcs + 1, pair)
        self.far = nn.Embedding(DISTANCES, pair)
        self.sign = nn.Linear(SIGNS, pair, bias=False)
        self.types = nn.Embedding(labels * labels, pair)
        self.mix = nn.Linear(2 * pair, pair)
        self.relation = nn.Linear(3 * pair, size.relations + 1)
        with torch.no_grad():
            for each in (self.hung, self.steps, self.way, self.up, self.down):
                each.weight.mul_(0.1)

    def forward(  # noqa: PLR0913  a field each
        self,
        rows: Tensor,
        first: Tensor,
        last: Tensor,
        labels: Tensor,
        heads: Tensor,
        arcs: Tensor,
        sources: Tensor,
        targets: Tensor,
        gaps: Tensor,
        distances: Tensor,
        signs: Tensor,
        steps: Tensor,
        ups: Tensor,
        downs: Tensor,
        tops: Tensor,
        mask: Tensor | None = None,
    ) -> Tensor:
        """Mentions and pairs as in `nlp.mentions.spans.pairs`, the rest of a pair as in `nlp.mentions.spans.paths`."""
        mask = None if mask is None else mask.unsqueeze(1)
        rows = self._told(self.drop(rows), first, last, labels, mask)
        kind = self.known(labels) + self.hung(arcs)
        own = torch.cat([rows[first], rows[last], rows[heads], means(rows, first, last), kind], -1)
        sums = self.source(own)[sources] + self.target(own)[targets] + means(self.between(rows), gaps[:, 0], gaps[:, 1])
        kinds = self.types(labels[sources] * self.known.num_embeddings + labels[targets])
        sums = sums + self.far(distances) + self.sign(signs) + kinds + self._way(rows, steps, ups, downs, tops)
        both = torch.cat([F.relu(sums), self.left(own)[sources] * self.right(own)[targets]], -1)
        return self.relation(self.drop(torch.cat([both, F.relu(self.mix(self.drop(both)))], -1)))

    def _way(self, rows: Tensor, steps: Tensor, ups: Tensor, downs: Tensor, tops: Tensor) -> Tensor:
        """Of a pair: how its two hang together, and what the word on top is."""
        met = (steps != APART).to(rows.dtype).unsqueeze(1)
        way = self.way(ups * self.up.num_embeddings + downs) + self.up(ups) + self.down(downs)
        return self.steps(steps) + way + self.top(rows)[tops] * met

    def _told(self, rows: Tensor, first: Tensor, last: Tensor, labels: Tensor, mask: Tensor | None) -> Tensor:
        """Each word hears the labels of the mentions that it is in."""
        steps = torch.zeros(rows.shape[0] + 1, rows.shape[1], dtype=rows.dtype)
        known = self.known(labels)
        steps = steps.scatter_add(0, first.unsqueeze(1).expand_as(known), known)
        steps = steps.scatter_add(0, (last + 1).unsqueeze(1).expand_as(known), -known)
        rows = masked(rows + torch.cumsum(steps, 0)[:-1], mask)
        for block in self.blocks:
            rows = block(rows, mask)
        return self.drop(masked(self.norm(rows), mask))


class Model(nn.Module):
    """The four parts; training runs them together, ONNX Runtime each on its own."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.size = size
        self.forms, self.rows = Forms(size), Rows(size)
        self.spans, self.relations = Spans(_scored(size)), Relations(size)


def _scored(size: Size) -> Shape:
    """NEREL's labels and Collection5's side by side, each with «no mention»."""
    return Shape(size.hidden, size.span, size.width, size.labels + size.coarse + 2, size.dropout)
