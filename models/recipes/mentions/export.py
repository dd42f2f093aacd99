"""The third step: the trained model as one ONNX file, its large matrices in eight bits.

A column of a matrix is stored as whole numbers from -127 to 127 and one scale; ONNX Runtime multiplies them out once,
when the model is loaded, and computes in floats. So the file is small, and what a document gets does not depend on the
documents beside it, as it would if the numbers between the layers were rounded to eight bits by the range of a batch.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from models.recipes.mentions.model import SpanModel
from models.recipes.mentions.train import blank, inputs
from nlp.mentions.spans import tables as stored
from nlp.mentions.spans.features import Reader
from nlp.mentions.spans.sheets import lay
from nlp.mentions.spans.tables import Tables
from nlp.mentions.spans.tagger import MODEL, TABLES

OPSET = 17
SMALL = 4096
"""Numbers in a matrix below which it stays in floats."""
SAMPLE = ("Министр", "Павел", "Ткач", "прилетел", "в", "Минск", ".")


def export(out: Path, model_folder: Path) -> None:
    """`out` holds the checkpoint and the tables; the model and its tables go to `model_folder`."""
    tables = stored.loads((out / TABLES).read_bytes())
    model = blank(tables)
    model.load_state_dict(torch.load(out / "average.pt", weights_only=True))
    model_folder.mkdir(parents=True, exist_ok=True)
    (model_folder / MODEL).write_bytes(to_onnx(model, tables))
    (model_folder / TABLES).write_bytes(stored.dumps(tables))


def to_onnx(model: SpanModel, tables: Tables, small: bool = True) -> bytes:
    """The graph for any number of rows; `small` stores matrices in eight bits."""
    inputs = sample(tables)
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch calls this exporter old; the new one needs two packages more
        torch.onnx.export(
            model.eval(),
            tuple(inputs.values()),
            buffer,
            dynamo=False,
            opset_version=OPSET,
            input_names=list(inputs),
            output_names=["scores"],
            dynamic_axes={name: {0: "words"} for name in (*inputs, "scores")},
        )
    graph = onnx.load_from_string(buffer.getvalue())
    return bytes((in_eight_bits(graph) if small else graph).SerializeToString())


def sample(tables: Tables) -> dict[str, torch.Tensor]:
    """Inputs of the right shapes and types."""
    context = np.zeros((len(SAMPLE), 492), dtype=np.float16)
    return inputs(lay([Reader(tables).read(SAMPLE, context)]))


def in_eight_bits(graph: onnx.ModelProto) -> onnx.ModelProto:
    """Every large matrix becomes whole numbers, which two nodes cast and scale."""
    large = [each for each in graph.graph.initializer if _large(each)]
    nodes = [node for each in large for node in _eight_bits(graph, each)]
    for each in large:
        graph.graph.initializer.remove(each)
    for place, node in enumerate(nodes):
        graph.graph.node.insert(place, node)
    onnx.checker.check_model(graph)
    return graph


def _large(weight: onnx.TensorProto) -> bool:
    return weight.data_type == TensorProto.FLOAT and len(weight.dims) > 1 and int(np.prod(weight.dims)) >= SMALL


def _eight_bits(graph: onnx.ModelProto, weight: onnx.TensorProto) -> Iterator[onnx.NodeProto]:
    """One scale for each slice along the first axis of a convolution or a table, along the last of a product."""
    values = numpy_helper.to_array(weight)
    axes = tuple(range(1, values.ndim)) if _by_first(graph, weight.name) else tuple(range(values.ndim - 1))
    scales = np.maximum(np.abs(values).max(axis=axes, keepdims=True), 1e-8) / 127
    whole = np.clip(np.rint(values / scales), -127, 127).astype(np.int8)
    names = f"{weight.name}.whole", f"{weight.name}.scales", f"{weight.name}.float"
    graph.graph.initializer.extend(
        [numpy_helper.from_array(whole, names[0]), numpy_helper.from_array(scales.astype(np.float32), names[1])]
    )
    yield helper.make_node("Cast", [names[0]], [names[2]], to=TensorProto.FLOAT)
    yield helper.make_node("Mul", [names[2], names[1]], [weight.name])


def _by_first(graph: onnx.ModelProto, name: str) -> bool:
    """Is the first axis that of the results? In a product of matrices it is that of the inputs."""
    users = [node for node in graph.graph.node if name in node.input]
    return not any(node.op_type == "MatMul" or (node.op_type == "Gemm" and not _transposed(node)) for node in users)


def _transposed(node: onnx.NodeProto) -> bool:
    return any(each.name == "transB" and each.i for each in node.attribute)
