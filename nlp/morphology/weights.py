"""The weights of slovnet's three taggers, read from the archives that natasha publishes.

The three networks share their vocabulary, word vectors (navec, product-quantised) and architecture: vectors of word and
shape, three convolutions three words wide, a head each. So the vocabulary and the vectors are read once, and the first
convolutions stand side by side in one matrix.
"""

from __future__ import annotations

import tarfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeAlias

import numpy as np
from navec.pq import PQ
from numpy.typing import NDArray
from slovnet.exec.model import NER, Morph, Syntax
from slovnet.exec.pack import bytes_array, bytes_json, bytes_vocab

from nlp.errors import ModelError

Floats: TypeAlias = NDArray[np.float32]
Integers: TypeAlias = NDArray[np.int64]
Files: TypeAlias = Mapping[str, bytes]

VECTORS = "navec_news_v1_1B_250K_300d_100q.tar"
MORPH, SYNTAX, NAMES = "slovnet_morph_news_v1.tar", "slovnet_syntax_news_v1.tar", "slovnet_ner_news_v1.tar"
FILES = (VECTORS, MORPH, SYNTAX, NAMES)


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution three words wide, then ReLU, then batch normalisation as one scale and one shift.

    `kernel` is (3, inputs, filters): the weights for the word before, the word itself and the word after.
    """

    kernel: Floats
    bias: Floats
    scale: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class First:
    """The three networks' first convolutions, side by side: what a word and its shape add to itself and its neighbours.

    Rows are the 300 numbers of a word vector, or the 66 shapes; columns are three blocks of all filters: what the word
    adds to the word after it, to itself, to the word before it.
    """

    words: Floats
    shapes: Floats
    bias: Floats
    scale: Floats
    shift: Floats


@dataclass(frozen=True, slots=True)
class Vectors:
    """navec: the vector of word i is the 100 centroids that `indexes[i]` names, 3 numbers each, end to end."""

    ids: dict[str, int]
    indexes: NDArray[np.uint8]
    codes: Floats
    shape_ids: dict[str, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything the networks need; `upper`, `heads` and `tags` are in the order morphology, syntax, names."""

    vectors: Vectors
    first: First
    upper: tuple[tuple[Layer, ...], ...]
    heads: tuple[Any, ...]
    tags: tuple[list[str], ...]


def read(files: Files) -> Weights:
    """Raises `ModelError` when an archive is missing or is not what it should be."""
    try:
        packs = [_members(files[name]) for name in (MORPH, SYNTAX, NAMES)]
        models = [_model(kind, pack) for kind, pack in zip((Morph, Syntax, NER), packs, strict=True)]
        vectors = _vectors(_members(files[VECTORS]), packs[0])
        tags = tuple(_vocabulary(pack, name) for pack, name in zip(packs, ("tag", "rel", "tag"), strict=True))
    except (KeyError, ValueError, tarfile.TarError, OSError) as error:
        raise ModelError(f"the weights of letopis_network are incomplete or damaged: {error!r}") from error
    layers = [[_layer(layer) for layer in model.encoder.layers] for model in models]
    return Weights(
        vectors=vectors,
        first=_first([each[0] for each in layers], [model.emb.shape.weight.array for model in models]),
        upper=tuple(tuple(each[1:]) for each in layers),
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
    quantised = PQ.from_file(BytesIO(navec["pq.bin"]))
    return Vectors(
        ids={word: index for index, word in enumerate(_vocabulary(pack, "word"))},
        indexes=quantised.indexes,
        codes=quantised.codes,
        shape_ids={shape: index for index, shape in enumerate(_vocabulary(pack, "shape"))},
    )


def _vocabulary(pack: dict[str, bytes], name: str) -> list[str]:
    items: list[str] = bytes_vocab(pack[f"vocabs/{name}.gz"]).items
    return items


def _layer(layer: Any) -> Layer:
    norm = layer.norm
    scale = norm.weight.array / norm.std.array
    return Layer(
        kernel=np.ascontiguousarray(layer.conv.weight.array.transpose(2, 1, 0)),
        bias=layer.conv.bias.array,
        scale=scale,
        shift=norm.bias.array - norm.mean.array * scale,
    )


def _first(layers: list[Layer], shapes: list[Floats]) -> First:
    """The layers' inputs are a word vector and then a shape vector of the network's own."""
    width = len(layers[0].kernel[0]) - shapes[0].shape[1]
    by_word = np.concatenate([layer.kernel[:, :width] for layer in layers], axis=2)
    by_shape = np.concatenate(
        [own @ layer.kernel[:, width:] for own, layer in zip(shapes, layers, strict=True)], axis=2
    )
    return First(
        words=np.concatenate(list(by_word), axis=1),
        shapes=np.concatenate(list(by_shape), axis=1),
        bias=np.concatenate([layer.bias for layer in layers]),
        scale=np.concatenate([layer.scale for layer in layers]),
        shift=np.concatenate([layer.shift for layer in layers]),
    )
