"""The weights of slovnet's three taggers, read from the archives that natasha publishes.

The three networks share their vocabulary, word vectors (navec, product-quantised) and architecture: vectors of word and
shape, three convolutions three words wide, a head each. So the vocabulary and the vectors are read once, and the first
convolutions stand side by side in one matrix.
"""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from gzip import decompress
from io import BytesIO
from itertools import pairwise
from typing import Any, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray
from slovnet.exec.model import NER, Morph, Syntax
from slovnet.exec.pack import bytes_array, bytes_json

from nlp.errors import ModelError

Floats: TypeAlias = NDArray[np.float32]
Doubles: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]
Files: TypeAlias = Mapping[str, bytes]

VECTORS = "navec_news_v1_1B_250K_300d_100q.tar"
MORPH, SYNTAX, NAMES = "slovnet_morph_news_v1.tar", "slovnet_syntax_news_v1.tar", "slovnet_ner_news_v1.tar"
FILES = (VECTORS, MORPH, SYNTAX, NAMES)


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution three words wide over rows that the layer before has not normalised: this one does it for it.

    `kernel` is (inputs, 3 × filters): what a row adds to the row after it, to itself, to the row before it. `gap` is
    what an empty row holds so that it is nothing once it is normalised.
    """

    kernel: Floats
    bias: Floats
    gap: Floats


@dataclass(frozen=True, slots=True)
class Tower:
    """A network's second and third convolution, and the normalisation of the last."""

    layers: tuple[Layer, ...]
    scale: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class First:
    """The three networks' first convolutions, side by side: what a word and its shape add to itself and its neighbours.

    Rows are the 300 numbers of a word vector, or the 66 shapes; columns are three blocks of all filters: what the word
    adds to the word after it, to itself (the bias with it), to the word before it.
    """

    words: Floats
    shapes: Floats


@dataclass(frozen=True, slots=True)
class Vectors:
    """navec: the vector of word i is the 100 centroids that `indexes[i]` names, 3 numbers each, end to end."""

    ids: dict[str, int]
    indexes: NDArray[np.uint8]
    codes: Floats
    shape_ids: dict[str, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything the networks need; `towers`, `heads` and `tags` are in the order morphology, syntax, names."""

    vectors: Vectors
    first: First
    towers: tuple[Tower, ...]
    heads: tuple[Any, ...]
    tags: tuple[list[str], ...]


def read(files: Files) -> Weights:
    """Raises `ModelError` when an archive is missing or is not what it should be."""
    try:
        packs = [_members(files[name]) for name in (MORPH, SYNTAX, NAMES)]
        models = [_model(kind, pack) for kind, pack in zip((Morph, Syntax, NER), packs, strict=True)]
        vectors = _vectors(_members(files[VECTORS]), packs[0])
        tags = tuple(_vocabulary(pack, name) for pack, name in zip(packs, ("tag", "rel", "tag"), strict=True))
    except (KeyError, ValueError, EOFError, zlib.error, tarfile.TarError, OSError) as error:
        raise ModelError(f"the weights of letopis_network are incomplete or damaged: {error!r}") from error
    return Weights(
        vectors=vectors,
        first=_first(models),
        towers=tuple(_tower(model.encoder.layers) for model in models),
        heads=tuple(models),
        tags=tags,
    )


def _members(archive: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}  # type: ignore[union-attr]


def _model(kind: Any, pack: dict[str, bytes]) -> Any:
    model = kind.from_json(bytes_json(pack["model.json"]))
    stored = [weight for weight in model.weights if weight.is_id]
    arrays = {
        weight.array: bytes_array(pack[f"arrays/{weight.array}.bin"], weight.shape, weight.dtype) for weight in stored
    }
    return model.inject_arrays(arrays)


def _vectors(navec: dict[str, bytes], pack: dict[str, bytes]) -> Vectors:
    """The archive of navec begins with four numbers: vectors, their numbers, parts of a vector, centroids of a part."""
    content = navec["pq.bin"]
    count, width, parts, centroids = np.frombuffer(content, np.uint32, count=4).tolist()
    end = 16 + count * parts
    return Vectors(
        ids={word: index for index, word in enumerate(_vocabulary(pack, "word"))},
        indexes=np.frombuffer(content, np.uint8, count=count * parts, offset=16).reshape(count, parts),
        codes=np.frombuffer(content, np.float32, offset=end).reshape(parts, centroids, width // parts),
        shape_ids={shape: index for index, shape in enumerate(_vocabulary(pack, "shape"))},
    )


def _vocabulary(pack: dict[str, bytes], name: str) -> list[str]:
    return decompress(pack[f"vocabs/{name}.gz"]).decode().splitlines()


def _tower(layers: Any) -> Tower:
    scale, shift = _normal(layers[-1])
    upper = tuple(_layer(*pair) for pair in pairwise(layers))
    return Tower(upper, scale.astype(np.float32), shift.astype(np.float32))


def _layer(below: Any, layer: Any) -> Layer:
    """The normalisation below, a scale and a shift of every column, becomes a part of this layer's kernel and bias."""
    scale, shift = _normal(below)
    kernel = _kernel(layer)
    return Layer(
        kernel=_beside(kernel * scale[:, None]),
        bias=(layer.conv.bias.array + (shift @ kernel).sum(0)).astype(np.float32),
        gap=(-shift / scale).astype(np.float32),
    )


def _kernel(layer: Any) -> Doubles:
    """(3, inputs, filters): for the word before, the word itself and the word after."""
    return cast("Doubles", layer.conv.weight.array.transpose(2, 1, 0).astype(np.float64))


def _normal(layer: Any) -> tuple[Doubles, Doubles]:
    """Batch normalisation as one scale and one shift."""
    norm = layer.norm
    scale = norm.weight.array.astype(np.float64) / norm.std.array
    if not scale.all():
        raise ValueError("a convolution has a filter that is never used")
    return scale, norm.bias.array - norm.mean.array * scale


def _beside(kernels: Doubles) -> Floats:
    return np.concatenate(list(kernels), axis=1).astype(np.float32)


def _first(models: list[Any]) -> First:
    """The layers' inputs are a word vector and then a shape vector of the network's own."""
    layers = [model.encoder.layers[0] for model in models]
    kernels, shapes = [_kernel(layer) for layer in layers], [model.emb.shape.weight.array for model in models]
    width = len(kernels[0][0]) - shapes[0].shape[1]
    by_shape = np.concatenate([own @ each[:, width:] for own, each in zip(shapes, kernels, strict=True)], axis=2)
    by_shape[1] += np.concatenate([layer.conv.bias.array for layer in layers])
    return First(
        words=_beside(np.concatenate([each[:, :width] for each in kernels], axis=2)),
        shapes=_beside(by_shape),
    )
