"""A trained part of a model → its ONNX graph, for any number of words."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

OPSET = 17


def to_graph(
    part: nn.Module, inputs: Mapping[str, Tensor], outputs: Sequence[str], counted: Mapping[str, str]
) -> bytes:
    """`inputs` are of the right shapes and types; `counted` tells what a first axis counts, where that is not words."""
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch calls this exporter old; the new one needs two packages more
        torch.onnx.export(
            part,
            tuple(inputs.values()),
            buffer,
            dynamo=False,
            opset_version=OPSET,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={each: {0: counted.get(each, "words")} for each in (*inputs, *outputs)},
        )
    return buffer.getvalue()
