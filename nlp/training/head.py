"""The head that learns: edges and a scorer of spans on rows that stay as they are; and its way to ONNX."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import torch
from torch import Tensor, nn

from nlp.mentions.own.head import EDGES, SPANS, TABLES, Taught
from nlp.mentions.spans import tables as stored
from nlp.training.dropout import Dropout
from nlp.training.graph import to_graph
from nlp.training.scorer import Shape, Spans

COUNTED: Final = dict.fromkeys(("first", "last", "scores"), "spans")
"""What first axes count, where that is not words."""
RARE = -2.0
"""Where a mention begins or ends, before anything is learned: one word of eight."""


class Edges(nn.Module):
    """Rows → logits of «a mention begins here», «a mention ends here»."""

    def __init__(self, hidden: int, dropout: float) -> None:
        super().__init__()
        self.drop = Dropout(dropout)
        self.wide = nn.Linear(hidden, hidden)
        self.narrow = nn.Linear(hidden, 2)
        nn.init.constant_(self.narrow.bias, RARE)

    def forward(self, rows: Tensor) -> Tensor:
        """Words × 2."""
        return self.narrow(self.drop(torch.relu(self.wide(self.drop(rows)))))


class Head(nn.Module):
    """Both parts; they share nothing but the rows."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.edges, self.spans = Edges(shape.hidden, shape.dropout), Spans(shape)


def to_files(head: Head, labels: Sequence[str], nested: Sequence[str] = ()) -> Mapping[str, bytes]:
    """What `nlp.mentions.own.head` reads."""
    head.eval()
    rows, places = torch.zeros(3, head.shape.hidden), torch.arange(2)
    tables = Taught(
        labels=tuple(labels),
        nested=tuple(nested),
        width=head.shape.width,
        coarse=(),
        relations=(),
        letters="",
        shapes=(),
        readings=(),
    )
    return {
        EDGES: to_graph(head.edges, {"rows": rows}, ["edges"], COUNTED),
        SPANS: to_graph(head.spans, {"rows": rows, "first": places, "last": places + 1}, ["scores"], COUNTED),
        TABLES: stored.dumps(tables),
    }
