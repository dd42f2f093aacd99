"""The third step: the trained model as ONNX files, one a part, its large matrices in eight bits.

A column of a matrix is stored as whole numbers from -127 to 127 and one scale; ONNX Runtime multiplies them out once,
when the model is loaded, and computes in floats. So the file is small, and what a document gets does not depend on the
documents beside it, as it would if the numbers between the layers were rounded to eight bits by the range of a batch.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from models.recipes.mentions.evaluate import RELATIONS_FOLDER, SPANS_FOLDER
from models.recipes.mentions.model import ENCODERS, Model, Size
from models.recipes.mentions.train import AVERAGE
from nlp.mentions.spans.features import LETTERS, VECTORS
from nlp.mentions.spans.hints import KINDS
from nlp.mentions.spans.pairs import SIGNS, Pairs
from nlp.mentions.spans.paths import Paths
from nlp.mentions.spans.relater import RELATIONS
from nlp.mentions.spans.tagger import FORMS, ROWS, SPANS, TABLES
from nlp.training.graph import to_graph

SMALL = 4096
"""Numbers in a matrix below which it stays in floats."""
SAMPLE = ("Министр", "Павел", "Ткач", "прилетел", "в", "Минск", ".")


def export(out: Path, run: Path, model_folder: Path) -> None:
    """`out` holds the tables, `run` the weights; the two components' folders go to `model_folder`."""
    model = trained(run)
    for folder, names in ((SPANS_FOLDER, (FORMS, ROWS, SPANS)), (RELATIONS_FOLDER, (RELATIONS,))):
        (model_folder / folder).mkdir(parents=True, exist_ok=True)
        (model_folder / folder / TABLES).write_bytes((out / TABLES).read_bytes())
        for name in names:
            (model_folder / folder / name).write_bytes(to_onnx(model, name))


def trained(run: Path) -> Model:
    """The model that `train` left in its folder."""
    kept = torch.load(run / AVERAGE, weights_only=True)
    model = Model(Size(**{**kept["size"], "dilations": tuple(kept["size"]["dilations"])}))
    model.load_state_dict(kept["weights"])
    return model.eval()


def to_onnx(model: Model, name: str, small: bool = True) -> bytes:
    """The graph of one part, for any number of rows; `small` stores matrices in eight bits."""
    part, inputs, outputs = _part(model, name)
    graph = to_graph(part, inputs, outputs, COUNTED)
    return bytes(in_eight_bits(onnx.load_from_string(graph)).SerializeToString()) if small else graph


COUNTED = {
    **dict.fromkeys(("vectors", "shapes", "letters", "readings", "endings", "known"), "forms"),
    **dict.fromkeys(("first", "last", "labels", "heads", "arcs"), "mentions"),
    **dict.fromkeys(("repeated", "numbers"), "alike"),
    **dict.fromkeys((*Pairs._fields, "relations"), "pairs"),
    "scores": "spans",
}
"""What the first axis of an input or output counts, where that is not words."""


def _part(model: Model, name: str) -> tuple[torch.nn.Module, dict[str, torch.Tensor], list[str]]:
    """The part, inputs of the right shapes and types, and the names of its outputs."""
    words = len(SAMPLE)
    rows = torch.zeros(words, model.size.hidden)
    numbers = torch.arange(words)
    mentions = {"first": numbers[:3], "last": numbers[1:4]}
    if name == FORMS:
        return model.forms, _forms(model.size), ["known"]
    if name == ROWS:
        hints = torch.zeros(words, KINDS * model.size.labels)
        alike = {"repeated": numbers[:4], "numbers": numbers[:4] // 2}
        inputs = {"own": rows, "encoders": torch.zeros(words, ENCODERS), "hints": hints, **alike}
        return model.rows, inputs, ["rows", "edges"]
    if name == SPANS:
        return model.spans, {"rows": rows, **mentions}, ["scores"]
    pairs = {
        "sources": numbers[:2],
        "targets": numbers[1:3],
        "gaps": torch.zeros(2, 2, dtype=torch.int64),
        "distances": numbers[:2],
        "signs": torch.zeros(2, SIGNS),
        **dict.fromkeys(Paths._fields, numbers[:2]),
    }
    kinds = {"labels": numbers[:3] * 0, "heads": numbers[:3], "arcs": numbers[:3] * 0}
    return model.relations, {"rows": rows, **mentions, **kinds, **pairs}, ["relations"]


def _forms(size: Size) -> dict[str, torch.Tensor]:
    count = len(SAMPLE)
    return {
        "vectors": torch.zeros(count, VECTORS),
        "shapes": torch.zeros(count, dtype=torch.int64),
        "letters": torch.zeros(count, LETTERS, dtype=torch.int64),
        "readings": torch.zeros(count, size.readings),
        "endings": torch.zeros(count, 3, dtype=torch.int64),
    }


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
